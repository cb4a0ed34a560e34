import { z } from 'zod';
import type { ServiceAnswer } from './answers.ts';

/** A reference or a code: the service writes some as numbers. What a number has lost is seen later: a reference of fewer than eight digits is not taken. */
const written = z.union([z.string(), z.number().transform(String)]);
const optional = written.nullish().transform(text => (text?.trim() ? text.trim() : null));
const errors = z
  .array(z.string())
  .nullish()
  .transform(list => list ?? []);

const standard = z.looseObject({ standardCode: optional, standardReference: optional }).nullish();
const learner = z.looseObject({ uln: optional, familyName: optional }).nullish();
const certificateFacts = z.looseObject({ certificateReference: optional, standard, learner }).nullish();
const certificate = z.looseObject({ certificateData: certificateFacts, certificateReference: optional }).nullish();

/** What the service answers to a call about one learner, in any of its kinds: fields that are not there are none. */
const answer = z.looseObject({
  requestId: optional,
  uln: optional,
  familyName: optional,
  standardCode: optional,
  standardReference: optional,
  epaReference: optional,
  certificateReference: optional,
  standard,
  learner,
  learnerData: z.looseObject({ standard, learner }).nullish(),
  epaDetails: z.looseObject({ epaReference: optional }).nullish(),
  certificate,
  certificateData: certificateFacts,
  validationErrors: errors,
});
type Answer = z.infer<typeof answer>;

/** Field names begin with a small letter in JSON and with a capital in .NET's own writing: both are read. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.charAt(0).toLowerCase() + name.slice(1), camelCased(inner)]),
  );
}

/** The service's answers in parsed JSON, one object or a list of them; null where it is something else. */
export function answersInJson(value: unknown): readonly ServiceAnswer[] | null {
  const parsed = z.array(answer).safeParse(camelCased(Array.isArray(value) ? value : [value]));
  if (!parsed.success) return null;
  const read = parsed.data.map((one, index) => answerOf(one, `Answer ${index + 1}`));
  return read.some(isTelling) ? read : null;
}

const isTelling = ({ requestId, uln, references, errors: said }: ServiceAnswer): boolean =>
  requestId !== null || uln !== null || Object.keys(references).length > 0 || said.length > 0;

function answerOf(one: Answer, place: string): ServiceAnswer {
  const facts = one.certificate?.certificateData ?? one.certificateData;
  const about = one.learner ?? one.learnerData?.learner ?? facts?.learner ?? one;
  const standards = one.standard ?? one.learnerData?.standard ?? facts?.standard ?? one;
  const epa = one.epaReference ?? one.epaDetails?.epaReference ?? null;
  const certificateReference =
    facts?.certificateReference ?? one.certificate?.certificateReference ?? one.certificateReference ?? null;
  return {
    place,
    requestId: one.requestId,
    uln: about.uln,
    familyName: about.familyName,
    standards: [standards.standardCode, standards.standardReference].flatMap(text =>
      text === null || text === '0' ? [] : [text],
    ),
    references: {
      ...(epa !== null && { epa }),
      ...(certificateReference !== null && { certificate: certificateReference }),
    },
    errors: one.validationErrors,
  };
}

/** The service's answers in the rows of a table: its first row names the columns, in any order and with capitals or not. */
export function answersInRows(rows: readonly (readonly string[])[]): readonly ServiceAnswer[] | null {
  const [head = [], ...lines] = rows;
  const columns = head.map(name => name.toLowerCase().replace(/[^a-z]/g, ''));
  const isKnown = columns.includes('requestid') || columns.includes('uln');
  if (!isKnown || columns.length < 2) return null;
  return lines.map((line, index) => {
    const cell = (...names: readonly string[]): string | null => {
      const text = names.map(name => line[columns.indexOf(name)]?.trim()).find(Boolean);
      return text ?? null;
    };
    const [epa, certificateReference] = [cell('epareference'), cell('certificatereference')];
    const error = cell('validationerrors', 'errors', 'error', 'validationerror');
    return {
      place: `Row ${index + 2}`,
      requestId: cell('requestid'),
      uln: cell('uln'),
      familyName: cell('familyname'),
      standards: [cell('standardcode'), cell('standardreference'), cell('standard')].filter(text => text !== null),
      references: {
        ...(epa !== null && { epa }),
        ...(certificateReference !== null && { certificate: certificateReference }),
      },
      errors: error === null ? [] : [error],
    };
  });
}
