import { Download, FilePlus2, GitCompare, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { isError } from '../../../shared/domain/plan-findings.ts';
import { useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { MenuButton, type MenuChoice } from '../../ui/menu.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { CheckPlanButton } from './check-dialog.tsx';
import { ConfirmPlanButton } from './confirm-dialog.tsx';
import { DifferencesDialog } from './differences-dialog.tsx';

type StoredPlan = Output<'plan.get'>;
type Asked = 'discard' | 'return' | 'differences';

/** What can be done with a plan as it stands: the next step as a button, everything else in a menu. */
export function PlanActions({ stored }: { readonly stored: StoredPlan }) {
  const [asked, setAsked] = useState<Asked>();
  const deeds = usePlanDeeds(stored, setAsked);
  const { plan, supersedes } = stored;
  return (
    <>
      <MenuButton label="More" tone="quiet" placement="bottom end" groups={[{ choices: deeds.menu }]} />
      <NextStep stored={stored} draft={deeds.draft} newVersion={deeds.newVersion} />
      <DiscardDialog id={plan.id} isOpen={asked === 'discard'} onClose={() => setAsked(undefined)} />
      <ReturnDialog id={plan.id} isOpen={asked === 'return'} onClose={() => setAsked(undefined)} />
      {asked === 'differences' && supersedes ? (
        <DifferencesDialog id={plan.id} from={supersedes.id} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}

/** What can be done with a plan beside its next step. */
function usePlanDeeds(stored: StoredPlan, ask: (asked: Asked) => void) {
  const { plan, status, fixed, builtIn, supersedes, successors } = stored;
  const open = (id: string): void => navigate({ page: 'planEditor', id });
  const fault = (error: unknown): void => notify({ words: (error as Error).message, tone: 'not-met' });
  const draftAction = useAction('plan.draft');
  const version = useAction('plan.newVersion');
  const exporting = useAction('plan.export');
  const draft = (): void => void draftAction.run({ from: 'plan', planId: plan.id }).then(({ id }) => open(id), fault);
  const newVersion = (): void => void version.run({ id: plan.id }).then(({ id }) => open(id), fault);
  const save = (): void =>
    void exporting.run({ id: plan.id }).then(saved => saved && notify({ words: `Saved as ${saved.file}` }), fault);
  const unfinished = successors.some(one => one.status === 'draft' || one.status === 'checked');
  const menu: readonly MenuChoice[] = [
    { id: 'export', title: 'Save the plan as a file', icon: Download, run: save },
    ...(builtIn ? [] : [{ id: 'copy', title: 'Make a copy', icon: FilePlus2, run: draft }]),
    ...(supersedes
      ? [
          {
            id: 'differences',
            title: `What changed from version ${supersedes.version || 'before'}`,
            icon: GitCompare,
            run: () => ask('differences'),
          },
        ]
      : []),
    ...(builtIn || status === 'draft' || unfinished
      ? []
      : [{ id: 'version', title: 'Make a new version', icon: FilePlus2, run: newVersion }]),
    ...(status === 'checked'
      ? [{ id: 'return', title: 'Return it to draft', icon: Undo2, run: () => ask('return') }]
      : []),
    ...(fixed === null
      ? [{ id: 'discard', title: 'Discard this draft', icon: X, tone: 'danger' as const, run: () => ask('discard') }]
      : []),
  ];
  return { draft, newVersion, menu };
}

interface NextStepProps {
  readonly stored: StoredPlan;
  readonly draft: () => void;
  readonly newVersion: () => void;
}

/** The one thing that is to be done next with a plan. */
function NextStep({ stored, draft, newVersion }: NextStepProps) {
  const { plan, status, fixed, builtIn, findings, record, successors } = stored;
  const next = successors[0];
  if (builtIn) {
    return (
      <Button tone="primary" onPress={draft}>
        {plan.origin === 'template' ? 'Make a draft from this template' : 'Make a copy to change'}
      </Button>
    );
  }
  switch (status) {
    case 'draft':
      return (
        <>
          {fixed === null ? (
            <RouteLink to={{ page: 'planEditor', id: plan.id }} look={findings.some(isError) ? 'primary' : 'button'}>
              Go on typing
            </RouteLink>
          ) : (
            <Button onPress={newVersion}>Make a new version</Button>
          )}
          {findings.some(isError) || plan.origin !== 'published' ? null : (
            <CheckPlanButton id={plan.id} typedBy={record.typedBy} isDisabled={false} />
          )}
        </>
      );
    case 'checked':
      return <ConfirmPlanButton stored={stored} />;
    case 'confirmed':
    case 'superseded':
      return next ? (
        <RouteLink to={{ page: 'plan', id: next.id }} look="button">
          Go to version {next.version || 'after it'}
        </RouteLink>
      ) : (
        <Button onPress={newVersion}>Make a new version</Button>
      );
  }
}

interface AskedProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function DiscardDialog({ id, isOpen, onClose }: AskedProps) {
  const discard = useAction('plan.discard');
  return (
    <AlertDialog
      title="Discard this draft?"
      isOpen={isOpen}
      onClose={onClose}
      action="Discard draft"
      onAction={async () => {
        navigate({ page: 'standards' });
        await discard.run({ id });
        notify({ words: 'The draft was discarded.' });
      }}
    >
      Everything that was typed in is gone then; it cannot be brought back.
    </AlertDialog>
  );
}

function ReturnDialog({ id, isOpen, onClose }: AskedProps) {
  const [reason, setReason] = useState('');
  const giveBack = useAction('plan.return');
  return (
    <AlertDialog
      title="Return the plan to draft?"
      isOpen={isOpen}
      onClose={onClose}
      action="Return to draft"
      tone="primary"
      isActionDisabled={reason.trim() === ''}
      onAction={() => giveBack.run({ id, reason })}
    >
      <div className="stack">
        <p>It can be changed then, and has to be checked again.</p>
        <TextField label="Reason" value={reason} onChange={setReason} autoFocus />
      </div>
    </AlertDialog>
  );
}
