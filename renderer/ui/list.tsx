import type { ReactNode } from 'react';
import { GridList, GridListItem, type Key, ListLayout, type Selection, Virtualizer } from 'react-aria-components';

export interface ListProps<T extends { readonly id: string }> {
  /** What the list holds, for its accessible name. */
  readonly label: string;
  readonly rows: readonly T[];
  /** One row: usually a ListRow. */
  readonly children: (row: T) => ReactNode;
  /** Enter or a click on a row: open it. */
  readonly onOpen?: (id: string) => void;
  readonly selected?: string | null;
  /** Called as the arrows or a click move the selection. */
  readonly onSelect?: (id: string) => void;
  readonly empty?: ReactNode;
  /** What else the rows show; without it a row is drawn again only when its own object changes. */
  readonly dependencies?: readonly unknown[];
  /** Draws only the rows in view, for lists of thousands: the list then scrolls by itself and needs a height from around it. */
  readonly isVirtual?: boolean;
}

/** How high a row is thought to be until it is drawn, in CSS px. */
const virtualLayout = { estimatedRowHeight: 56 };

/** A list walked with the arrow keys; single letters stay free for actions. Give `onOpen` for a list of links, `selected` and `onSelect` for a master list. */
export function List<T extends { readonly id: string }>(props: ListProps<T>) {
  const { label, rows, children, onOpen, selected, onSelect, empty, dependencies, isVirtual = false } = props;
  const select = (keys: Selection): void => {
    const [key] = keys === 'all' ? [] : keys;
    if (key !== undefined) onSelect?.(String(key));
  };
  const list = (
    <GridList
      className="list"
      data-virtual={isVirtual || undefined}
      aria-label={label}
      items={rows}
      disallowTypeAhead
      escapeKeyBehavior="none"
      {...(dependencies ? { dependencies } : {})}
      {...(onOpen ? { onAction: (key: Key) => onOpen(String(key)) } : {})}
      {...(onSelect
        ? {
            selectionMode: 'single' as const,
            selectionBehavior: 'replace' as const,
            disallowEmptySelection: true,
            selectedKeys: selected ? [selected] : [],
            onSelectionChange: select,
          }
        : {})}
      renderEmptyState={() => <div className="list-empty">{empty ?? 'Nothing here yet.'}</div>}
    >
      {children}
    </GridList>
  );
  if (!isVirtual) return list;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={virtualLayout}>
      {list}
    </Virtualizer>
  );
}

export interface ListRowProps {
  readonly id: string;
  readonly title: ReactNode;
  /** The row as text, where the title is not a string. */
  readonly text?: string;
  readonly detail?: ReactNode;
  /** Before the words: a time, a mark. */
  readonly lead?: ReactNode;
  /** After the words: tags, a figure, a button. */
  readonly trail?: ReactNode;
  /** `plain` for rows of running text, as notes are. */
  readonly weight?: 'strong' | 'plain';
}

/** A row of a List: what it is, a second line, marks before and after. */
export function ListRow({ id, title, text, detail, lead, trail, weight = 'strong' }: ListRowProps) {
  return (
    <GridListItem className="list-row" id={id} textValue={text ?? (typeof title === 'string' ? title : id)}>
      {lead ? <div className="list-lead">{lead}</div> : null}
      <div className="list-words">
        <div className="list-title" data-weight={weight}>
          {title}
        </div>
        {detail ? <div className="list-detail">{detail}</div> : null}
      </div>
      {trail ? <div className="list-trail">{trail}</div> : null}
    </GridListItem>
  );
}
