import { parse } from 'csv-parse/sync';

/** How much of a table is read, so that no file takes all memory. */
export interface CsvLimits {
  /** Characters in a row. */
  readonly largestRow: number;
  readonly mostRows: number;
}

/** A table without the line by which Excel says what is between its cells (`sep=;`): the rows tell that themselves. */
export const withoutSeparatorLine = (text: string): string => text.replace(/^\uFEFF?sep=.\r?\n/i, '');

/** The rows of a CSV text as people save it: a byte order mark, uneven rows and empty ones are no fault. Throws csv-parse's error for an open quotation mark or a row that is too long; one row beyond the limit and its head is read, so that a caller can tell. */
export function csvRows(
  text: string,
  delimiter: string,
  { largestRow, mostRows }: CsvLimits,
): readonly (readonly string[])[] {
  return parse(withoutSeparatorLine(text), {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: largestRow,
    to: mostRows + 2,
  });
}
