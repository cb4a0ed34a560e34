/** Whether every word of the query stands somewhere in the texts, capitals and accents aside. An empty query fits everything. */
export function fits(query: string, texts: readonly string[]): boolean {
  const whole = plain(texts.join(' '));
  return plain(query)
    .split(/\s+/)
    .every(word => whole.includes(word));
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
