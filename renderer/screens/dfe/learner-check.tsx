import { CircleCheck, CircleX, Pencil, TriangleAlert } from 'lucide-react';
import type { DfeLearner } from '../../../shared/contract/dfe.ts';
import type { Output } from '../../../shared/contract.ts';
import { type FindingLevel, type FixPlace, ruleTitle } from '../../../shared/domain/dfe/finding.ts';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { LevelTag } from './learner-list.tsx';
import type { DfeDesk } from './use-dfe-desk.ts';

type Finding = Output<'dfe.check'>[number];

interface LearnerCheckProps {
  readonly desk: DfeDesk;
  readonly learner: DfeLearner;
}

/** One learner rule by rule: what stands in the way first, each with the way to put it right; what holds is folded away. */
export function LearnerCheck({ desk, learner }: LearnerCheckProps) {
  const { assessmentId } = learner;
  const { data, error } = useAsk('dfe.check', { assessmentId, kind: desk.kind, form: desk.form });
  const withdrawn = data?.some(({ rule, level }) => rule === 'withdrawn' && level === 'failure') ?? false;
  useActions([
    {
      id: 'dfe.details',
      title: 'Change what the service asks for',
      section: 'DfE files',
      keys: 'e',
      isAvailable: () => desk.dialog === null,
      run: () => desk.setDialog('details'),
    },
  ]);
  return (
    <div className="stack">
      <div className="row">
        <LevelTag learner={learner} />
        <Button icon={Pencil} keys="e" onPress={() => desk.setDialog('details')}>
          Contact and details…
        </Button>
        <Button tone="quiet" onPress={() => desk.setDialog(withdrawn ? 'undoWithdrawal' : 'withdraw')}>
          {withdrawn ? 'Take the withdrawal back…' : 'The learner withdrew…'}
        </Button>
      </div>
      {error ? <ErrorPanel title="The check could not be shown" error={error} /> : null}
      {data ? <Findings desk={desk} learner={learner} findings={data} /> : error ? null : <Loading what="the check" />}
    </div>
  );
}

interface FindingsProps extends LearnerCheckProps {
  readonly findings: readonly Finding[];
}

function Findings({ desk, learner, findings }: FindingsProps) {
  const of = (wanted: FindingLevel): readonly Finding[] => findings.filter(({ level }) => level === wanted);
  const open = [...of('failure'), ...of('warning')];
  const passed = of('pass');
  return (
    <>
      {open.length > 0 ? (
        <ul className="dfe-findings" aria-label="To look at">
          {open.map(finding => (
            <FindingLine key={finding.rule} finding={finding}>
              <Fix place={finding.fix} desk={desk} learner={learner} />
            </FindingLine>
          ))}
        </ul>
      ) : (
        <p className="muted">The service has nothing to refuse here.</p>
      )}
      <Disclosure
        key={String(open.length === 0)}
        title="Rules that hold"
        note={passed.length}
        isOpenAtFirst={open.length === 0}
      >
        <ul className="dfe-findings">
          {passed.map(finding => (
            <FindingLine key={finding.rule} finding={finding} />
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

const icons = { pass: CircleCheck, warning: TriangleAlert, failure: CircleX } as const;
const levelWords = { pass: 'Holds', warning: 'Warning', failure: 'Would be refused' } as const;

interface FindingLineProps {
  readonly finding: Finding;
  readonly children?: React.ReactNode;
}

function FindingLine({ finding: { rule, level, words }, children }: FindingLineProps) {
  const Icon = icons[level];
  return (
    <li className="dfe-finding" data-level={level}>
      <Icon size={16} aria-hidden />
      <div className="dfe-finding-words">
        <span className="strong">{ruleTitle(rule)}</span>
        <span className="visually-hidden">{`, ${levelWords[level]}`}</span>
        <div>{words}</div>
      </div>
      {children}
    </li>
  );
}

interface FixProps extends LearnerCheckProps {
  readonly place: FixPlace | null;
}

/** The way to where something is put right. */
function Fix({ place, desk, learner }: FixProps) {
  switch (place) {
    case null:
      return null;
    case 'apprentice':
      return <RouteLink to={{ page: 'apprentices', id: learner.apprenticeId }}>Apprentice</RouteLink>;
    case 'assessment':
      return <RouteLink to={{ page: 'assessment', id: learner.assessmentId }}>Assessment</RouteLink>;
    case 'plan':
      return <RouteLink to={{ page: 'plan', id: learner.planId }}>Plan</RouteLink>;
    case 'details':
      return (
        <Button size="dense" onPress={() => desk.setDialog('details')}>
          Put right…
        </Button>
      );
    case 'settings':
      return (
        <Button size="dense" onPress={() => desk.setDialog('settings')}>
          Settings…
        </Button>
      );
  }
}
