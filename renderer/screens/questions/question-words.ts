import { formatCount, formatDate } from '../../../shared/british.ts';
import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import { themeLetter } from '../../../shared/domain/descriptor-labels.ts';
import type { Method, Plan, Theme } from '../../../shared/domain/plan.ts';
import { questionKindNames } from '../../../shared/domain/question-bank.ts';
import { fits } from '../common/fits.ts';

/** A theme of a plan with its method, the name that lists give it, and its questions. */
export interface ThemeBank {
  readonly id: string;
  readonly method: Method;
  readonly theme: Theme;
  readonly name: string;
  readonly questions: readonly BankQuestion[];
}

/** The themes of a plan in its order, each with its questions. */
export function themeBanks(plan: Plan, bank: readonly BankQuestion[]): readonly ThemeBank[] {
  return plan.methods.flatMap(method =>
    method.themes.map((theme, index) => ({
      id: placeId(method.key, theme.key),
      method,
      theme,
      name: `${method.name}, ${themeLetter(index)}: ${theme.title}`,
      questions: bank.filter(({ methodKey, themeKey }) => methodKey === method.key && themeKey === theme.key),
    })),
  );
}

/** The place of a question as one word, for choices. */
export const placeId = (methodKey: string, themeKey: string): string => `${methodKey}/${themeKey}`;

/** The questions that hold every word of what was typed in their text, codes, kind, status or author. */
export const questionsThatFit = (questions: readonly BankQuestion[], query: string): readonly BankQuestion[] =>
  questions.filter(({ text, ksbs, kind, status, author }) =>
    fits(query, [text, ...ksbs, questionKindNames[kind], status, author]),
  );

/** What is told of a question beside its words: codes, kind, author, who approved it, and how it was used. */
export function factsOf(question: BankQuestion): string {
  const { ksbs, kind, author, version, approvedBy, timesUsed, lastUsedAt } = question;
  const used =
    lastUsedAt === null
      ? 'not asked yet'
      : `asked ${formatCount(timesUsed, 'time')}, last on ${formatDate(lastUsedAt)}`;
  const wording = version > 1 ? `, wording ${version}` : '';
  const approved = approvedBy === null ? '' : `, approved by ${approvedBy}`;
  return `${ksbs.join(' ')} · ${questionKindNames[kind]} · ${author}${wording}${approved} · ${used}`;
}

/** A text of one pointer a line as pointers, bullets taken off. */
export const pointersOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.replace(/^\s*(?:[•*–-])\s+/, '').trim())
    .filter(line => line !== '');
