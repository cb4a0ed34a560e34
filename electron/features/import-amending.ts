import type { Framework } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import { frameworkId } from '../importers/framework-naming.ts';

/** What a person says of a framework where its source does not, or where its own label is taken. */
export interface SaidNames {
  readonly reference?: string;
  readonly title?: string;
  readonly version?: string;
}

/** A preview under the names that a person gave; problems that they settle are gone. The id follows from the names. */
export function withNames(preview: FrameworkPreview, names: SaidNames): FrameworkPreview {
  const { reference, title, version } = { ...preview.framework, ...names };
  // The standards service writes the reference as `referenceNumber`.
  const settled = new Set(Object.keys(names).flatMap(name => [name, `${name}number`]));
  return {
    ...preview,
    reference,
    title,
    version,
    problems: preview.problems.filter(({ place }) => !settled.has(place.toLowerCase())),
    framework: { ...preview.framework, id: frameworkId(reference, version), reference, title, version },
  };
}

/**
 * A preview in which a person has settled a repaired word: the same word confirms the repair, another one replaces it wherever that repair was made.
 * Throws AppError `import.unknownRepair`, or `import.wordUnclear` where it cannot be told which sign is meant.
 */
export function withWord(preview: FrameworkPreview, index: number, word: string): FrameworkPreview {
  const settled = preview.repairs[index];
  if (!settled) throw new AppError('import.unknownRepair', 'This repair is not in the preview. Read the file again.');
  const { place, before, after } = settled;
  const { items, sections } = preview.framework;
  const isNamed = items.some(({ code }) => code === place) || sections.some(({ key }) => key === place);
  const framework = word === after ? preview.framework : replacedAt(preview.framework, place, after, word);
  const repairs = preview.repairs.map(repair =>
    (repair.place === place || !isNamed) && repair.before === before && repair.after === after
      ? { ...repair, after: word, certain: true }
      : repair,
  );
  return { ...preview, title: framework.title, framework, repairs };
}

function replacedAt(framework: Framework, place: string, from: string, to: string): Framework {
  let times = 0;
  const mend = (text: string): string =>
    text.replace(wholly(from), () => {
      times += 1;
      return to;
    });
  const mended = mendedAt(framework, place, mend);
  const isSign = !/\p{L}/u.test(from);
  if (times === 0 || (isSign && times > 1)) {
    throw new AppError(
      'import.wordUnclear',
      `It cannot be told where “${from}” stands in ${place}. Correct it in the source, and import that again.`,
    );
  }
  return mended;
}

/** The framework with the texts of a place mended: of a statement, of a section, or all. */
function mendedAt(framework: Framework, place: string, mend: (text: string) => string): Framework {
  const item = framework.items.find(({ code }) => code === place);
  if (item) {
    const notes = item.notes === undefined ? {} : { notes: mend(item.notes) };
    const mended = { ...item, text: mend(item.text), ...notes };
    return { ...framework, items: framework.items.map(one => (one === item ? mended : one)) };
  }
  const section = framework.sections.find(({ key }) => key === place);
  if (section) {
    const text = section.text === undefined ? {} : { text: mend(section.text) };
    const mended = { ...section, title: mend(section.title), ...text };
    return { ...framework, sections: framework.sections.map(one => (one === section ? mended : one)) };
  }
  return mendedThroughout(framework, mend);
}

/** Every text of the framework mended: a place such as “line 12” can hold any of them. */
function mendedThroughout(framework: Framework, mend: (text: string) => string): Framework {
  const { title, summary, facts, sections, items } = framework;
  return {
    ...framework,
    title: mend(title),
    ...(summary === undefined ? {} : { summary: mend(summary) }),
    facts: facts.map(({ label, value }) => ({ label, value: mend(value) })),
    sections: sections.map(one => ({
      ...one,
      title: mend(one.title),
      ...(one.text === undefined ? {} : { text: mend(one.text) }),
    })),
    items: items.map(one => ({
      ...one,
      text: mend(one.text),
      ...(one.notes === undefined ? {} : { notes: mend(one.notes) }),
    })),
  };
}

const wholly = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{M}])`, 'gu');
