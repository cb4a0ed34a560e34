import { CheckCheck, Hourglass } from 'lucide-react';
import { coverageOutlook, fitWords, outlookWords, timeFit } from '../../../shared/domain/coverage-outlook.ts';
import { ledgerTimes } from '../../../shared/domain/time-ledger.ts';
import { useAsk } from '../../api.ts';
import { useClock } from './use-clock.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** Above the coverage: what is missing, what the questions left reach of it, and quietly when the time left no longer fits. */
export function CoverageOutlook({ desk }: { readonly desk: SessionDesk }) {
  const { view, coverage } = desk;
  const { data: offers = [] } = useAsk('question.offered', { sessionId: view.id }, { isEnabled: desk.isOpen });
  if (!desk.isOpen) return null;
  const enough = new Set(view.marks.enough.map(({ about }) => about));
  const outlook = coverageOutlook(
    coverage,
    enough,
    offers.filter(({ askedIn }) => askedIn === null),
  );
  const words = outlookWords(outlook);
  return (
    <div className="outlook">
      {words === '' ? (
        <p>
          <CheckCheck size={14} aria-hidden /> Every KSB was seen or is enough, and the questions are asked.
        </p>
      ) : (
        <p>{words}</p>
      )}
      <TimeWarning desk={desk} outlook={outlook} />
    </div>
  );
}

interface TimeWarningProps {
  readonly desk: SessionDesk;
  readonly outlook: ReturnType<typeof coverageOutlook>;
}

/** Reads the clock by itself, so that the coverage is not drawn again each second. */
function TimeWarning({ desk, outlook }: TimeWarningProps) {
  const { view } = desk;
  const clock = useClock(view);
  if (clock.state === 'notStarted') return null;
  const times = ledgerTimes(view.ledger, new Date().toISOString());
  const fit = timeFit(view.method, outlook, view.notes, {
    times,
    adjustmentPercent: view.checklist.adjustmentPercent,
  });
  const words = fit && fitWords(fit);
  return (
    <p className="outlook-warning" role="status">
      {words ? (
        <>
          <Hourglass size={14} aria-hidden /> {words}
        </>
      ) : null}
    </p>
  );
}
