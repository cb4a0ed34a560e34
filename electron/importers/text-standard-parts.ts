import type { ItemKind } from '../../shared/domain/framework.ts';
import { type Heading, headingAt } from './standard-headings.ts';
import { codesAtEnd, headOfStatement, prefixOfKind } from './statement-codes.ts';
import type { Line, TextLines } from './text-lines.ts';

/** A statement as it was gathered: its lines, and for a duty the codes of its KSBs. */
export interface Gathered {
  readonly code: string;
  readonly lines: readonly string[];
  readonly codes: readonly string[];
}

/** The parts of a standard's text: its statements in the order of the text, and the other lines under each heading. */
export interface StandardParts {
  readonly statements: readonly Gathered[];
  readonly sections: ReadonlyMap<Heading, readonly Line[]>;
}

interface Gathering {
  readonly statements: { code: string; lines: string[]; codes: string[] }[];
  readonly sections: Map<Heading, Line[]>;
  /** How many statements each prefix has, where statements have no codes of their own; null where they have. */
  readonly uncoded: { readonly duties: Map<string, number> | null; readonly ksbs: Map<string, number> | null };
  section: Heading;
  /** Whether the next line can go on with the last statement. */
  open: boolean;
}

/** Takes the text of a standard apart. */
export function partsOf(source: TextLines): StandardParts {
  const { lines } = source;
  const codes = lines.flatMap(line => headOfStatement(line.text, false)?.code ?? []);
  const gathering: Gathering = {
    statements: [],
    sections: new Map(),
    uncoded: {
      duties: codes.some(code => code.startsWith('D')) ? null : new Map(),
      ksbs: codes.some(code => !code.startsWith('D')) ? null : new Map(),
    },
    section: 'other',
    open: false,
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const heading = headingAt(lines, index);
    if (heading) {
      beginSection(gathering, heading.heading);
      index += heading.lines - 1;
    } else if (line) addLine(gathering, line, source);
  }
  return gathering;
}

function beginSection(gathering: Gathering, heading: Heading): void {
  if (heading === 'ksbs') return;
  gathering.section = heading;
  gathering.open = false;
  if (!gathering.sections.has(heading)) gathering.sections.set(heading, []);
}

function addLine(gathering: Gathering, line: Line, source: TextLines): void {
  const expected = isKind(gathering.section);
  const head = headOfStatement(line.text, expected) ?? uncodedHead(gathering, line.text);
  if (head) {
    gathering.statements.push({ code: head.code, lines: [], codes: [] });
    gathering.open = true;
  }
  const last = gathering.statements.at(-1);
  const ended = source.wrapped && !source.doubleSpaced && line.blankBefore && head === null;
  const { rest, codes } = codesAtEnd(head?.rest ?? line.text);
  const isDuty = last?.code.startsWith('D') === true;
  const goesOn = codes.length > 0 || last?.codes.length === 0;
  if (!last || !gathering.open || (ended && codes.length === 0) || !goesOn) {
    gathering.open = false;
    listUnder(gathering, line);
    return;
  }
  if (isDuty) for (const code of codes) last.codes.push(code);
  const words = isDuty ? rest : (head?.rest ?? line.text);
  if (words !== '') last.lines.push(words);
}

function listUnder({ sections, section }: Gathering, line: Line): void {
  const lines = sections.get(section);
  if (lines) lines.push(line);
  else sections.set(section, [line]);
}

/** A statement without a code, as a point of a list under its heading: it gets the next number of its kind. */
function uncodedHead({ section, uncoded }: Gathering, text: string): { code: string; rest: string } | null {
  const kind = section === 'duties' ? 'duty' : section;
  const counts = kind === 'duty' ? uncoded.duties : uncoded.ksbs;
  const [point] = /^(?:[•–-]|\d{1,3}[.)])\s+/.exec(text) ?? [];
  if (!counts || point === undefined || !isKind(kind)) return null;
  const prefix = prefixOfKind[kind];
  const number = (counts.get(prefix) ?? 0) + 1;
  counts.set(prefix, number);
  return { code: `${prefix}${number}`, rest: text.slice(point.length) };
}

const isKind = (section: string): section is ItemKind => section in prefixOfKind;
