import { type Ref, useState } from 'react';
import type { FrameworkItem } from '../../../shared/domain/framework.ts';
import { List } from '../../ui/list.tsx';
import { focusNextPane } from '../../ui/pane-order.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useRowInView } from '../common/row-in-view.ts';
import { ItemRow } from './item-row.tsx';
import { itemsThatFit } from './standard-items.ts';

interface ItemListProps {
  readonly items: readonly FrameworkItem[];
  readonly selected: string | undefined;
  readonly onSelect: (code: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** The duties and KSBs of a standard, filtered as one types; Enter leads across to what is selected. */
export function ItemList({ items, selected, onSelect, searchRef }: ItemListProps) {
  const [query, setQuery] = useState('');
  const shown = itemsThatFit(items, query);
  const open = (code: string): void => {
    onSelect(code);
    focusNextPane(1);
  };
  return (
    <div className="dense" ref={useRowInView(selected)}>
      <div className="pane-search">
        <SearchField
          label="Filter duties and KSBs"
          isLabelHidden
          placeholder="A code or words of the text"
          value={query}
          onChange={setQuery}
          inputRef={searchRef}
        />
        <p className="pane-count muted small" role="status">
          {query.trim() === '' ? '' : `${shown.length} of ${items.length}`}
        </p>
      </div>
      <List
        label="Duties and KSBs"
        rows={shown.map(item => ({ ...item, id: item.code }))}
        selected={selected ?? null}
        onSelect={onSelect}
        onOpen={open}
        empty="Nothing fits what you typed. Try a code such as K5, or another word."
      >
        {({ id: _, ...item }) => <ItemRow item={item} />}
      </List>
    </div>
  );
}
