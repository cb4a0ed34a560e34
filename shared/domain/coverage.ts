import { themeLetter } from './descriptor-labels.ts';
import type { Method } from './plan.ts';
import { evidenceNotes, type Note } from './session.ts';

/** How far one KSB has been covered. */
export interface KsbCoverage {
  readonly code: string;
  /** Notes that show it: what was seen, answers and portfolio; a question asked shows nothing yet. */
  readonly evidence: number;
  readonly questions: number;
}

/** How far one theme has been covered. */
export interface ThemeCoverage {
  readonly themeKey: string;
  /** For example `Theme A`. */
  readonly label: string;
  readonly title: string;
  readonly ksbs: readonly KsbCoverage[];
  readonly seen: number;
  readonly total: number;
  readonly notSeen: readonly string[];
  readonly questions: number;
  /** Null where the plan sets none for the theme. */
  readonly minimumQuestions: number | null;
}

/** How far a method's KSBs have been covered by its notes. */
export interface Coverage {
  readonly ksbs: readonly KsbCoverage[];
  readonly themes: readonly ThemeCoverage[];
  readonly seen: number;
  readonly total: number;
  readonly notSeen: readonly string[];
  /** Questions asked, follow-ups not counted: the usual rule of published assessment plans. */
  readonly questions: number;
  /** Null where the plan sets none or leaves it open. */
  readonly minimumQuestions: number | null;
}

/** Counts evidence and questions for each KSB and theme of the method. Struck notes and remarks do not count. */
export function coverageOf(method: Method, notes: readonly Note[]): Coverage {
  const counted = evidenceNotes(notes).map(note => ({ kind: note.kind, ksbs: ksbsOfNote(note, notes) }));
  const questions = counted.filter(note => note.kind === 'question');
  const evidence = counted.filter(note => note.kind !== 'question' && note.kind !== 'followUp');
  const cover = (code: string): KsbCoverage => ({
    code,
    evidence: evidence.filter(note => note.ksbs.includes(code)).length,
    questions: questions.filter(note => note.ksbs.includes(code)).length,
  });
  return {
    ...seenOf(method.ksbs.map(cover)),
    themes: method.themes.map((theme, index) => ({
      themeKey: theme.key,
      label: `Theme ${themeLetter(index)}`,
      title: theme.title,
      ...seenOf(theme.ksbs.map(cover)),
      questions: questions.filter(note => note.ksbs.some(code => theme.ksbs.includes(code))).length,
      minimumQuestions: theme.minimumQuestions ?? null,
    })),
    questions: questions.length,
    minimumQuestions: method.questions?.minimum ?? null,
  };
}

/** The KSBs that a note speaks of: its own, else those of the note that it follows, as an untagged answer speaks of what its question asked. */
export function ksbsOfNote(note: Note, notes: readonly Note[]): readonly string[] {
  const visited = new Set<string>();
  let current: Note | undefined = note;
  while (current && current.ksbs.length === 0 && current.followsId !== null && !visited.has(current.id)) {
    visited.add(current.id);
    const { followsId }: Note = current;
    current = notes.find(other => other.id === followsId);
  }
  return current?.ksbs ?? [];
}

function seenOf(ksbs: readonly KsbCoverage[]) {
  const notSeen = ksbs.filter(ksb => ksb.evidence === 0).map(ksb => ksb.code);
  return { ksbs, seen: ksbs.length - notSeen.length, total: ksbs.length, notSeen };
}
