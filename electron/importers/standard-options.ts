import type { FrameworkOption } from '../../shared/domain/framework.ts';
import { asIdentity, asList, asText, field, given, type LooseRecord, looseRecord } from './fields.ts';
import { noteProblem } from './findings.ts';
import type { ReadItem } from './standard-items.ts';
import { readable, type StandardReader, take } from './standard-reader.ts';

/**
 * The options of a standard with a core and options, with their duties. In the newer shape a duty names its options by their identifiers;
 * in the older one options have no identifiers but repeat the wording of their duties, so the wording is what they are matched by.
 */
export function readOptions(
  reader: StandardReader,
  items: readonly ReadItem[],
  expected: boolean,
): readonly FrameworkOption[] {
  const duties = items.filter(({ item }) => item.kind === 'duty');
  const elements = given(take(reader, 'options', asList, expected, 'a list')) ?? [];
  const unstructured = given(take(reader, 'optionsUnstructuredTemplate', asList, false, 'a list')) ?? [];
  const seen = new Set<string>();
  const wordings = codesByWording(duties);
  const options = [...elements, ...unstructured].map((held, index) =>
    readOption(reader, held, index, { duties, wordings, seen }),
  );
  const found = options.filter(option => option !== null);
  reportUnknownOptions(reader, duties, found);
  return found;
}

interface OptionContext {
  readonly duties: readonly ReadItem[];
  /** The codes of the duties that have a wording. */
  readonly wordings: ReadonlyMap<string, readonly string[]>;
  /** The identities of the options read so far. */
  readonly seen: Set<string>;
}

function codesByWording(duties: readonly ReadItem[]): ReadonlyMap<string, readonly string[]> {
  const wordings = new Map<string, string[]>();
  for (const { item } of duties) {
    const codes = wordings.get(item.text);
    if (codes) codes.push(item.code);
    else wordings.set(item.text, [item.code]);
  }
  return wordings;
}

function readOption(
  reader: StandardReader,
  held: unknown,
  index: number,
  context: OptionContext,
): FrameworkOption | null {
  const element = looseRecord(held);
  const key = `O${index + 1}`;
  const raw = asText(held) ?? given(field(element, 'title', asText)) ?? given(field(element, 'name', asText)) ?? '';
  const title = readable(reader, `Option ${index + 1}`, raw);
  if (title === '') {
    noteProblem(reader.findings, `Option ${index + 1}`, 'It has no title, and was left out.');
    return null;
  }
  const identity = identityOf(element, context.seen);
  const worded = dutiesByWording(reader, index, given(field(element, 'duties', asList)) ?? [], context.wordings);
  const isOwn = (duty: ReadItem) => identity !== undefined && optionsOf(duty).includes(identity.toLowerCase());
  const own = context.duties.filter(duty => worded.has(duty.item.code) || isOwn(duty)).map(({ item }) => item.code);
  return { key, title, ...(identity === undefined ? {} : { identity }), duties: own };
}

function identityOf(element: LooseRecord, seen: Set<string>): string | undefined {
  const identity = given(field(element, 'optionId', asIdentity)) ?? given(field(element, 'id', asIdentity));
  if (identity === undefined || seen.has(identity.toLowerCase())) return undefined;
  seen.add(identity.toLowerCase());
  return identity;
}

const optionsOf = ({ element }: ReadItem): readonly string[] =>
  (given(field(element, 'mappedOptions', asList)) ?? []).flatMap(one => asIdentity(one)?.toLowerCase() ?? []);

/** The codes of the duties that an option lists by their wording. */
function dutiesByWording(
  reader: StandardReader,
  index: number,
  texts: readonly unknown[],
  wordings: OptionContext['wordings'],
): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const text of texts) {
    const wording = typeof text === 'string' ? readable(reader, `Option ${index + 1}, duty`, text) : '';
    const match = wordings.get(wording)?.find(code => !codes.has(code));
    if (match !== undefined) codes.add(match);
    else noteProblem(reader.findings, `Option ${index + 1}`, `No duty is worded “${wording.slice(0, 80)}”.`);
  }
  return codes;
}

function reportUnknownOptions(
  reader: StandardReader,
  duties: readonly ReadItem[],
  options: readonly FrameworkOption[],
): void {
  const known = new Set(options.flatMap(option => option.identity?.toLowerCase() ?? []));
  const placed = new Set(options.flatMap(option => option.duties));
  const unknown = new Map<string, { duties: number; placed: number }>();
  for (const duty of duties) {
    for (const identity of optionsOf(duty).filter(one => !known.has(one))) {
      const counts = unknown.get(identity) ?? { duties: 0, placed: 0 };
      unknown.set(identity, {
        duties: counts.duties + 1,
        placed: counts.placed + (placed.has(duty.item.code) ? 1 : 0),
      });
    }
  }
  for (const [identity, counts] of unknown) {
    noteProblem(reader.findings, 'mappedOptions', unknownOption(identity, counts.duties, counts.placed));
  }
}

function unknownOption(identity: string, duties: number, placed: number): string {
  const which = duties === 1 ? 'A duty belongs' : `${duties} duties belong`;
  const found =
    placed === duties ? 'Their option was found by the wording of its duties.' : 'Its duties stand without an option.';
  return `${which} to the option ${identity}, which cannot be resolved: no option of this record has that identifier. ${found}`;
}
