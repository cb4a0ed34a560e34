import type { ReportModel } from '../../shared/domain/report-model.ts';
import { fallbackFamily, mainFamily } from './fonts.ts';
import { hasGlyphOf } from './glyphs.ts';
import { printable } from './printable.ts';

const families = [mainFamily, fallbackFamily];
const onlyAscii = /^\p{ASCII}*$/u;

/** The characters of a model that no font of the reports has, each once, in the order of the texts: on paper a replacement character stands for them. */
export function unprintableIn(model: ReportModel): readonly string[] {
  const isMissing = (character: string): boolean =>
    !/\s/.test(character) && !families.some(family => hasGlyphOf(family)(character.codePointAt(0) ?? 0));
  const characters = textsOf(model)
    .filter(text => !onlyAscii.test(text))
    .flatMap(text => [...printable(text)]);
  return [...new Set(characters)].filter(isMissing);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
