import { type FormEvent, useState } from 'react';
import { capitalised, formatDateTime } from '../../../shared/british.ts';
import { aGrade } from '../../../shared/domain/grade-names.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { notify } from '../../ui/toast.tsx';
import type { SessionView } from '../session/session-view.ts';

/** The id of the field for the score, to which a key leads. */
export const scoreFieldId = 'score-of-test';

/** The score of a test: entered and corrected here, with the boundaries of the plan beside it and what was recorded before. Nothing where no score decides. */
export function ScoreLine({ view }: { readonly view: SessionView }) {
  const { method, score, state } = view;
  const rule = method.gradeRule;
  if (rule?.kind !== 'score') return null;
  const boundaries = rule.boundaries
    .filter(({ grade }) => grade !== 'fail')
    .map(({ grade, atLeast }) => `${aGrade(grade)} from ${atLeast}`);
  return (
    <section className="score-line" aria-label="Score">
      {state === 'signed' ? (
        <p>
          <span className="strong">Score:</span> {score.value} of {rule.outOf} marks
        </p>
      ) : (
        <ScoreForm key={score.value} view={view} outOf={rule.outOf} />
      )}
      <p className="muted">{capitalised(boundaries.join(', '))}.</p>
      {score.earlier.length > 0 ? (
        <Disclosure title="Recorded before" note={String(score.earlier.length)}>
          <ul className="plain-lines">
            {score.earlier.map(({ score: earlier, until }) => (
              <li key={until}>
                {earlier === null ? 'No score' : `${earlier} of ${rule.outOf} marks`}, until {formatDateTime(until)}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

function ScoreForm({ view, outOf }: { readonly view: SessionView; readonly outOf: number }) {
  const [typed, setTyped] = useState(view.score.value);
  const record = useAction('score.record');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === view.score.value) return;
    record.start({ sessionId: view.id, score: typed }, () =>
      notify({ words: typed === null ? 'The score was taken back.' : `Score recorded: ${typed} of ${outOf}.` }),
    );
  };
  return (
    <form id={scoreFieldId} className="score-form" onSubmit={save}>
      <NumberField
        label="Score"
        unit={`of ${outOf} marks`}
        value={typed}
        onChange={setTyped}
        most={outOf}
        isEmptyAllowed
      />
      <Button
        type="submit"
        {...(view.score.value === null ? { tone: 'primary' as const } : {})}
        isDisabled={typed === view.score.value}
        isPending={record.isPending}
      >
        {view.score.value === null ? 'Record the score' : 'Correct the score'}
      </Button>
      {record.error ? <ErrorPanel title="The score was not recorded" error={record.error} /> : null}
    </form>
  );
}
