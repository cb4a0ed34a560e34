import { useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { DropZone } from './portfolio/drop-zone.tsx';
import { useMarks } from './session/activities.tsx';
import { offerActions } from './session/bank-offers.tsx';
import { BreakDialog } from './session/break-dialog.tsx';
import { ClockStrip } from './session/clock-strip.tsx';
import { CloseDialog } from './session/close-dialog.tsx';
import { conductActions } from './session/conduct-actions.ts';
import { CoverageCount, CoveragePane, coverageFoot } from './session/coverage-pane.tsx';
import { DecisionDialog } from './session/decision-dialog.tsx';
import { HistoryDialog } from './session/history-dialog.tsx';
import { NamesDialog } from './session/names-dialog.tsx';
import { NoteList } from './session/note-list.tsx';
import { NotesFoot } from './session/notes-pane.tsx';
import { PartDialog } from './session/part-dialog.tsx';
import { PlanPane, QuestionCount } from './session/plan-pane.tsx';
import { type Reading, readingActions, readingPane, useReading } from './session/reading-pane.tsx';
import { recordingActions } from './session/recording-actions.ts';
import { ConsentDialog, DestroyRecordingDialog, PauseRecordingDialog } from './session/recording-dialogs.tsx';
import { RecordingStrip } from './session/recording-strip.tsx';
import { ReopenDialog } from './session/reopen-dialog.tsx';
import { sessionActions } from './session/session-actions.ts';
import { SessionHead } from './session/session-head.tsx';
import { SessionNotices } from './session/session-notices.tsx';
import type { SessionView } from './session/session-view.ts';
import { SplitDialog } from './session/split-dialog.tsx';
import { StopDialog } from './session/stop-dialog.tsx';
import { StopRecordDialog } from './session/stop-record-dialog.tsx';
import { StrikeDialog } from './session/strike-dialog.tsx';
import { useAttaching } from './session/use-attaching.tsx';
import { useClock, useClockDeeds } from './session/use-clock.ts';
import { useRecordingWithClock } from './session/use-recording-with-clock.ts';
import { type SessionDesk, useSessionDesk } from './session/use-session-desk.ts';

/** A live session: plan, notes, coverage and the clock. */
export function SessionScreen({ id }: { readonly id: string }) {
  const { data, error } = useAsk('session.get', { id });
  if (data) return <Session key={id} view={data} />;
  return (
    <div className="page">
      {error ? <ErrorPanel title="This session cannot be shown" error={error} /> : <Loading what="the session" />}
    </div>
  );
}

function Session({ view }: { readonly view: SessionView }) {
  const desk = useSessionDesk(view);
  const reading = useReading(desk);
  const attaching = useAttaching(desk);
  useActions([...readingActions(reading), ...attaching.actions]);
  return (
    <DropZone className="page-full session" onDrop={attaching.drop}>
      <SessionTop desk={desk} />
      {attaching.panel}
      <SplitPanes label="Show" panes={sessionPanes(desk, reading)} first="notes" />
      <BreakDialog desk={desk} />
      <PartDialog desk={desk} />
      <SplitDialog desk={desk} />
      <StopDialog desk={desk} />
      <StopRecordDialog desk={desk} />
      <DecisionDialog desk={desk} />
      <NamesDialog desk={desk} />
      <CloseDialog desk={desk} />
      <PauseRecordingDialog desk={desk} />
      <ConsentDialog desk={desk} />
      <DestroyRecordingDialog desk={desk} />
      <ReopenDialog desk={desk} />
      <StrikeDialog desk={desk} />
      <HistoryDialog desk={desk} />
    </DropZone>
  );
}

/** What ticks every second, kept apart so that the panes are not drawn again each time. */
function SessionTop({ desk }: { readonly desk: SessionDesk }) {
  const clock = useClock(desk.view);
  const deeds = useClockDeeds(desk);
  const toggle = useMarks(desk);
  useRecordingWithClock(desk.view);
  useActions([
    ...sessionActions(desk, clock, deeds),
    ...conductActions(desk, clock, toggle),
    ...recordingActions(desk),
    ...offerActions(desk),
  ]);
  return (
    <div className="session-top">
      <SessionHead view={desk.view} />
      <ClockStrip desk={desk} clock={clock} deeds={deeds} />
      <RecordingStrip desk={desk} />
      <SessionNotices desk={desk} deeds={deeds} />
    </div>
  );
}

function sessionPanes(desk: SessionDesk, reading: Reading) {
  const foot = coverageFoot(desk);
  const read = readingPane(reading);
  const notes = {
    id: 'notes',
    title: 'Notes',
    weight: 1.5,
    isFlush: true,
    content: <NoteList desk={desk} />,
    foot: <NotesFoot desk={desk} />,
  };
  if (read) return [notes, read];
  return [
    { id: 'plan', title: 'Plan', weight: 0.8, content: <PlanPane desk={desk} />, aside: <QuestionCount desk={desk} /> },
    notes,
    {
      id: 'coverage',
      title: 'Coverage',
      weight: 0.8,
      content: <CoveragePane desk={desk} />,
      aside: <CoverageCount desk={desk} />,
      ...(foot ? { foot } : {}),
    },
  ];
}
