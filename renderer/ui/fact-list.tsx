import type { ReactNode } from 'react';

/** A name and what it is; a fact without a value is shown as a dash. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactListProps {
  readonly facts: readonly Fact[];
  /** `columns` side by side as room allows, `rows` one below the other with hairlines. */
  readonly layout?: 'columns' | 'rows';
}

/** Facts about one thing, as a definition list. */
export function FactList({ facts, layout = 'columns' }: FactListProps) {
  return (
    <dl className="facts" data-layout={layout}>
      {facts.map(fact => (
        <div className="fact" key={fact.name}>
          <dt className="fact-name">{fact.name}</dt>
          <dd className="fact-value">{fact.value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
