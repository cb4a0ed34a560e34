import { type ReactNode, type Ref, useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import type { TextRange } from '../../../shared/domain/statement-search.ts';
import { useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { SearchField } from '../../ui/search-field.tsx';

const mostShown = 50;

interface StatementSearchProps {
  readonly searchRef: Ref<HTMLInputElement>;
  /** What is shown while nothing is searched for. */
  readonly children: ReactNode;
}

/** Searches the duties and KSBs of all standards as one types; what is found takes the place of what stood below the field. */
export function StatementSearch({ searchRef, children }: StatementSearchProps) {
  const [query, setQuery] = useState('');
  const isSearch = query.trim() !== '';
  const { data = [], error } = useAsk(
    'framework.search',
    { text: query.slice(0, 200), limit: mostShown },
    { isEnabled: isSearch, keepsPrevious: true },
  );
  return (
    <>
      <div className="statement-search">
        <SearchField
          label="Search all standards"
          placeholder="A code, a reference or words: st1030 k5"
          value={query}
          onChange={setQuery}
          inputRef={searchRef}
        />
        <p className="muted small" role="status">
          {isSearch ? countOf(data.length) : ''}
        </p>
      </div>
      {error ? <ErrorPanel title="The search failed" error={error} /> : null}
      {isSearch ? <Found found={data} /> : children}
    </>
  );
}

const countOf = (count: number): string =>
  count < mostShown ? `${formatCount(count, 'statement')} found` : `The best ${mostShown} of those that fit`;

function Found({ found }: { readonly found: Output<'framework.search'> }) {
  const rows = found.map(statement => ({ ...statement, id: `${statement.frameworkId} ${statement.code}` }));
  const open = (id: string): void => {
    const row = rows.find(one => one.id === id);
    if (row) navigate({ page: 'standard', id: row.frameworkId, item: row.code });
  };
  return (
    <div className="dense">
      <List
        label="Statements found"
        rows={rows}
        onOpen={open}
        empty="Nothing fits. Try fewer letters, or another word."
      >
        {({ id, code, kind, text, reference, highlights }) => (
          <ListRow
            id={id}
            text={`${code} ${text}`}
            weight="plain"
            lead={
              <span className="item-code">
                {kind === 'duty' ? <span className="duty">{code}</span> : <KsbChip code={code} />}
              </span>
            }
            title={
              <span className="item-text">
                <Highlighted text={text} ranges={highlights} />
              </span>
            }
            trail={reference}
          />
        )}
      </List>
    </div>
  );
}

function Highlighted({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  const pieces = ranges.flatMap(({ start, end }, index) => [
    text.slice(ranges[index - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
