import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { useAction } from '../api.ts';
import { ProductMark } from '../frame/product-mark.tsx';
import { navigate } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { usePage } from '../ui/page.ts';
import { PageHeading } from '../ui/page-header.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { CreateWorkspace } from './entrance/create-workspace.tsx';
import { UnlockForm } from './entrance/unlock-form.tsx';
import { WorkUnderWay } from './entrance/work-under-way.tsx';

type Chosen = NonNullable<Output<'workspace.choose'>>;
type Step =
  | { readonly at: 'choices' }
  | { readonly at: 'create' }
  | { readonly at: 'unlock'; readonly workspace: Chosen };

/** The first start: try the demonstration, create a workspace, or open one that is somewhere else. `onBack` leads back to the workspaces that are known, where there are any. */
export function WelcomeScreen({ onBack }: { readonly onBack?: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'choices' });
  const toChoices = (): void => setStep({ at: 'choices' });
  switch (step.at) {
    case 'choices':
      return (
        <Choices
          onBack={onBack}
          onCreate={() => setStep({ at: 'create' })}
          onChosen={workspace => setStep({ at: 'unlock', workspace })}
        />
      );
    case 'create':
      return <CreateWorkspace onBack={toChoices} />;
    case 'unlock':
      return (
        <div className="entrance" data-width="form">
          <PageHeading>{step.workspace.label}</PageHeading>
          <UnlockForm workspace={step.workspace} />
          <div className="row">
            <Button tone="quiet" onPress={toChoices}>
              Back
            </Button>
          </div>
        </div>
      );
  }
}

interface ChoicesProps {
  readonly onBack: (() => void) | undefined;
  readonly onCreate: () => void;
  readonly onChosen: (workspace: Chosen) => void;
}

function Choices({ onBack, onCreate, onChosen }: ChoicesProps) {
  usePage('Welcome');
  const choose = useAction('workspace.choose');
  return (
    <div className="entrance">
      <header className="entrance-head">
        <ProductMark size={44} />
        <PageHeading>EPA Workbench</PageHeading>
        <p className="entrance-sentence">
          Run end-point assessments, judge them against the plan and sign reports that anybody can check, without a
          network and without anything leaving this computer.
        </p>
      </header>
      <div className="entrance-choices">
        <Demonstration />
        <RealWork onCreate={onCreate} />
      </div>
      {choose.error ? <ErrorPanel error={choose.error} /> : null}
      <div className="row">
        <Button
          icon={FolderOpen}
          isPending={choose.isPending}
          onPress={() => choose.start({}, workspace => (workspace ? onChosen(workspace) : undefined))}
        >
          Open an existing workspace…
        </Button>
        {onBack ? (
          <Button tone="quiet" onPress={onBack}>
            Back to the known workspaces
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Demonstration() {
  const start = useAction('workspace.startDemonstration');
  return (
    <section className="entrance-choice" aria-labelledby="try-title">
      <div className="row">
        <h2 id="try-title">Look around first</h2>
        <StatusTag tone="practice" word="PRACTICE" />
      </div>
      <p>
        A workspace with fictional apprentices at every stage, from not started to signed. Change whatever you like:
        nothing in it is real, and everything is marked as practice.
      </p>
      <p className="muted">No passphrase is needed.</p>
      <Button
        tone="primary"
        isPending={start.isPending}
        onPress={() => start.start({}, () => navigate({ page: 'home' }))}
      >
        Try the demonstration
      </Button>
      {start.isPending ? <WorkUnderWay label="Preparing the demonstration" /> : null}
      {start.error ? <ErrorPanel error={start.error} /> : null}
    </section>
  );
}

function RealWork({ onCreate }: Pick<ChoicesProps, 'onCreate'>) {
  return (
    <section className="entrance-choice" aria-labelledby="create-title">
      <h2 id="create-title">Work with real apprentices</h2>
      <p>
        A workspace of your own: one encrypted file that opens with your passphrase only. It starts empty, with standard
        ST1030 ready to use.
      </p>
      <p className="muted">You need a passphrase, and a safe place for its recovery key.</p>
      <Button tone="primary" onPress={onCreate}>
        Create a workspace
      </Button>
    </section>
  );
}
