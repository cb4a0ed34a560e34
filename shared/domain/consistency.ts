import { formatList } from '../british.ts';
import { labelledDescriptors } from './descriptor-labels.ts';
import type { Judgement } from './judgement.ts';
import type { Method } from './plan.ts';

/** The judgements of one method of an assessment. */
export interface JudgedMethod {
  readonly method: Method;
  readonly judgements: readonly Judgement[];
}

/** Something that may be right and is worth a second look before signing. */
export interface ConsistencyHint {
  readonly rule: 'ksbBothWays' | 'sameRationale';
  readonly message: string;
  /** The descriptors of the method at hand that it is about; never empty. */
  readonly descriptorKeys: readonly string[];
}

interface Judged {
  readonly isOwn: boolean;
  readonly key: string;
  /** `A1`, of another method `A1 (Observation)`. */
  readonly label: string;
  readonly isPass: boolean;
  readonly ksbs: readonly string[];
  readonly decision: Judgement['decision'];
  readonly rationale: string;
}

/**
 * Judgements that do not go together: a KSB met by one pass descriptor and not by another, here or in another method, and one rationale used word for
 * word more than once. Distinction descriptors ask for more of the same KSBs, so they contradict nothing. Rule: ours, after the usual findings of
 * internal quality assurance.
 */
export function consistencyHints(own: JudgedMethod, others: readonly JudgedMethod[]): readonly ConsistencyHint[] {
  const judged = [...judgedIn(own, true), ...others.flatMap(other => judgedIn(other, false))];
  return [...ksbsBothWays(judged), ...sameRationales(judged)];
}

function judgedIn({ method, judgements }: JudgedMethod, isOwn: boolean): readonly Judged[] {
  const byKey = new Map(judgements.map(judgement => [judgement.descriptorKey, judgement]));
  return labelledDescriptors(method).flatMap(({ descriptor, label }) => {
    const judgement = byKey.get(descriptor.key);
    if (!judgement) return [];
    const { decision, rationale } = judgement;
    return [
      {
        isOwn,
        key: descriptor.key,
        label: isOwn ? label : `${label} (${method.name})`,
        isPass: descriptor.grade === 'pass',
        ksbs: descriptor.ksbs,
        decision,
        rationale,
      },
    ];
  });
}

/** One hint for each set of descriptors that a KSB is judged both ways in, with all such KSBs. */
function ksbsBothWays(judged: readonly Judged[]): readonly ConsistencyHint[] {
  const decided = judged.filter(one => one.isPass && one.decision !== null);
  const codesOf = new Map<string, { readonly involved: readonly Judged[]; readonly codes: string[] }>();
  for (const code of new Set(decided.flatMap(({ ksbs }) => ksbs))) {
    const involved = decided.filter(({ ksbs }) => ksbs.includes(code));
    const isBothWays = new Set(involved.map(({ decision }) => decision)).size > 1;
    if (!isBothWays || !involved.some(({ isOwn }) => isOwn)) continue;
    const place = involved.map(({ label }) => label).join('|');
    const found = codesOf.get(place) ?? { involved, codes: [] };
    found.codes.push(code);
    codesOf.set(place, found);
  }
  return [...codesOf.values()].map(({ involved, codes }) => {
    const of = (decision: string) =>
      formatList(involved.filter(one => one.decision === decision).map(({ label }) => label));
    const verb = codes.length === 1 ? 'is' : 'are';
    return {
      rule: 'ksbBothWays',
      message: `${formatList(codes)} ${verb} judged met in ${of('met')} and not met in ${of('notMet')}.`,
      descriptorKeys: ownKeys(involved),
    };
  });
}

function sameRationales(judged: readonly Judged[]): readonly ConsistencyHint[] {
  const byWords = new Map<string, Judged[]>();
  for (const one of judged) {
    const words = one.rationale.trim().replaceAll(/\s+/g, ' ').toLowerCase();
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), one]);
  }
  return [...byWords.values()]
    .filter(same => same.length > 1 && same.some(({ isOwn }) => isOwn))
    .map(same => ({
      rule: 'sameRationale',
      message: `${formatList(same.map(({ label }) => label))} have the same rationale, word for word.`,
      descriptorKeys: ownKeys(same),
    }));
}

const ownKeys = (judged: readonly Judged[]): readonly string[] =>
  judged.filter(({ isOwn }) => isOwn).map(({ key }) => key);
