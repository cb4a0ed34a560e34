import { Check, Circle, CircleDashed, Equal, type LucideIcon, Minus } from 'lucide-react';
import type { DerivationLine } from '../../../shared/domain/judgement.ts';

const marks: Readonly<Record<DerivationLine['effect'], { readonly icon: LucideIcon; readonly word: string }>> = {
  supports: { icon: Check, word: 'Speaks for it' },
  limits: { icon: Minus, word: 'Limits it' },
  open: { icon: CircleDashed, word: 'Still open' },
  result: { icon: Equal, word: 'Result' },
};

/** How a grade came about, line by line; the result stands out. */
export function DerivationList({ lines }: { readonly lines: readonly DerivationLine[] }) {
  return (
    <ul className="grade-lines">
      {lines.map(line => {
        const { icon: Icon = Circle, word } = marks[line.effect];
        return (
          <li key={line.text} data-effect={line.effect}>
            <Icon size={14} strokeWidth={2.25} aria-hidden />
            <span>
              <span className="visually-hidden">{word}: </span>
              {line.text}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
