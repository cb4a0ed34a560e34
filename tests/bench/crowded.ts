import { addFinishedAssessments } from '../fixtures/many-assessments.ts';
import { type BareDatabase, bareCommit } from './bare-commit.ts';
import type { Core } from './core.ts';
import { type Figure, figure, timeInTurns } from './measuring.ts';
import { notesIn } from './saving.ts';
import { type MeasuredWorkspace, noteOf } from './session.ts';

const assessments = 10_000;
const saving = { count: 300, warmUp: 30 };
const reading = { count: 40, warmUp: 5 };

/** What a person does with ten thousand finished assessments in the file: saves a note in a long session, opens Home, looks somebody up. Everything after this is measured in the crowded file. */
export async function measureCrowded(core: Core, { long }: MeasuredWorkspace, bare: BareDatabase): Promise<Figure[]> {
  const everyRow = await core.workbench.task(async ({ workspace }) => {
    if (!workspace) throw new Error('The workspace is not open.');
    addFinishedAssessments(workspace.connection, assessments, '2025-03-03T09:00:00.000Z');
    const rows = workspace.connection.prepare('SELECT id, apprentice_id, plan_id FROM assessment');
    return () => rows.all();
  });
  const noting = await timeInTurns(saving, {
    ours: turn => core.ask('note.add', noteOf(long, turn)),
    bare: turn => bare.commitNote(long, turn),
  });
  const homing = await timeInTurns(reading, {
    home: () => core.ask('home.get', {}),
    due: () => core.ask('due.list', {}),
    find: turn => core.ask('apprentice.find', { text: `zoe ${Math.abs(turn)}`, limit: 20 }),
    bare: () => everyRow(),
  });
  const crowd = '10,000 assessments';
  const beside = { unit: 'ms', baseline: `SQLite alone: the rows of ${crowd}` } as const;
  return [
    figure(
      {
        unit: 'ms',
        key: 'noteCrowded',
        name: `Note added, durable (${notesIn(long)}, ${crowd})`,
        baseline: bareCommit,
      },
      noting.ours,
      noting.bare,
    ),
    figure({ ...beside, key: 'homeCrowded', name: `Home page read (${crowd})` }, homing.home, homing.bare),
    figure({ ...beside, key: 'dueCrowded', name: `What is due read (${crowd})` }, homing.due, homing.bare),
    figure({ ...beside, key: 'findCrowded', name: `Somebody looked up (${crowd})` }, homing.find, homing.bare),
  ];
}
