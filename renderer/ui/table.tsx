import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Cell,
  Column,
  type Key,
  Table as RacTable,
  Row,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from 'react-aria-components';

/** A column: its head, what it shows of a row, and how it sorts. */
export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** The column that names the row; one a table. */
  readonly isRowHeader?: boolean;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
}

export interface TableProps<T extends { readonly id: string }> {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  /** Enter or a click on a row: open it. */
  readonly onOpen?: (id: string) => void;
  readonly sort?: SortDescriptor;
  readonly onSort?: (sort: SortDescriptor) => void;
  readonly empty?: ReactNode;
}

/** Facts in rows and columns, walked with the arrow keys. */
export function Table<T extends { readonly id: string }>(props: TableProps<T>) {
  const { label, columns, rows, onOpen, sort, onSort, empty } = props;
  return (
    <div className="table-scroll">
      <RacTable
        className="table"
        aria-label={label}
        {...(onOpen ? { onRowAction: (key: Key) => onOpen(String(key)) } : {})}
        {...(sort ? { sortDescriptor: sort } : {})}
        {...(onSort ? { onSortChange: onSort } : {})}
      >
        <TableHeader columns={columns}>{column => <Head column={column} />}</TableHeader>
        <TableBody
          items={rows}
          dependencies={[columns]}
          renderEmptyState={() => <div className="list-empty">{empty ?? 'Nothing here yet.'}</div>}
        >
          {row => (
            <Row className="table-row" id={row.id} columns={columns}>
              {column => (
                <Cell className="table-cell" data-align={column.align}>
                  {column.cell(row)}
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </RacTable>
    </div>
  );
}

function Head<T>({ column }: { readonly column: TableColumn<T> }) {
  return (
    <Column
      className="table-column"
      id={column.id}
      isRowHeader={column.isRowHeader ?? false}
      allowsSorting={column.isSortable ?? false}
      data-align={column.align}
    >
      {({ sortDirection }) => (
        <span className="table-column-words">
          {column.title}
          {sortDirection === 'ascending' ? <ArrowUp size={12} aria-hidden /> : null}
          {sortDirection === 'descending' ? <ArrowDown size={12} aria-hidden /> : null}
        </span>
      )}
    </Column>
  );
}
