import { formatElapsed } from '../../../shared/british.ts';
import type { ThemeCoverage } from '../../../shared/domain/coverage.ts';
import { labelledDescriptors } from '../../../shared/domain/descriptor-labels.ts';
import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import type { Theme } from '../../../shared/domain/plan.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Activities } from './activities.tsx';
import { ThemeOffers } from './bank-offers.tsx';
import { CountMark } from './count-mark.tsx';
import { LookFors } from './look-fors.tsx';
import type { SessionNote } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** What the plan asks of the session: how many questions, what must happen, and theme by theme what was asked and what it will be judged by. */
export function PlanPane({ desk }: { readonly desk: SessionDesk }) {
  const { method } = desk.view;
  return (
    <div className="plan-pane">
      <Activities desk={desk} />
      <LookFors desk={desk} />
      {method.themes.map((theme, index) => {
        const coverage = desk.coverage.themes[index];
        return coverage ? <ThemePlan key={theme.key} desk={desk} theme={theme} coverage={coverage} /> : null;
      })}
      <Opening desk={desk} />
    </div>
  );
}

/** The count of questions for the whole method, beside the pane's title. */
export function QuestionCount({ desk }: { readonly desk: SessionDesk }) {
  const { questions, minimumQuestions } = desk.coverage;
  return <CountMark what="Questions" count={questions} minimum={minimumQuestions} />;
}

interface ThemePlanProps {
  readonly desk: SessionDesk;
  readonly theme: Theme;
  readonly coverage: ThemeCoverage;
}

function ThemePlan({ desk, theme, coverage }: ThemePlanProps) {
  const asked = desk.view.notes.filter(
    note => note.kind === 'question' && note.struckReason === null && note.ksbs.some(code => theme.ksbs.includes(code)),
  );
  return (
    <section className="plan-theme">
      <div className="plan-head">
        <h3 className="plan-title">
          <span className="plan-label">{coverage.label}</span> {coverage.title}
        </h3>
        <CountMark
          what={`Questions in ${coverage.label}`}
          count={coverage.questions}
          minimum={coverage.minimumQuestions}
          isShort
        />
      </div>
      {asked.length > 0 ? (
        <ul className="plan-questions">
          {asked.map(note => (
            <AskedQuestion key={note.id} note={note} onGo={() => desk.goToNote(note.id)} />
          ))}
        </ul>
      ) : null}
      <ThemeOffers
        desk={desk}
        themeKey={theme.key}
        isOpenAtFirst={coverage.questions < (coverage.minimumQuestions ?? 1)}
      />
      <Descriptors desk={desk} theme={theme} />
    </section>
  );
}

function AskedQuestion({ note, onGo }: { readonly note: SessionNote; readonly onGo: () => void }) {
  return (
    <li>
      <button type="button" className="plan-question" onClick={onGo}>
        <span className="plan-time">{formatElapsed(note.offsetSeconds)}</span>
        <span className="plan-words">{withoutKsbTags(note.body)}</span>
        <span className="plan-codes">{note.ksbs.join(' ')}</span>
      </button>
    </li>
  );
}

function Descriptors({ desk, theme }: { readonly desk: SessionDesk; readonly theme: Theme }) {
  const descriptors = labelledDescriptors(desk.view.method).filter(labelled => labelled.theme.key === theme.key);
  return (
    <Disclosure title="Descriptors" note={descriptors.length} level={4}>
      <ul className="plan-descriptors">
        {descriptors.map(({ descriptor, label }) => (
          <li key={descriptor.key}>
            <span className="plan-descriptor-head">
              <strong>{label}</strong> {descriptor.grade === 'pass' ? 'Pass' : 'Distinction'} ·{' '}
              {descriptor.ksbs.join(' ')}
            </span>
            {descriptor.text}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Opening({ desk }: { readonly desk: SessionDesk }) {
  const { checklist } = desk.view;
  const extra = checklist.adjustmentPercent > 0 ? `${checklist.adjustmentPercent} % more time. ` : '';
  return (
    <Disclosure title="Opening checklist" level={3}>
      <FactList
        layout="rows"
        facts={[
          { name: 'Place', value: checklist.place },
          { name: 'Identity seen', value: checklist.identityDocument },
          { name: 'Others present', value: checklist.present || 'Nobody' },
          { name: 'Adjustments', value: `${extra}${checklist.adjustments}`.trim() || 'None' },
          { name: 'Declared', value: 'Independence, briefing given' },
        ]}
      />
    </Disclosure>
  );
}
