import type { ReadyCase } from '../../../shared/contract/reports.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { usePracticeWorkspace } from '../common/practice-workspace.ts';

interface ReadyCasesProps {
  readonly cases: readonly ReadyCase[];
  /** The assessments that are left out. */
  readonly left: ReadonlySet<string>;
  readonly onChoose: (assessmentId: string, isIn: boolean) => void;
  readonly isDisabled: boolean;
}

/** What would be signed: each apprentice with their reports and the grades that these state. */
export function ReadyCases({ cases, left, onChoose, isDisabled }: ReadyCasesProps) {
  const showsPractice = !usePracticeWorkspace();
  return (
    <fieldset className="ready-cases" disabled={isDisabled}>
      <legend className="field-label">Whose reports</legend>
      <ul className="ready-list">
        {cases.map(({ assessmentId, apprenticeName, standard, practice, reports }) => (
          <li key={assessmentId} className="ready-case">
            <Checkbox
              isSelected={!left.has(assessmentId)}
              isDisabled={isDisabled}
              onChange={isIn => onChoose(assessmentId, isIn)}
              detail={standard}
            >
              {apprenticeName} {showsPractice && practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
            </Checkbox>
            <ul className="ready-reports" aria-label={`Reports of ${apprenticeName}`}>
              {reports.map(({ title, grade }) => (
                <li key={title}>
                  <span>{title}</span>
                  <GradeMark grade={grade} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
