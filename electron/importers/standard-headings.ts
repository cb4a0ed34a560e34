import type { ItemKind } from '../../shared/domain/framework.ts';
import type { Line } from './text-lines.ts';

/** The parts of a published standard that are read; `ksbs` is a column's or a group's head and changes nothing, `other` is read past. */
export type Heading =
  | 'summary'
  | 'duties'
  | 'ksbs'
  | Extract<
      ItemKind,
      'knowledge' | 'skill' | 'behaviour' | 'technicalKnowledge' | 'technicalSkill' | 'employabilityBehaviour'
    >
  | 'level'
  | 'other'
  | (typeof factHeadings)[number][0];

/** Headings whose text is kept as a fact, with the fact's label. */
export const factHeadings = [
  ['jobTitles', 'Typical job titles'],
  ['entryRequirements', 'Entry requirements'],
  ['duration', 'Typical duration'],
  ['occupationalMap', 'Occupational map'],
  ['englishAndMaths', 'English and maths'],
  ['subjectArea', 'Subject sector area'],
  ['recognition', 'Professional recognition'],
] as const;

const headings: readonly (readonly [RegExp, Heading])[] = [
  [/^occupation(?:al)? (?:summary|profile)$/, 'summary'],
  [/^typical job titles(?: include)?$/, 'jobTitles'],
  [/^(?:occupation(?:al)? |core |option )?duties$/, 'duties'],
  [/^dut(?:y|ies)(?: ksbs?)?$/, 'duties'],
  [/^(?:ksbs?|knowledge,? skills and behaviours(?: \(ksbs?\))?)$/, 'ksbs'],
  [/^knowledge$/, 'knowledge'],
  [/^skills$/, 'skill'],
  [/^behaviours$/, 'behaviour'],
  [/^technical knowledge$/, 'technicalKnowledge'],
  [/^technical skills$/, 'technicalSkill'],
  [/^employability skills and behaviours$/, 'employabilityBehaviour'],
  [/^(?:level(?: of occupation)?|level \d)$/, 'level'],
  [/^entry requirements$/, 'entryRequirements'],
  [/^typical duration(?: of apprenticeship| to gateway)?$/, 'duration'],
  [/^occupational maps? data$/, 'occupationalMap'],
  [/^english and maths(?: qualifications)?$/, 'englishAndMaths'],
  [/^subject sector area$/, 'subjectArea'],
  [/^professional recognition$/, 'recognition'],
  [
    /^(?:core and options|target date for approval|resubmission|qualifications|consultation|progression routes|supporting uploads|additional details|version log|involved employers|regulation|sustainability|find apprenticeship training providers.*|status.*|proposed typical duration|route|links? to .*|review|crown copyright.*)$/,
    'other',
  ],
];

const question = /^(?:are there|does|do|is|will|would) /;
const longestQuestion = 3;

/** The heading that begins at this line and how many lines it takes, or null. A question of the form is a heading too, up to its question mark. */
export function headingAt(
  lines: readonly Line[],
  index: number,
): { readonly heading: Heading; readonly lines: number } | null {
  const text = plain(lines[index]?.text ?? '');
  if (text.length > 160) return null;
  const known = headings.find(([pattern]) => pattern.test(text));
  if (known) return { heading: known[1], lines: 1 };
  if (!question.test(text)) return null;
  const end = lines.slice(index, index + longestQuestion).findIndex(line => line.text.endsWith('?'));
  return end < 0 ? null : { heading: 'other', lines: end + 1 };
}

const plain = (text: string): string => text.toLowerCase().replace(/^#+ /, '').replace(/\s*:$/, '');
