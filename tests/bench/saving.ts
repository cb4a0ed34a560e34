import { type BareDatabase, bareCommit } from './bare-commit.ts';
import type { Core } from './core.ts';
import { type Figure, figure, timeInTurns } from './measuring.ts';
import { judgementOf, type MeasuredWorkspace, noteOf, type RunningSession } from './session.ts';

const turns = { count: 300, warmUp: 30 };
const naming = { unit: 'ms', baseline: bareCommit } as const;

/** One criterion graded and one note added, each durable, through the whole path from the door of the core to the disk. */
export async function measureSaving(core: Core, workspace: MeasuredWorkspace, bare: BareDatabase): Promise<Figure[]> {
  const { usual, long } = workspace;
  const judging = (session: RunningSession) =>
    timeInTurns(turns, {
      ours: turn => core.ask('judgement.record', judgementOf(session, turn)),
      bare: turn => bare.commitJudgement(session, turn),
    });
  const inUsual = await judging(usual);
  const inLong = await judging(long);
  const noting = await timeInTurns(turns, {
    ours: turn => core.ask('note.add', noteOf(long, turn)),
    bare: turn => bare.commitNote(long, turn),
  });
  return [
    figure(
      { ...naming, key: 'judgement', name: `Criterion graded, durable (${notesIn(usual)})` },
      inUsual.ours,
      inUsual.bare,
    ),
    figure(
      { ...naming, key: 'judgementLongSession', name: `Criterion graded, durable (${notesIn(long)})` },
      inLong.ours,
      inLong.bare,
    ),
    figure(
      { ...naming, key: 'noteLongSession', name: `Note added, durable (${notesIn(long)})` },
      noting.ours,
      noting.bare,
    ),
  ];
}

/** A session's size as the figures name it. */
export const notesIn = ({ notes }: RunningSession): string => `${notes.toLocaleString('en-GB')} notes`;
