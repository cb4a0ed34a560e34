import { capitalised, formatDuration, formatList } from '../../../shared/british.ts';
import type { Method, Plan } from '../../../shared/domain/plan.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { Section } from '../../ui/section.tsx';
import {
  conditionWords,
  gradeRuleWords,
  leftOpen,
  orderWords,
  partWords,
  periodWords,
  questionWords,
  recordingWords,
  splitWords,
  toleranceWords,
} from './plan-words.ts';

interface PlanMethodsProps {
  readonly plan: Plan;
  /** The statements of the standard by their code. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Each method of the plan with its times and rules in words. */
export function PlanMethods({ plan, texts }: PlanMethodsProps) {
  return (
    <div className="stack plan-part">
      {plan.methods.length > 1 ? <p className="muted">{orderWords(plan)}.</p> : null}
      {plan.methods.map(method => (
        <Section key={method.key} title={method.name}>
          <FactList layout="rows" facts={factsOf(method, texts)} />
        </Section>
      ))}
    </div>
  );
}

function factsOf(method: Method, texts: ReadonlyMap<string, string>): readonly Fact[] {
  const { conditions, criticalKsbs, grades, notice } = method;
  return [
    { name: 'Time', value: <Times method={method} /> },
    { name: 'Tolerance', value: toleranceWords(method) },
    { name: 'Questions', value: questionWords(method) },
    { name: 'Breaks', value: splitWords(method) },
    { name: 'Notice', value: periodWords('At least', notice) },
    { name: 'Conditions', value: `${conditionWords(method).join('. ')}.` },
    ...(conditions.mandatoryActivities.length > 0
      ? [{ name: 'Must be seen', value: <Lines lines={conditions.mandatoryActivities} /> }]
      : []),
    ...(conditions.mayBePresent.length > 0
      ? [{ name: 'May be present', value: <Lines lines={conditions.mayBePresent} /> }]
      : []),
    { name: 'Recording', value: recordingWords(method) },
    { name: 'Grades', value: grades.length > 0 ? capitalised(formatList(grades)) : leftOpen },
    { name: 'How the grade is made', value: gradeRuleWords(method) },
    ...(criticalKsbs.length > 0
      ? [
          {
            name: 'Critical KSBs',
            value: (
              <>
                <KsbList>
                  {criticalKsbs.map(code => (
                    <KsbChip key={code} code={code} text={texts.get(code)} />
                  ))}
                </KsbList>
                <span className="muted">Without them the method is failed, whatever else was met.</span>
              </>
            ),
          },
        ]
      : []),
  ];
}

function Times({ method }: { readonly method: Method }) {
  const { base } = timeAllowed(method, 0).total;
  if (method.parts.length === 1 && method.parts[0]) return partWords(method.parts[0]);
  return (
    <>
      {base === null ? null : `${formatDuration(base)} in all`}
      <Lines lines={method.parts.map(part => `${part.name}: ${partWords(part)}`)} />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="plain-lines">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
