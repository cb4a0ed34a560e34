import { cleanText } from './clean-text.ts';

/** Elements of a page whose content is no part of its text. */
const unreadElements = ['script', 'style', 'head', 'nav', 'header', 'footer', 'noscript', 'svg', 'template'];

/** Whether this is a saved web page rather than text that happens to hold a "<". */
export const isPage = (text: string): boolean => /^\s*(?:<!doctype html|<html|<body|<main|<article|<div)\b/i.test(text);

/** The text of a saved web page: what a reader sees of it, with "1." before each point of a numbered list and "• " before others. */
export function pageText(page: string): string {
  const body = unreadElements.reduce(withoutElement, withoutComments(page));
  return cleanText(withNumberedLists(body.replace(/\s+/g, ' ')), 'paragraphs');
}

function withoutComments(page: string): string {
  return cut(page, '<!--', '-->');
}

function withoutElement(page: string, name: string): string {
  const lower = page.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = indexOfTag(lower, `<${name}`, from);
    const end = start < 0 ? -1 : lower.indexOf(`</${name}`, start);
    const close = end < 0 ? -1 : lower.indexOf('>', end);
    if (close < 0) return kept.concat(page.slice(from)).join(' ');
    kept.push(page.slice(from, start));
    from = close + 1;
  }
}

/** Where a tag of this name begins; `<head` is not `<header`. */
function indexOfTag(lower: string, tag: string, from: number): number {
  let found = lower.indexOf(tag, from);
  while (found >= 0 && /[a-z0-9-]/.test(lower.charAt(found + tag.length))) found = lower.indexOf(tag, found + 1);
  return found;
}

function cut(text: string, opening: string, closing: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(opening, from);
    const end = start < 0 ? -1 : text.indexOf(closing, start + opening.length);
    if (end < 0) return kept.concat(text.slice(from)).join(' ');
    kept.push(text.slice(from, start));
    from = end + closing.length;
  }
}

function withNumberedLists(body: string): string {
  const lists: string[] = [];
  return body.replace(/<(\/?)(ol|ul|li)\b[^<>]*>/gi, (tag, closing: string, name: string) => {
    const kind = name.toLowerCase();
    if (kind === 'li') return closing === '' && lists.at(-1) === 'ol' ? '\n1. ' : tag;
    if (closing === '') lists.push(kind);
    else lists.pop();
    return '\n';
  });
}
