import type { MethodReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { colours, grid, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { type NumberedNote, noteAnchor, numbered, wordsOf } from './evidence-quotation.ts';
import { section } from './headings.ts';

/** All notes of the session, the struck ones without their words. */
export function notesInFull(edition: Edition, model: MethodReport): Content {
  const { texts } = edition;
  const notes = [...numbered(model.notes).values()];
  if (notes.length === 0) {
    return section(edition, 'notes', texts.sections.notes, [{ ...type.body, text: texts.noNotes }], 'on a new page');
  }
  return section(
    edition,
    'notes',
    texts.sections.notes,
    [
      { ...type.quiet, text: texts.notesIntroduction, margin: [0, 0, 0, 8] },
      { tag: 'L', numbering: 'None', stack: notes.map(note => noteItem(edition, note)) },
    ],
    'on a new page',
  );
}

function noteItem({ texts }: Edition, { note, number }: NumberedNote): Content {
  const struck = note.struckReason !== null;
  const words = note.struckReason === null ? wordsOf(note) : texts.struck(note.struckReason);
  const codes =
    note.ksbs.length > 0 ? [{ ...type.quiet, text: `${words === '' ? '' : '  '}${note.ksbs.join(' ')}` }] : [];
  const color = struck ? colours.quiet : colours.ink;
  const kind = struck ? texts.struckWord : texts.noteKindNames[note.kind];
  return {
    tag: 'LI',
    margin: [0, 0, 0, 6],
    needs: Math.min(breakableFrom / 2, Math.max(24, estimatedHeight(words, grid.main, type.small.fontSize))),
    columns: [
      {
        width: grid.side,
        tag: 'Lbl',
        stack: [
          {
            ...type.quiet,
            text: [{ text: texts.note(number), bold: true, color: colours.ink }, `  ${kind}`],
            id: noteAnchor(number),
          },
          { ...type.quiet, text: `${texts.format.elapsed(note.offsetSeconds)}  ·  ${texts.format.clock(note.at)}` },
        ],
      },
      {
        width: grid.main,
        tag: 'LBody',
        stack: [
          {
            ...type.small,
            text: words === '' ? codes : [{ text: words, italics: struck, color }, ...codes],
          },
        ],
      },
    ],
    columnGap: grid.gap,
  };
}
