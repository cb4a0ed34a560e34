import { remoteChecksIn } from '../../../shared/domain/opening.ts';
import { Checkbox } from '../../ui/choices.tsx';
import type { OpeningForm, OpeningProblems } from '../begin-session-form.ts';

interface PartProps {
  readonly form: OpeningForm;
  readonly problems: OpeningProblems;
  readonly change: (part: Partial<OpeningForm>) => void;
}

/** What the plan asks for when the session is held remotely. */
export function RemoteChecks({ form, problems, change }: PartProps) {
  const { rules } = form;
  if (rules === null) return null;
  const says =
    rules.remoteAllowed === null
      ? 'The plan leaves open whether it may be.'
      : rules.remoteAllowed
        ? 'The plan allows it.'
        : 'The plan does not allow it.';
  return (
    <div className="stack stack-tight">
      <Checkbox
        isSelected={form.remote}
        onChange={remote => change({ remote, remoteChecked: false })}
        isInvalid={Boolean(problems.remote)}
        detail={problems.remote ? <span className="opening-problem">{problems.remote}</span> : says}
      >
        The session is held remotely
      </Checkbox>
      {form.remote ? (
        <Checkbox
          isSelected={form.remoteChecked}
          onChange={remoteChecked => change({ remoteChecked })}
          isInvalid={Boolean(problems.remoteChecked)}
          detail={
            <>
              {remoteChecksIn(rules)}
              {problems.remoteChecked ? <span className="opening-problem">{problems.remoteChecked}</span> : null}
            </>
          }
        >
          The remote checks are done
        </Checkbox>
      ) : null}
    </div>
  );
}

/** The adjustments that were agreed, confirmed with the apprentice before the clock starts. */
export function AdjustmentsInForce({ form, problems, change }: PartProps) {
  const isAny = form.adjustments.trim() !== '' || Number.parseInt(form.adjustmentPercent, 10) > 0;
  if (form.rules === null || !isAny) return null;
  return (
    <Checkbox
      isSelected={form.adjustmentsConfirmed}
      onChange={adjustmentsConfirmed => change({ adjustmentsConfirmed })}
      isInvalid={Boolean(problems.adjustmentsConfirmed)}
      detail={
        problems.adjustmentsConfirmed ? (
          <span className="opening-problem">{problems.adjustmentsConfirmed}</span>
        ) : (
          'As they stand above; the apprentice agrees that this is what was arranged.'
        )
      }
    >
      The adjustments are in place
    </Checkbox>
  );
}
