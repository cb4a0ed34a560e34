import { decodeHTMLStrict } from 'entities';
import { brokenEncodingMended } from './broken-encoding.ts';

/** Whether blank lines between paragraphs are kept (a summary) or every break is one line break (a statement). */
export type Breaks = 'paragraphs' | 'lines';

/**
 * The readable text of what a source holds: entities decoded, however often they were encoded; HTML tags turned into line breaks and bullets;
 * bullets as lines that begin with "• "; no stray spaces, invisible characters or broken UTF-8. Cleaning a clean text changes nothing.
 */
export function cleanText(raw: string, breaks: Breaks = 'lines'): string {
  let text = raw;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const next = cleanedOnce(text, breaks);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** One pass; what it joins or uncovers may need another. */
function cleanedOnce(raw: string, breaks: Breaks): string {
  const lines = withoutMarkup(raw)
    .replace(/(?<=\S)[^\S\n]+[•▪●◦‣⁃∙\uF0B7\uF0A7\uF0D8](?=\s)/g, '\n•')
    .split('\n')
    .map(cleanLine);
  const text = withoutBrokenLines(lines.filter(line => line !== '•' && (line !== '' || breaks === 'paragraphs')))
    .join('\n')
    .trim();
  return text.replace(/\n{3,}/g, '\n\n');
}

const mostPasses = 10;

/** Decodes until nothing changes, because sources encode HTML once more for their JSON. */
function withoutMarkup(raw: string): string {
  let text = plainCharacters(raw);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const next = plainCharacters(withoutTags(text.includes('&') ? decodeHTMLStrict(text) : text));
    if (next === text) break;
    text = next;
  }
  return text;
}

const breakingTag =
  /<\/?(?:html|body|main|aside|figure|figcaption|form|fieldset|dl|dt|dd|p|div|tr|table|tbody|thead|ul|ol|h[1-6]|blockquote|section|article)\b[^<>]*>/gi;
const otherTag =
  /<\/?(?:strong|em|b|i|u|s|q|abbr|cite|del|ins|mark|time|span|a|sup|sub|font|small|code|pre|td|th|img|hr|li|label|button|input|select|option|iframe|picture|source|video)\b[^<>]*>/gi;

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<\/li\b[^<>]*>\s*/gi, '')
    .replace(/<li\b[^<>]*>\s*/gi, '\n• ')
    .replace(/<br\b[^<>]*>\n?/gi, '\n')
    .replace(breakingTag, '\n\n')
    .replace(otherTag, '');
}

/** Characters that look the same are one, and those that cannot be seen are none. */
export function plainCharacters(text: string): string {
  return brokenEncodingMended(text)
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[ﬀ-ﬆ]/g, ligature => ligature.normalize('NFKC'))
    .replace(/[^\S\n]|\p{Zs}/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Surrogate}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '');
}

const bullet = /^(?:[•▪·●◦‣⁃∙\uF0B7\uF0A7\uF0D8]\s*|[*–-] )+/;

function cleanLine(line: string): string {
  return line
    .trim()
    .replace(/ {2,}/g, ' ')
    .replace(bullet, '• ')
    .replace(/(?<=[\p{L}\p{N})\]"’”]) +([,;:!?.])(?=\s|$)/gu, '$1')
    .trim();
}

const joiningWord = 'a|an|and|as|at|by|for|from|in|into|is|of|on|or|that|the|their|to|which|with';
const endsOpen = new RegExp(`(?:^|\\s)(?:${joiningWord})$`, 'i');
const beginsJoined = new RegExp(`^(?:${joiningWord})(?=\\s|$)`);

/** Joins a sentence that was cut at the end of a printed line: a small word stands at the cut and the sentence goes on in small letters. Lists after a colon are left alone. */
function withoutBrokenLines(lines: readonly string[]): readonly string[] {
  const sentences: string[][] = [];
  let previous = '';
  let inList = false;
  for (const line of lines) {
    inList = previous.endsWith(':') || previous.startsWith('• ') || (inList && previous !== '');
    const last = sentences.at(-1);
    if (last && !inList && isCut(previous, line)) last.push(line);
    else sentences.push([line]);
    previous = line;
  }
  return sentences.map(sentence => sentence.join(' '));
}

const isCut = (before: string, after: string): boolean =>
  /^\p{Ll}/u.test(after) && /[\p{L}\p{N},]$/u.test(before) && (endsOpen.test(before) || beginsJoined.test(after));
