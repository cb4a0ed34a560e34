import { formatList } from '../../shared/british.ts';
import { themeLetter } from '../../shared/domain/descriptor-labels.ts';
import { typedKsbCodes } from '../../shared/domain/ksb-codes-typed.ts';
import type { Method, Plan, Theme } from '../../shared/domain/plan.ts';
import {
  outsideTheme,
  type QuestionKind,
  type QuestionPlace,
  type QuestionWording,
  questionKindNames,
  questionKinds,
  questionWording,
} from '../../shared/domain/question-bank.ts';
import type { QuestionRow } from './question-columns.ts';

/** A row of a file of questions as it was understood; null where something is wrong with it. `problems` says what, or what was taken otherwise than written. */
export interface ReadQuestion {
  readonly row: number;
  readonly text: string;
  readonly theme: string;
  readonly place: QuestionPlace | null;
  readonly wording: QuestionWording | null;
  readonly problems: readonly string[];
}

interface ThemeOfMethod {
  readonly method: Method;
  readonly theme: Theme;
  readonly letter: string;
}

/** Makes a question for the plan of a row, or says in words what keeps it from being one. */
export function questionOfRow({ row, cells }: QuestionRow, plan: Plan): ReadQuestion {
  const text = cells.question ?? '';
  const theme = cells.theme ?? '';
  const codes = typedKsbCodes(cells.ksbs ?? '');
  const found = themeNamed(plan, theme, cells.method ?? '', codes.codes);
  const kind = kindNamed(cells.kind ?? '');
  const wrong = [
    ...(text === '' ? ['It has no question.'] : []),
    ...(typeof found === 'string' ? [found] : wrongCodes(codes, found)),
  ];
  const remarks = kind === null ? [`“${cells.kind}” is no kind of question: it was taken as an opening one.`] : [];
  const wording = {
    kind: kind ?? 'opening',
    text,
    ksbs: codes.codes,
    passPointers: pointersIn(cells.passPointers ?? ''),
    distinctionPointers: pointersIn(cells.distinctionPointers ?? ''),
  };
  const checked = questionWording.safeParse(wording);
  if (wrong.length === 0 && !checked.success) wrong.push('It is longer than a question may be, or its pointers are.');
  if (wrong.length > 0 || typeof found === 'string' || !checked.success) {
    return { row, text, theme, place: null, wording: null, problems: [...wrong, ...remarks] };
  }
  const place = { methodKey: found.method.key, themeKey: found.theme.key };
  return { row, text, theme: found.theme.title, place, wording: checked.data, problems: remarks };
}

function wrongCodes({ codes, notUnderstood }: ReturnType<typeof typedKsbCodes>, { theme }: ThemeOfMethod): string[] {
  const outside = outsideTheme(codes, theme);
  return [
    ...(notUnderstood.length > 0 ? [`“${notUnderstood.join(' ')}” is no KSB code.`] : []),
    ...(codes.length === 0 && notUnderstood.length === 0 ? ['It names no KSB.'] : []),
    ...(outside.length > 0 ? [`“${theme.title}” does not hold ${formatList(outside)}.`] : []),
  ];
}

/** The theme that a cell names by its title, letter or key; where several methods have one of that name, the one that holds the KSBs. In words, why there is none. */
function themeNamed(plan: Plan, name: string, methodName: string, codes: readonly string[]): ThemeOfMethod | string {
  if (name === '') return 'It names no theme.';
  const method = plain(methodName);
  const themes = plan.methods
    .filter(one => method === '' || [one.name, one.key].some(known => plain(known).startsWith(method)))
    .flatMap(one => one.themes.map((theme, index) => ({ method: one, theme, letter: themeLetter(index) })));
  const fitting = themes.filter(one => namesOf(one).includes(plain(name)));
  const [only, other] = fitting;
  if (!only) return `The plan has no theme called “${name}”${method === '' ? '' : ` in “${methodName}”`}.`;
  if (!other) return only;
  const holding = fitting.filter(({ theme }) => codes.length > 0 && outsideTheme(codes, theme).length === 0);
  const [sure, unsure] = holding;
  if (sure && !unsure) return sure;
  const methods = formatList(fitting.map(one => `“${one.method.name}”`));
  return `${methods} have a theme called “${name}” each. Name the method in a column of its own, or give the theme’s title.`;
}

const namesOf = ({ theme, letter }: ThemeOfMethod): readonly string[] =>
  [theme.title, theme.key, letter, `theme ${letter}`, `theme ${letter} ${theme.title}`, `${letter} ${theme.title}`].map(
    plain,
  );

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The kind that a cell names; an opening question where it is empty, null where it names none. */
function kindNamed(cell: string): QuestionKind | null {
  const name = plain(cell).replaceAll(' ', '');
  if (name === '') return 'opening';
  return questionKinds.find(kind => name === plain(questionKindNames[kind]).replaceAll(' ', '')) ?? null;
}

/** The pointers of a cell: one a line, or set apart by semicolons or bars; bullets and numbers before them are taken off. */
const pointersIn = (cell: string): readonly string[] =>
  cell
    .split(/[\n;|]+/)
    .map(pointer => pointer.replace(/^\s*(?:[•*–-]|\d+[.)])\s+/, '').trim())
    .filter(pointer => pointer !== '');
