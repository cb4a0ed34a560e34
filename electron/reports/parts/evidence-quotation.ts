import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import type { Quotation } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { grid, quotationLayout, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

/** A note with its number in the report: notes are counted in the order in which they were written. */
export interface NumberedNote {
  readonly note: Quotation;
  readonly number: number;
}

/** What is quoted of a long note beside a judgement; the appendix has it whole. */
const longestQuotation = 700;
const mostQuotedLines = 10;

/** The name that links to a note lead to. */
export const noteAnchor = (number: number): string => `note-${number}`;

/** The notes of a session by their identity, numbered. */
export function numbered(notes: readonly Quotation[]): ReadonlyMap<string, NumberedNote> {
  return new Map(notes.map((note, index) => [note.noteId, { note, number: index + 1 }]));
}

/** A note's words without the tags of the codes that are printed beside them; empty when it has no other words. */
export const wordsOf = ({ body, ksbs }: Quotation): string => withoutKsbTags(body, ksbs);

/** A note quoted as evidence: its kind, when it was written, its codes, and its words. */
export function evidenceQuotation(edition: Edition, { note, number }: NumberedNote): Content {
  const { texts, accent } = edition;
  const excerpt =
    note.struckReason === null ? excerptOf(wordsOf(note), texts.theme.continued) : texts.struck(note.struckReason);
  const height = estimatedHeight(excerpt, grid.main - 10, type.small.fontSize) + 14;
  const link = { text: texts.note(number), linkToDestination: noteAnchor(number), color: accent };
  return {
    tag: 'BlockQuote',
    margin: [0, 0, 0, 5],
    needs: Math.min(height, breakableFrom),
    stack: [
      {
        forLayout: true,
        table: {
          widths: [grid.main - 10.5],
          dontBreakRows: height < breakableFrom,
          body: [
            [
              {
                stack: [
                  { ...type.quiet, text: [`${metaLine(edition, note)}  ·  `, link] },
                  ...(excerpt === '' ? [] : [{ ...type.small, text: excerpt }]),
                ],
              },
            ],
          ],
        },
        layout: quotationLayout(edition),
      },
    ],
  };
}

function metaLine({ texts: { format, noteKindNames } }: Edition, note: Quotation): string {
  const times = [format.elapsed(note.offsetSeconds), format.clock(note.at)];
  const codes = note.ksbs.length > 0 ? [note.ksbs.join(' ')] : [];
  return [noteKindNames[note.kind], ...times, ...codes].join('  ·  ');
}

function excerptOf(body: string, continued: string): string {
  const lines = body.split('\n').slice(0, mostQuotedLines).join('\n');
  if (lines === body && body.length <= longestQuotation) return body;
  if (lines.length <= longestQuotation) return `${lines.trimEnd()}… (${continued})`;
  const cut = lines.slice(0, longestQuotation);
  const lastSpace = cut.lastIndexOf(' ');
  const whole = lastSpace > longestQuotation / 2 ? cut.slice(0, lastSpace) : cut;
  return `${whole.trimEnd()}… (${continued})`;
}
