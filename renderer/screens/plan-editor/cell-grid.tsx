import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

/** A column of cells under its head. */
interface GridColumn {
  readonly id: string;
  readonly head: ReactNode;
}

/** A row of cells behind its head. */
interface GridRow {
  /** What is typed to go to the row, as a spreadsheet's list is searched: K12. */
  readonly id: string;
  /** What names the row, and more cells that are only read. */
  readonly heads: readonly ReactNode[];
}

interface GridCell {
  readonly content: ReactNode;
  /** Row, column and state in words. */
  readonly label: string;
  readonly isOn?: boolean;
  readonly tone?: string | undefined;
}

/** Where the arrow keys are: the indexes of row and column. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

interface CellGridProps {
  readonly label: string;
  /** The heads of the columns that are only read. */
  readonly leadHeads: readonly ReactNode[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly cell: (row: number, column: number) => GridCell;
  /** Space, Enter or a click. */
  readonly onAct: (at: GridPosition) => void;
  /** Any other key that means something in a cell; true where it did. */
  readonly onKey?: (at: GridPosition, key: string) => boolean;
  readonly onMove?: (at: GridPosition) => void;
  readonly className?: string;
}

const page = 10;

function moved(
  { row, column }: GridPosition,
  event: KeyboardEvent,
  rows: number,
  columns: number,
): GridPosition | null {
  const whole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      return { row: whole ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: whole ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: whole ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: whole ? columns - 1 : column + 1 };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return null;
  }
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** What was typed lately, for going to a row by its name; it is forgotten after a pause. */
function useTypedRow(rows: readonly GridRow[]) {
  const typed = useRef({ text: '', at: 0 });
  return (key: string, now: number): number => {
    const { text, at } = typed.current;
    const next = (now - at < 900 ? text : '') + key.toUpperCase();
    typed.current = { text: next, at: now };
    const exact = rows.findIndex(row => row.id.toUpperCase() === next);
    return exact >= 0 ? exact : rows.findIndex(row => row.id.toUpperCase().startsWith(next));
  };
}

/** Where the keys are in a grid, and what they do there. */
function useGridKeys({ columns, rows, onAct, onKey }: CellGridProps) {
  const [position, setPosition] = useState<GridPosition>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const rowTyped = useTypedRow(rows);
  const go = (to: GridPosition): void => {
    const next = { row: within(to.row, rows.length), column: within(to.column, columns.length) };
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, here: GridPosition): void => {
    const next = moved(here, event, rows.length, columns.length);
    if (next) go(next);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === ' ' || event.key === 'Enter') onAct(here);
    else if (!onKey?.(here, event.key)) {
      if (!/^[a-z0-9]$/i.test(event.key)) return;
      const row = rowTyped(event.key, event.timeStamp);
      if (row < 0) return;
      go({ ...here, row });
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const at = { row: within(position.row, rows.length), column: within(position.column, columns.length) };
  return { at, setPosition, press, table };
}

/** Cells that are walked and set like those of a spreadsheet: arrows, Home, End and Page keys move, Space sets, typing a row's name goes to it. */
export function CellGrid(props: CellGridProps) {
  const { label, leadHeads, columns, rows, className } = props;
  const keys = useGridKeys(props);
  return (
    <div className={`table-scroll cell-grid-scroll ${className ?? ''}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are set by keys */}
      <table className="cell-grid" role="grid" aria-label={label} ref={keys.table}>
        <thead>
          <tr>
            {leadHeads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the heads of a grid keep their order
              <th scope="col" key={index} className="cell-grid-lead">
                {head}
              </th>
            ))}
            {columns.map(column => (
              <th scope="col" key={column.id}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} data-here={index === keys.at.row || undefined}>
              <RowHeads row={row} />
              {columns.map((column, place) => (
                <GridCellOf key={column.id} grid={props} keys={keys} row={row} here={{ row: index, column: place }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowHeads({ row }: { readonly row: GridRow }) {
  const [first, ...others] = row.heads;
  return (
    <>
      <th scope="row">{first}</th>
      {others.map((head, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the heads of a row keep their order
        <td key={index} className="cell-grid-lead">
          {head}
        </td>
      ))}
    </>
  );
}

interface GridCellOfProps {
  readonly grid: CellGridProps;
  readonly keys: ReturnType<typeof useGridKeys>;
  readonly row: GridRow;
  readonly here: GridPosition;
}

function GridCellOf({ grid, keys, row, here }: GridCellOfProps) {
  const { content, label, isOn, tone } = grid.cell(here.row, here.column);
  const isCurrent = here.row === keys.at.row && here.column === keys.at.column;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus itself
      role="gridcell"
      className="cell"
      tabIndex={isCurrent ? 0 : -1}
      data-cell={`${here.row}-${here.column}`}
      data-code={row.id}
      data-tone={tone}
      data-on={isOn || undefined}
      aria-selected={isOn ?? undefined}
      aria-label={label}
      onFocus={() => {
        keys.setPosition(here);
        grid.onMove?.(here);
      }}
      onClick={event => {
        event.currentTarget.focus();
        grid.onAct(here);
      }}
      onKeyDown={event => keys.press(event, here)}
    >
      {content}
    </td>
  );
}
