import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import type { SamplingLog } from '../../../shared/contract/assessment-versions.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { useActions } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { notify } from '../../ui/toast.tsx';
import { byUrgency, type Covered, coverageWords, dayWords, standingTags } from './sampling-words.ts';
import { VersionDialog } from './version-dialog.tsx';
import { VersionList } from './version-list.tsx';

/** The sampling of a reformed plan: what is covered and due, the assessment versions, and the log of what was assessed with them. */
export function PlanSampling({ plan }: { readonly plan: Plan }) {
  const { data, error } = useAsk('assessmentVersion.log', { planId: plan.id });
  if (error) return <ErrorPanel title="The sampling could not be shown" error={error} />;
  return data ? <Sampling plan={plan} sampling={data} /> : <Loading what="the sampling" lines={8} />;
}

function Sampling({ plan, sampling }: { readonly plan: Plan; readonly sampling: SamplingLog }) {
  const [isAdding, setAdding] = useState(false);
  const save = useAction('assessmentVersion.export');
  const exportAs = (what: 'coverage' | 'log'): void =>
    save.start({ planId: plan.id, what }, saved => (saved ? notify({ words: `Saved as ${saved.file}` }) : undefined));
  const section = 'Sampling';
  useActions([
    { id: 'sampling.add', title: 'New assessment version', section, keys: 'n', run: () => setAdding(true) },
    { id: 'sampling.coverage', title: 'Export the coverage report', section, run: () => exportAs('coverage') },
    { id: 'sampling.log', title: 'Export the sampling log', section, run: () => exportAs('log') },
  ]);
  const exportButton = (what: 'coverage' | 'log') => (
    <Button size="dense" icon={Download} isPending={save.isPending} onPress={() => exportAs(what)}>
      Export…
    </Button>
  );
  return (
    <div className="stack plan-part">
      {sampling.practice ? (
        <Banner kind="practice">Practice: this is the coverage of practice assessments, and no result.</Banner>
      ) : null}
      {save.error ? <ErrorPanel title="Nothing was exported" error={save.error} /> : null}
      <Section title="Coverage over time" aside={exportButton('coverage')}>
        <p className="prose">{coverageWords(sampling)}</p>
        <div className="dense sampling-coverage">
          <Table
            label="Coverage of the statements"
            columns={coverageColumns}
            rows={byUrgency(sampling.coverage).map(one => ({ ...one, id: `${one.methodKey} ${one.code}` }))}
          />
        </div>
      </Section>
      <Section
        title="Assessment versions"
        note={sampling.versions.length > 0 ? String(sampling.versions.length) : undefined}
        aside={
          <Button tone="primary" icon={Plus} keys="n" onPress={() => setAdding(true)}>
            New version…
          </Button>
        }
      >
        <VersionList
          versions={sampling.versions}
          texts={new Map(sampling.coverage.map(({ code, text }) => [code, text]))}
        />
      </Section>
      <Section title="Sampling log" aside={exportButton('log')}>
        <div className="dense">
          <Table
            label="Sampling log"
            columns={logColumns}
            rows={sampling.log.map(entry => ({ ...entry, id: entry.sessionId }))}
            onOpen={id => {
              const entry = sampling.log.find(one => one.sessionId === id);
              if (entry) navigate({ page: 'assessment', id: entry.assessmentId });
            }}
            empty="No session by this plan is over yet."
          />
        </div>
      </Section>
      {isAdding ? <VersionDialog plan={plan} sampling={sampling} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

const Day = ({ day }: { readonly day: string | null }) => <span className="sampling-day">{dayWords(day)}</span>;

const coverageColumns: readonly TableColumn<Covered & { readonly id: string }>[] = [
  {
    id: 'code',
    title: 'Statement',
    isRowHeader: true,
    cell: ({ code, text }) => (
      <span className="sampling-statement">
        <KsbChip code={code} /> <span className="map-text">{text}</span>
      </span>
    ),
  },
  { id: 'outcome', title: 'Outcome', cell: ({ outcome }) => outcome },
  { id: 'mandatory', title: 'Mandatory', cell: ({ isMandatory }) => (isMandatory ? 'Every version' : 'Sampled') },
  { id: 'times', title: 'Times', align: 'end', cell: ({ times }) => times },
  { id: 'last', title: 'Last covered', cell: ({ lastOn }) => <Day day={lastOn} /> },
  { id: 'due', title: 'Due by', cell: ({ dueBy }) => <Day day={dueBy} /> },
  { id: 'standing', title: 'Standing', cell: ({ standing }) => <StatusTag {...standingTags[standing]} /> },
];

const logColumns: readonly TableColumn<SamplingLog['log'][number] & { readonly id: string }>[] = [
  { id: 'on', title: 'Held on', cell: ({ on }) => <Day day={on} /> },
  { id: 'apprentice', title: 'Apprentice', isRowHeader: true, cell: ({ apprentice }) => apprentice },
  { id: 'method', title: 'Method', cell: ({ method }) => method },
  { id: 'version', title: 'Version', cell: ({ version }) => version ?? 'Every statement' },
  { id: 'statements', title: 'Statements', cell: ({ statements }) => statements.join(' ') },
];
