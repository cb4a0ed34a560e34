import { ArrowRight, type LucideIcon, Minus, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { Comparison } from '../../../shared/contract/imports.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ChangedWords } from './changed-words.tsx';

type Statement = Comparison['statements'][number];

/** As many statements as are drawn before more are asked for. */
const mostAtFirst = 300;

const marks: Readonly<Record<Statement['kind'], { readonly icon: LucideIcon | null; readonly word: string }>> = {
  same: { icon: null, word: 'The same' },
  added: { icon: Plus, word: 'Added' },
  removed: { icon: Minus, word: 'Removed' },
  changed: { icon: Pencil, word: 'Changed' },
  moved: { icon: ArrowRight, word: 'Other code' },
};

/** Two versions statement by statement, in the order of the newer; what is the same is folded away, and the links follow. */
export function DifferenceList({ comparison }: { readonly comparison: Comparison }) {
  const { statements, linksAdded, linksRemoved } = comparison;
  const parts = folded(statements);
  const isSame = statements.every(({ kind }) => kind === 'same');
  return (
    <div className="stack stack-tight">
      {isSame ? <p className="muted">Every statement is the same, word for word.</p> : null}
      <StatementParts parts={parts} />
      <Links title="Links added" links={linksAdded} />
      <Links title="Links removed" links={linksRemoved} />
    </div>
  );
}

type Part = Exclude<Statement, { kind: 'same' }> | { readonly kind: 'fold'; readonly statements: readonly Statement[] };

/** What differs stands by itself; neighbours that are the same are one fold. */
function folded(statements: readonly Statement[]): readonly Part[] {
  const parts: Part[] = [];
  let fold: Statement[] = [];
  for (const statement of statements) {
    if (statement.kind === 'same') fold.push(statement);
    else {
      if (fold.length > 0) parts.push({ kind: 'fold', statements: fold });
      fold = [];
      parts.push(statement);
    }
  }
  return fold.length > 0 ? [...parts, { kind: 'fold', statements: fold }] : parts;
}

function StatementParts({ parts }: { readonly parts: readonly Part[] }) {
  const [most, setMost] = useState(mostAtFirst);
  return (
    <>
      <ol className="difference-list">
        {parts.slice(0, most).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the statements of two versions keep their order
          <li className="difference" key={index} data-kind={part.kind}>
            {part.kind === 'fold' ? <Fold statements={part.statements} /> : <Difference statement={part} />}
          </li>
        ))}
      </ol>
      <More left={parts.length - most} onMore={() => setMost(parts.length)} />
    </>
  );
}

function Fold({ statements }: { readonly statements: readonly Statement[] }) {
  return (
    <Disclosure level={4} title={formatCount(statements.length, 'statement unchanged', 'statements unchanged')}>
      <PlainStatements statements={statements} />
    </Disclosure>
  );
}

function Difference({ statement }: { readonly statement: Exclude<Part, { kind: 'fold' }> }) {
  const { icon: Icon, word } = marks[statement.kind];
  return (
    <>
      <span className="difference-mark">
        {Icon ? <Icon size={14} strokeWidth={2.25} aria-hidden /> : null}
        {word}
      </span>
      <span className="difference-code">{codeOf(statement)}</span>
      <p className="difference-text">
        {statement.kind === 'changed' ? (
          <ChangedWords before={statement.before} after={statement.after} />
        ) : (
          statement.text
        )}
      </p>
    </>
  );
}

function codeOf(statement: Statement): string {
  if (!('from' in statement)) return statement.code;
  return statement.from === statement.to ? statement.to : `${statement.from} → ${statement.to}`;
}

/** Statements with their codes and no mark. */
export function PlainStatements({ statements }: { readonly statements: readonly Statement[] }) {
  const [most, setMost] = useState(mostAtFirst);
  return (
    <>
      <ol className="plain-statements">
        {statements.slice(0, most).map(statement => (
          <li key={codeOf(statement)}>
            <span className="difference-code">{codeOf(statement)}</span>
            <p className="difference-text">{'text' in statement ? statement.text : statement.after}</p>
          </li>
        ))}
      </ol>
      <More left={statements.length - most} onMore={() => setMost(statements.length)} />
    </>
  );
}

function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  if (left <= 0) return null;
  return (
    <div className="row">
      <Button size="dense" onPress={onMore}>
        Show the other {left}
      </Button>
    </div>
  );
}

function Links({ title, links }: { readonly title: string; readonly links: Comparison['linksAdded'] }) {
  if (links.length === 0) return null;
  return (
    <Disclosure title={title} note={String(links.length)}>
      <p className="prose">{links.map(({ from, to }) => `${from}–${to}`).join(', ')}</p>
    </Disclosure>
  );
}
