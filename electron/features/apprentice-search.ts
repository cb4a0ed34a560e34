import { z } from 'zod';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read } from '../db/statements.ts';
import { everybody } from './apprentices.ts';
import { type AssessmentRow, everyAssessmentRow } from './assessment-rows.ts';
import { standingOf } from './progress.ts';
import { plansOnce } from './standing-lists.ts';

/** An apprentice as the search looks at them: their words without case and accents, and the assessments with theirs. */
interface Sought {
  readonly apprentice: ReturnType<typeof everybody>[number];
  readonly words: string;
  readonly assessments: readonly { readonly row: AssessmentRow; readonly standard: string; readonly words: string }[];
}

const writes = read()('SELECT total_changes() AS count', z.strictObject({ count: z.number() }));
const kept = new WeakMap<Reader, { readonly at: number; readonly everybody: readonly Sought[] }>();

/** Everybody by their words, read once for as long as nothing is written: a search asks again with each key. */
function soughtIn(reader: Reader): readonly Sought[] {
  const at = reader.one(writes, {})?.count ?? 0;
  const known = kept.get(reader);
  if (known?.at === at) return known.everybody;
  const planFor = plansOnce(reader);
  const byApprentice = new Map<string, AssessmentRow[]>();
  for (const row of everyAssessmentRow(reader)) {
    byApprentice.set(row.apprenticeId, [...(byApprentice.get(row.apprenticeId) ?? []), row]);
  }
  const all = everybody(reader).map(apprentice => ({
    apprentice,
    words: plain(`${apprentice.givenNames} ${apprentice.familyName} ${apprentice.uln} ${apprentice.employer}`),
    assessments: (byApprentice.get(apprentice.id) ?? []).map(row => {
      const { reference, title } = planFor(row).standard;
      const standard = `${reference} ${title}`;
      return { row, standard, words: plain(`${apprentice.givenNames} ${apprentice.familyName} ${standard}`) };
    }),
  }));
  kept.set(reader, { at, everybody: all });
  return all;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const findApprentices: Handler<'apprentice.find'> = ({ reader }, { text, limit }) => {
  const wanted = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (wanted.length === 0) return { apprentices: [], assessments: [] };
  const holds = ({ words }: { readonly words: string }): boolean => wanted.every(word => words.includes(word));
  const all = soughtIn(reader);
  const apprentices = take(all, limit, one => (holds(one) ? [one.apprentice] : []));
  const assessments = take(all, limit, ({ apprentice, assessments }) =>
    assessments.filter(holds).map(({ row, standard }) => ({ apprentice, row, standard })),
  );
  return {
    apprentices: apprentices.map(({ id, givenNames, familyName, uln, employer }) => ({
      id,
      name: `${givenNames} ${familyName}`,
      uln,
      employer,
    })),
    assessments: assessments.map(({ apprentice, row, standard }) => ({
      id: row.id,
      name: `${apprentice.givenNames} ${apprentice.familyName}`,
      standard,
      stage: standingOf(reader, row).progress.stage,
    })),
  };
};

/** The first of what is found, looking no further than needed. */
function take<T, R>(all: readonly T[], limit: number, find: (one: T) => readonly R[]): readonly R[] {
  const found: R[] = [];
  for (const one of all) {
    found.push(...find(one));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}
