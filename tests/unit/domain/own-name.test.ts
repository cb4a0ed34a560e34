import { describe, expect, it } from 'vitest';
import { isOwnName } from '../../../shared/domain/own-name.ts';

describe('a typed signature', () => {
  it.each([
    ['Robin Fictional', 'Robin Fictional'],
    [' robin  FICTIONAL ', 'Robin Fictional'],
    ['Rene\u0301e Martin', 'Ren\u00e9e Martin'],
    ['Robin\u00a0Fictional', 'Robin Fictional'],
  ])('%j is the name %j', (typed, name) => {
    expect(isOwnName(typed, name)).toBe(true);
  });

  it.each([
    ['R. Fictional', 'Robin Fictional'],
    ['Quinn Fictional', 'Robin Fictional'],
    ['Renee Martin', 'Renée Martin'],
    ['', 'Robin Fictional'],
  ])('%j is not the name %j', (typed, name) => {
    expect(isOwnName(typed, name)).toBe(false);
  });
});
