import { type DfeKind, isEpaKind } from './kinds.ts';
import { achievedAt, type DfeRecord } from './record.ts';
import { jsonDate } from './service-dates.ts';

/** How many learners one call to the service may hold. */
export const mostItems = 25;
/** How many bytes of JSON one call may hold: 32 kB, read the strict way. */
export const mostBytes = 32_000;

/** One learner as the service's JSON has them. What is not known is left out. */
export function dfeItem(record: DfeRecord, kind: DfeKind, requestId: string): object {
  if (kind === 'submitCertificate') return submission(record, requestId);
  const { standard, uln, familyName } = record;
  return {
    requestId,
    ...(kind === 'updateEpa' && { epaReference: record.epaReference }),
    ...(kind === 'updateCertificate' && { certificateReference: record.certificateReference }),
    standard: standardOf(standard),
    learner: { uln: Number(uln), familyName },
    learningDetails: {
      ...(standard.version !== '' && { version: standard.version }),
      ...(record.courseOption !== '' && { courseOption: record.courseOption }),
      ...(!isEpaKind(kind) && achievementOf(record)),
    },
    ...(isEpaKind(kind)
      ? { epaDetails: { epas: record.attempts.map(attemptOf) } }
      : { postalContact: contactOf(record) }),
  };
}

const standardOf = ({ code, reference }: DfeRecord['standard']) => ({
  ...(code !== null && { standardCode: code }),
  standardReference: reference,
});

/** A submission names learner and standard side by side, unlike every other call. */
const submission = ({ certificateReference, uln, familyName, standard }: DfeRecord, requestId: string) => ({
  requestId,
  certificateReference,
  uln: Number(uln),
  familyName,
  ...standardOf(standard),
});

function achievementOf(record: DfeRecord) {
  const at = achievedAt(record);
  return { overallGrade: record.overallGrade, ...(at !== null && { achievementDate: jsonDate(at) }) };
}

const attemptOf = ({ at, outcome, kind }: DfeRecord['attempts'][number]) => ({
  epaDate: jsonDate(at),
  epaOutcome: outcome,
  ...(kind === 'resit' && { resit: true }),
  ...(kind === 'retake' && { retake: true }),
});

function contactOf({ contact }: DfeRecord) {
  const { contactName, department, organisation, addressLine1, addressLine2, addressLine3, city, postCode } = contact;
  return {
    contactName,
    ...(department !== '' && { department }),
    organisation,
    addressLine1,
    ...(addressLine2 !== '' && { addressLine2 }),
    ...(addressLine3 !== '' && { addressLine3 }),
    city,
    postCode,
  };
}

const printed = (items: readonly object[]): string => JSON.stringify(items, null, 2);

/** The bytes of a text in UTF-8. JSON.stringify escapes half a surrogate pair, so every text from it can be counted. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '_').length;

/** The bytes around the items of a call, and those between two of them. */
const [around, between] = [bytesOf('[\n\n]'), bytesOf(',\n')];

/**
 * Everybody in as few calls as their order allows, each of at most 25 items and 32 kB, where `itemOf` gives what a call holds of one. Throws
 * RangeError for an item that is larger by itself, which the lengths of its fields do not allow.
 */
export function inBatches<T>(all: readonly T[], itemOf: (one: T) => object): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let bytes = 0;
  for (const one of all) {
    const own = bytesOf(printed([itemOf(one)])) - around;
    if (around + own > mostBytes) throw new RangeError('One learner alone is larger than the service takes in a call');
    const last = batches.at(-1);
    if (last && last.length < mostItems && bytes + between + own <= mostBytes) {
      last.push(one);
      bytes += between + own;
    } else {
      batches.push([one]);
      bytes = around + own;
    }
  }
  return batches;
}

/** A call as text, UTF-8 without a byte order mark. */
export const dfeJson = (batch: readonly object[]): string => printed(batch);
