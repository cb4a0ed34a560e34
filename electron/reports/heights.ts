/** Average advance of a letter of the main font, as a share of its size; a little wide, so that heights are rather over- than underrated. */
const letterWidth = 0.5;
const lineSpacing = 1.33;

/** About how high a text will be in a column of the given width; lengths in points. */
export function estimatedHeight(text: string, width: number, fontSize: number): number {
  const lettersInLine = Math.max(1, Math.floor(width / (fontSize * letterWidth)));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0);
  return lines * fontSize * lineSpacing;
}

/** What is higher than this may be broken over pages; what is lower is kept in one piece. */
export const breakableFrom = 220;
