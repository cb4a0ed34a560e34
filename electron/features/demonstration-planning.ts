import type { Planning } from '../../shared/domain/planning.ts';
import type { CommandContext } from '../core/contexts.ts';
import { getPlanning, setPlanning } from './planning.ts';

interface Script {
  readonly methodKey: string;
  /** As many questions are picked in each theme. */
  readonly perTheme: number;
  readonly lookFors: readonly string[];
  readonly expected: readonly string[];
  readonly toAsk: readonly string[];
}

const scripts: readonly Script[] = [
  {
    methodKey: 'observation',
    perTheme: 1,
    lookFors: [
      'Greets by name, asks before acting #K2 #S2 #B1',
      'Closes the record before walking away #K8 #S9 #B3',
      'Tells the person what is written about them, and why #S6 #K5',
    ],
    expected: ['K1', 'K2', 'K5', 'K8', 'K11', 'S1', 'S2', 'S6', 'S9', 'S12', 'S21', 'B1', 'B2', 'B3', 'B4', 'B7'],
    toAsk: ['K6', 'K12', 'K14', 'S7', 'S13'],
  },
  {
    methodKey: 'professionalDiscussion',
    perTheme: 2,
    lookFors: ['Names what she would do differently, unasked #K21 #B5'],
    expected: [],
    toAsk: ['K10', 'K22', 'K24', 'K28', 'S23'],
  },
];

/** Plans both methods of an apprentice in the demonstration, so that a newcomer sees what planning looks like and what it leaves open. */
export function planDemonstration(context: CommandContext, assessmentId: string): void {
  for (const { methodKey, perTheme, lookFors, expected, toAsk } of scripts) {
    const { method, questions } = getPlanning(context, { assessmentId, methodKey });
    const picked = method.themes.flatMap(({ key }) =>
      questions.filter(({ themeKey }) => themeKey === key).slice(0, perTheme),
    );
    const planning: Planning = {
      questionIds: picked.map(({ id }) => id),
      lookFors: lookFors.map(words => ({ id: context.newId(), words })),
      expected: [...expected],
      toAsk: [...toAsk],
    };
    setPlanning(context, { assessmentId, methodKey, planning });
  }
}
