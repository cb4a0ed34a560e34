import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DemonstrationScript, demonstrationScript } from '../../../electron/features/demonstration-scripts.ts';
import { line } from '../../../shared/contract/shapes.ts';
import { coverageOf, ksbsOfNote } from '../../../shared/domain/coverage.ts';
import { recogniseFile } from '../../../shared/domain/file-kinds.ts';
import type { Judgement } from '../../../shared/domain/judgement.ts';
import { compareKsbCodes } from '../../../shared/domain/ksb-codes.ts';
import { gradeMethod } from '../../../shared/domain/method-grade.ts';
import { gradeOverall } from '../../../shared/domain/overall-grade.ts';
import { descriptorsOf, type Grade, type Method, methodOf, plan } from '../../../shared/domain/plan.ts';
import { obstaclesToClosing } from '../../../shared/domain/readiness-to-close.ts';
import { obstaclesToSigning } from '../../../shared/domain/readiness-to-sign.ts';
import type { LedgerEntry, Note, NoteKind } from '../../../shared/domain/session.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';

const resources = new URL('../../../resources/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
const demonstrationPlan = plan.parse(read('plans/st1030-demonstration.json'));

interface Session {
  readonly name: string;
  readonly script: DemonstrationScript;
  readonly method: Method;
  readonly notes: readonly Note[];
  readonly judgements: readonly Judgement[];
}

function sessionOf(name: string): Session {
  const script = demonstrationScript.parse(read(`demonstration/${name}.json`));
  return {
    name,
    script,
    method: methodOf(demonstrationPlan, script.methodKey),
    notes: script.notes.map((note, index) => ({
      id: String(index),
      kind: note.kind,
      body: note.body,
      ksbs: note.ksbs,
      at: new Date(note.minute * 60_000).toISOString(),
      offsetSeconds: Math.round(note.minute * 60),
      partKey: null,
      followsId: note.follows === null ? null : String(note.follows),
      struckReason: note.struck ?? null,
    })),
    judgements: script.judgements.map(({ evidence, ...judgement }) => ({
      ...judgement,
      evidenceNoteIds: evidence.map(String),
      portfolioEvidenceIds: [],
    })),
  };
}

const placeholderObservation = sessionOf('placeholder-observation');
const placeholderDiscussion = sessionOf('placeholder-discussion');
const specimenObservation = sessionOf('specimen-observation');
const specimenDiscussion = sessionOf('specimen-discussion');
const sampleDiscussion = sessionOf('sample-discussion');
const judged = [placeholderObservation, placeholderDiscussion, specimenObservation, specimenDiscussion];
const all = [...judged, sampleDiscussion];

const gradeOf = ({ method, judgements }: Session): Grade | null => gradeMethod(method, judgements).grade;
const lengthOf = ({ script }: Session): number => script.parts.reduce((sum, { minutes }) => sum + minutes, 0);

function ledgerOf({ script }: Session): readonly LedgerEntry[] {
  const at = '2026-11-21T09:30:00.000Z';
  return script.parts.map(({ partKey, minutes }) => ({
    kind: 'part',
    partKey,
    startedAt: at,
    endedAt: at,
    measuredSeconds: Math.round(minutes * 60),
    reason: null,
  }));
}

it('the demonstration has its five sessions, its portfolio and nothing else', () => {
  expect(readdirSync(new URL('demonstration/', resources)).sort()).toEqual(
    ['portfolio', 'portfolio.json', ...all.map(({ name }) => `${name}.json`)].sort(),
  );
});

it('every file of its portfolio is mapped or waits to be, is small and shown inside the window', () => {
  const script = JSON.parse(readFileSync(new URL('demonstration/portfolio.json', resources), 'utf8'));
  const files = readdirSync(new URL('demonstration/portfolio/', resources)).sort();
  expect(script.pieces.map(({ file }: { file: string }) => file).sort()).toEqual(files);
  for (const file of files) {
    const bytes = readFileSync(new URL(`demonstration/portfolio/${file}`, resources));
    expect(bytes.length).toBeLessThan(200_000);
    expect(recogniseFile(bytes)).toMatchObject({ isShown: true });
  }
});

describe.each(all)('the demonstration session $name', session => {
  const { script, method, notes } = session;

  it('runs the parts of its method, in their order, within the time allowed', () => {
    const allowed = timeAllowed(method, script.checklist.adjustmentPercent);
    expect(script.parts.map(({ partKey }) => partKey)).toEqual(method.parts.map(({ key }) => key));
    for (const { partKey, minutes } of script.parts) {
      const highest = allowed.parts.find(part => part.partKey === partKey)?.highest;
      expect(minutes * 60).toBeLessThanOrEqual(highest ?? 0);
    }
    expect(lengthOf(session) * 60).toBeLessThanOrEqual(allowed.total.highest ?? 0);
  });

  it('writes its notes one after the other while the clock runs', () => {
    const minutes = script.notes.map(({ minute }) => minute);
    expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
    expect(minutes.at(-1)).toBeLessThan(lengthOf(session));
    for (const pause of script.breaks) {
      expect(minutes).not.toContain(pause.minute);
      expect(pause.minute).toBeLessThan(lengthOf(session));
    }
  });

  it('tags notes with KSBs of the method only, in their natural order and each once', () => {
    for (const { ksbs } of notes) {
      expect(method.ksbs).toEqual(expect.arrayContaining([...ksbs]));
      expect(ksbs).toEqual([...new Set(ksbs)].sort(compareKsbCodes));
    }
    const untagged = notes.filter(note => note.kind !== 'remark' && ksbsOfNote(note, notes).length === 0);
    expect(untagged).toEqual([]);
  });

  it('lets every note follow what it can follow, an earlier one', () => {
    const follows: Readonly<Record<NoteKind, readonly (NoteKind | null)[]>> = {
      seen: [null],
      remark: [null],
      question: [null],
      answer: ['question', 'followUp'],
      followUp: ['answer', 'portfolio'],
      portfolio: ['answer'],
    };
    for (const [index, { kind, follows: followed }] of script.notes.entries()) {
      expect(follows[kind]).toContain(followed === null ? null : script.notes[followed]?.kind);
      expect(followed ?? -1).toBeLessThan(index);
    }
  });

  it('answers every question but one that has only just been asked', () => {
    const open = notes.filter(
      ({ id, kind }, index) =>
        (kind === 'question' || kind === 'followUp') &&
        index < notes.length - 1 &&
        !notes.some(note => note.kind === 'answer' && note.followsId === id),
    );
    expect(open).toEqual([]);
  });

  it('is visibly fictional, names nobody and is set in typographic quotation marks', () => {
    expect(script.checklist.place).toContain('(fictional)');
    const texts = [
      ...Object.values(script.checklist).map(String),
      ...script.breaks.map(({ reason }) => reason),
      ...script.notes.flatMap(({ body, struck = '' }) => [body, struck]),
      ...script.judgements.map(({ rationale }) => rationale),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/["'`#]|\b(?:Mr|Mrs|Ms|Miss|Dr)\b/);
      expect(text).toBe(text.trim());
    }
  });

  it('keeps to the lengths that the workbench accepts', () => {
    const lines = [...script.breaks.map(({ reason }) => reason), ...notes.flatMap(note => note.struckReason ?? [])];
    for (const text of lines) expect(line.safeParse(text).success).toBe(true);
    for (const { body } of notes) expect(body.length).toBeGreaterThan(0);
  });
});

describe.each(judged)('the judged session $name', session => {
  const { script, method, notes, judgements } = session;
  const descriptors = new Map(descriptorsOf(method).map(({ descriptor }) => [descriptor.key, descriptor]));

  it('judges every descriptor of the method once, in the order of the plan', () => {
    expect(judgements.map(({ descriptorKey }) => descriptorKey)).toEqual([...descriptors.keys()]);
  });

  it('asks the questions that the plan demands, in all and in each theme', () => {
    const coverage = coverageOf(method, notes);
    expect(coverage.questions).toBeGreaterThanOrEqual(method.questions?.minimum ?? Number.POSITIVE_INFINITY);
    for (const theme of coverage.themes) {
      expect(theme.questions, theme.label).toBeGreaterThanOrEqual(theme.minimumQuestions ?? Number.POSITIVE_INFINITY);
    }
  });

  it('rests every judgement on what was seen, said or shown about the descriptor’s own KSBs', () => {
    for (const { descriptorKey, evidenceNoteIds } of judgements) {
      const ksbs = descriptors.get(descriptorKey)?.ksbs ?? [];
      expect(evidenceNoteIds.length, descriptorKey).toBeGreaterThan(0);
      for (const id of evidenceNoteIds) {
        const note = notes[Number(id)];
        expect(['seen', 'answer', 'portfolio'], `${descriptorKey}: note ${id}`).toContain(note?.kind);
        expect(note?.struckReason).toBeNull();
        const shown = note ? ksbsOfNote(note, notes) : [];
        expect(
          shown.filter(code => ksbs.includes(code)),
          `${descriptorKey}: note ${id}`,
        ).not.toEqual([]);
      }
    }
  });

  it('judges a descriptor met only with evidence for each of its KSBs', () => {
    for (const { descriptorKey, decision, evidenceNoteIds } of judgements.filter(one => one.decision === 'met')) {
      const linked = notes.filter(({ id }) => evidenceNoteIds.includes(id));
      const shown = new Set(linked.flatMap(note => ksbsOfNote(note, notes)));
      const missing = descriptors.get(descriptorKey)?.ksbs.filter(code => !shown.has(code));
      expect(missing, `${descriptorKey} ${decision}`).toEqual([]);
    }
  });

  it('may be signed, without even a hint', () => {
    expect(obstaclesToSigning(method, judgements, notes)).toEqual([]);
  });

  it('may be closed, with no hint but that of a KSB without evidence', () => {
    const hints = obstaclesToClosing(method, notes, {
      ledger: ledgerOf(session),
      nowIso: '2026-11-21T12:00:00.000Z',
      adjustmentPercent: script.checklist.adjustmentPercent,
      reasons: { questions: '', overrun: '' },
    });
    expect(hints.map(({ message }) => message)).toEqual(
      session === specimenDiscussion ? ['No evidence noted yet for 1 KSB: S8.'] : [],
    );
  });
});

describe('the demonstration as a whole', () => {
  it.each<[Session, Grade]>([
    [placeholderObservation, 'distinction'],
    [placeholderDiscussion, 'pass'],
    [specimenObservation, 'pass'],
    [specimenDiscussion, 'fail'],
  ])('$0.name comes out as $1', (session, grade) => {
    expect(gradeOf(session)).toBe(grade);
  });

  it.each<[Grade, Session, Session]>([
    ['merit', placeholderObservation, placeholderDiscussion],
    ['fail', specimenObservation, specimenDiscussion],
  ])('comes to %s over both methods', (overall, observation, discussion) => {
    const methodGrades = { observation: gradeOf(observation), professionalDiscussion: gradeOf(discussion) };
    expect(gradeOverall(demonstrationPlan, methodGrades).grade).toBe(overall);
  });

  it('fails its one failed method by a single pass descriptor, with a rationale that says why', () => {
    const { method, judgements } = specimenDiscussion;
    const passKeys = descriptorsOf(method).flatMap(({ descriptor }) =>
      descriptor.grade === 'pass' ? descriptor.key : [],
    );
    const missed = judgements.filter(one => one.decision === 'notMet' && passKeys.includes(one.descriptorKey));
    expect(missed.map(({ descriptorKey }) => descriptorKey)).toEqual(['b1']);
    expect(missed[0]?.rationale).toMatch(/^Said: .+ Not said/);
  });

  it('shows a break, a struck note, a remark, follow-ups, portfolio pages and extra time', () => {
    const kinds = new Set(all.flatMap(({ notes }) => notes.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['answer', 'followUp', 'portfolio', 'question', 'remark', 'seen']);
    expect(placeholderObservation.script.breaks).toHaveLength(1);
    expect(placeholderObservation.notes.filter(({ struckReason }) => struckReason !== null)).toHaveLength(1);
    expect(specimenObservation.script.checklist.adjustmentPercent).toBe(25);
    const pages = all.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'portfolio').map(({ body }) => body));
    for (const body of pages) expect(body).toMatch(/^p\. \d+/);
  });

  it('refers to the portfolio only where the plan allows it', () => {
    const referring = all.filter(({ notes }) => notes.some(({ kind }) => kind === 'portfolio'));
    expect(referring).toEqual(all.filter(({ method }) => method.conditions.portfolioMayBeReferredTo));
  });

  it('leaves one discussion in the middle of its themes', () => {
    const { script, method, notes } = sampleDiscussion;
    expect(script.judgements).toEqual([]);
    expect(lengthOf(sampleDiscussion)).toBe(22);
    expect(coverageOf(method, notes).themes.filter(({ seen }) => seen === 0)).toHaveLength(3);
  });

  it('never says the same thing twice', () => {
    const rationales = judged.flatMap(({ judgements }) => judgements.flatMap(({ rationale }) => rationale || []));
    const bodies = all.flatMap(({ notes }) => notes.map(({ body }) => body));
    expect(new Set(rationales).size).toBe(rationales.length);
    expect(new Set(bodies).size).toBe(bodies.length);
  });
});
