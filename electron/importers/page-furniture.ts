import type { Line } from './text-lines.ts';

/** Lines that belong to a page and not to its text: page numbers, links to skip and to download, cookie notices, addresses. */
const furniture =
  /^(?:page \d+(?: of \d+)?|\d+ of \d+|\d+ ?\/ ?\d+|[-–] ?\d+ ?[-–]|(?:\d+\. )?(?:skip|jump) to (?:main )?(?:content|navigation)|back to (?:top|duty|duties)|print(?: this page)?|share this(?: page)?|(?:download this page|download this series)\b.{0,160}|these files might not be fully accessible|(?:accept|reject|manage|hide)\b.{0,30}\bcookies?|https?:\/\/\S{1,300}(?: \d+\/\d+)?|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}.{0,80})$/i;

/** The lines without page furniture: known kinds of it, lines of numbers that count the pages, and heads and feet that come back on most pages of a text with page breaks. */
export function withoutFurniture(lines: readonly Line[]): readonly Line[] {
  const heads = repeatedHeads(lines);
  const counting = pageNumbers(lines);
  return lines.filter(
    line => !furniture.test(line.text.slice(0, 400)) && !heads.has(withoutDigits(line.text)) && !counting.has(line),
  );
}

const withoutDigits = (text: string): string => text.replace(/\d+/g, '#');

function repeatedHeads(lines: readonly Line[]): ReadonlySet<string> {
  const pages: Line[][] = [];
  for (const line of lines) {
    const page = pages[line.page] ?? [];
    page.push(line);
    pages[line.page] = page;
  }
  const counts = new Map<string, number>();
  for (const page of Object.values(pages)) {
    const edges = new Set([...page.slice(0, 2), ...page.slice(-2)].map(line => withoutDigits(line.text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const often = Math.max(3, pages.length / 2);
  return new Set(Array.from(counts).flatMap(([edge, count]) => (count >= often ? [edge] : [])));
}

/** Lines that are only a number, where these count up by one through the text. */
function pageNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  const numbers = lines.filter(line => /^\d{1,3}$/.test(line.text));
  const counting = numbers.every(
    (line, index) => index === 0 || Number(line.text) === Number(numbers[index - 1]?.text) + 1,
  );
  return new Set(numbers.length >= 2 && counting ? numbers : []);
}
