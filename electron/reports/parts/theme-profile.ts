import type { Decision } from '../../../shared/domain/judgement.ts';
import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { colours, textWidth, type } from '../styles.ts';
import type { CanvasNode, Content, Vector } from '../tagged/nodes.ts';
import { leadingIn, needsOf } from './headings.ts';
import { descriptorSign } from './shapes.ts';

/** A theme as the profile shows it: its letter and title, and how each of its descriptors was judged. */
export interface ProfiledTheme {
  readonly letter: string;
  readonly title: string;
  readonly descriptors: readonly ProfiledDescriptor[];
}

interface ProfiledDescriptor {
  readonly label: string;
  readonly grade: 'pass' | 'distinction';
  readonly decision: Decision | null;
}

const width = { title: 196, signs: 214, count: textWidth - 196 - 214 - 24 } as const;
const cell = { width: 26, sign: 12, label: 9, gap: 5 } as const;
const lineGap = 5;
const perLine = Math.floor(width.signs / cell.width);

/** A line for each theme, with a sign for each of its descriptors, and what the signs mean. */
export function themeProfile(edition: Edition, themes: readonly ProfiledTheme[]): Content[] {
  const judged = themes.filter(({ descriptors }) => descriptors.length > 0);
  const lines = judged.map(theme => themeLine(edition, theme));
  const legend = {
    ...type.quiet,
    text: edition.texts.profile.legend,
    margin: [0, 0, 0, 7] as [number, number, number, number],
  };
  const whole = lines.reduce((sum, line) => sum + needsOf(line) + lineGap, 0);
  // A profile of a usual size stays on one page: it is compared line by line.
  const first = whole < breakableFrom ? { ...legend, needs: 16 + whole } : leadingIn(legend, 16, lines[0]);
  return [first, { tag: 'L', numbering: 'None', stack: lines }];
}

function themeLine(edition: Edition, theme: ProfiledTheme): Content {
  const { texts } = edition;
  const { letter, title, descriptors } = theme;
  const met = descriptors.filter(({ decision }) => decision === 'met').length;
  const name = texts.theme.title(letter, title);
  const figure = signs(edition, name, descriptors);
  return {
    tag: 'LI',
    margin: [0, 0, 0, lineGap],
    needs: Math.max(figure.needs ?? 0, estimatedHeight(name, width.title, type.small.fontSize)),
    columns: [
      { ...type.small, text: name, bold: true, tag: 'Lbl', width: width.title },
      {
        tag: 'LBody',
        width: width.signs + 12 + width.count,
        columns: [
          { width: width.signs, stack: [figure] },
          { ...type.quiet, text: texts.profile.count(met, descriptors.length), width: width.count, alignment: 'right' },
        ],
        columnGap: 12,
      },
    ],
    columnGap: 12,
  };
}

function signs({ texts, accent }: Edition, name: string, descriptors: readonly ProfiledDescriptor[]): CanvasNode {
  const height = cell.sign + cell.label + cell.gap;
  const canvas = descriptors.flatMap(({ label, grade, decision }, index): Vector[] => {
    const x = (index % perLine) * cell.width;
    const y = Math.floor(index / perLine) * height;
    const at = { x: x + (cell.width - cell.gap - cell.sign) / 2, y: y + 0.5, size: cell.sign };
    return [...descriptorSign(grade, decision, at, accent), labelBelow(label, x, y + cell.sign + 1)];
  });
  return {
    alt: texts.profile.alt(name, statesOf(texts, descriptors)),
    canvas,
    needs: Math.ceil(descriptors.length / perLine) * height,
  };
}

function labelBelow(text: string, x: number, y: number): Vector {
  const label = { text, fontSize: 7, color: colours.ink, bold: false, align: 'center' } as const;
  return { type: 'rect', x, y, w: cell.width - cell.gap, h: cell.label, color: colours.white, lineWidth: 0, label };
}

/** What a reader hears: each state that occurs, with the labels that are in it. */
function statesOf({ profile, format }: Edition['texts'], descriptors: readonly ProfiledDescriptor[]): string {
  const states = (['pass', 'distinction'] as const).flatMap(grade =>
    (['met', 'notMet', 'open'] as const).map(state => {
      const labels = descriptors.filter(one => one.grade === grade && (one.decision ?? 'open') === state);
      const words = profile.states[grade][state];
      return labels.length === 0 ? '' : profile.state(words, format.list(labels.map(({ label }) => label)));
    }),
  );
  return states.filter(state => state !== '').join('; ');
}
