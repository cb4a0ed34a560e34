import type { TestBench } from '../workbench.ts';

/** Judges every descriptor of a session, each with a rationale of its own. */
export async function judgeAll(
  bench: TestBench,
  sessionId: string,
  decide: (key: string, grade: string) => 'met' | 'notMet',
): Promise<void> {
  const { method } = await bench.ask('session.get', { id: sessionId });
  for (const { key, grade } of method.themes.flatMap(theme => theme.descriptors)) {
    const rationale = `The notes on ${key} show it.`;
    await bench.ask('judgement.record', {
      sessionId,
      descriptorKey: key,
      decision: decide(key, grade),
      rationale,
      evidenceNoteIds: [],
    });
  }
}

/** Runs a session with one question a minute until the plan's minimum in each theme is reached. */
export async function holdSession(bench: TestBench, sessionId: string): Promise<string[]> {
  const { method } = await bench.ask('session.get', { id: sessionId });
  const ids: string[] = [];
  for (const part of method.parts) {
    await bench.ask('clock.run', { sessionId, partKey: part.key });
    bench.passMinutes((part.minutes ?? 10) - 14);
    for (const theme of method.themes) {
      for (let count = 0; count < 2; count++) {
        bench.passMinutes(1);
        const note = {
          sessionId,
          kind: 'question',
          body: `How did you respond? #${theme.ksbs[0]}`,
          ksbs: [],
          followsId: null,
        } as const;
        ids.push((await bench.ask('note.add', note)).id);
      }
    }
  }
  await seeActivities(bench, sessionId);
  await bench.ask('session.close', { sessionId, explanations: [] });
  return ids;
}

/** Ticks every activity that the plan wants to see. */
export async function seeActivities(bench: TestBench, sessionId: string): Promise<void> {
  const { method } = await bench.ask('session.get', { id: sessionId });
  for (const about of method.conditions.mandatoryActivities) {
    await bench.ask('mark.set', { sessionId, kind: 'activity', about, isSet: true });
  }
}

/** A typed signature. */
export const mark = { kind: 'typed', name: 'Robin Fictional' } as const;

/** Records every requirement of the gateway as met and confirms it, as passed on this day (ISO date). */
export async function passGateway(bench: TestBench, assessmentId: string, passedOn: string): Promise<void> {
  const { gateway } = await bench.ask('preparation.get', { assessmentId });
  for (const { key: requirementKey } of gateway.requirements) {
    const found = { state: 'met', evidence: 'Seen', confirmedBy: 'Sam Employer', confirmedOn: passedOn } as const;
    await bench.ask('gateway.record', { assessmentId, requirementKey, ...found });
  }
  await bench.ask('gateway.confirm', { assessmentId, passedOn });
}
