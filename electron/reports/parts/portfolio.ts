import type { MethodReport } from '../../../shared/domain/report-model.ts';
import type { ListedPiece } from '../../../shared/domain/reports/method-report.ts';
import type { Edition } from '../edition.ts';
import { estimatedHeight } from '../heights.ts';
import { grid, quotationLayout, textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { leadingIn, section } from './headings.ts';
import { columnGap, dataTable } from './tables.ts';

const widths = { piece: 132, sha256: 122 };

/** The portfolio piece by piece: what each shows and where, and the hash that tells its file. Nothing where the method lists none. */
export function portfolioSection(edition: Edition, { portfolio = [] }: MethodReport): Content[] {
  if (portfolio.length === 0) return [];
  const { portfolio: texts, sections } = edition.texts;
  const table = dataTable(
    edition,
    [
      { heading: texts.columns.piece, width: widths.piece },
      { heading: texts.columns.shows, width: textWidth - widths.piece - widths.sha256 - 3 * columnGap },
      { heading: texts.columns.sha256, width: widths.sha256 },
    ],
    portfolio.map(piece => [piece.title, showsOf(edition, piece), piece.sha256]),
  );
  const introduction = leadingIn({ ...type.quiet, text: texts.introduction, margin: [0, 0, 0, 8] }, 30, table);
  return [section(edition, 'portfolio', sections.portfolio, [introduction, table])];
}

function showsOf({ texts: { portfolio: texts } }: Edition, { ksbs, places, remark }: ListedPiece): string {
  const whole = ksbs.length > 0 ? [texts.shows(texts.whole, ksbs.join(' '), '')] : [];
  const parts = places.map(place => texts.shows(texts.place(place.stretch), place.ksbs.join(' '), place.remark));
  const shown = [...whole, ...parts];
  return [...(shown.length > 0 ? shown : [texts.notMapped]), ...(remark === '' ? [] : [remark])].join('\n');
}

/** A place of the portfolio, or a piece as a whole, as the evidence of a judgement. Throws where the report does not list it: its model refuses that. */
export function portfolioQuotation(edition: Edition, portfolio: readonly ListedPiece[], id: string): Content {
  const { portfolio: texts } = edition.texts;
  const piece = portfolio.find(one => one.id === id || one.places.some(place => place.id === id));
  if (!piece) throw new Error(`The report does not list ${id} in its portfolio`);
  const place = piece.places.find(one => one.id === id);
  const codes = (place ?? piece).ksbs.join(' ');
  const words = place?.remark ?? piece.remark;
  const where = texts.evidence(piece.title, place ? texts.place(place.stretch) : texts.whole);
  const told = `${where}${codes === '' ? '' : `  ·  ${codes}`}`;
  const width = grid.main - 10.5;
  const stack = [{ ...type.quiet, text: told }, ...(words === '' ? [] : [{ ...type.small, text: words }])];
  return {
    tag: 'BlockQuote',
    margin: [0, 0, 0, 5],
    needs: estimatedHeight(told, width, type.quiet.fontSize) + estimatedHeight(words, width, type.small.fontSize) + 14,
    stack: [
      {
        forLayout: true,
        table: { widths: [width], dontBreakRows: true, body: [[{ stack }]] },
        layout: quotationLayout(edition),
      },
    ],
  };
}
