import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }] as const,
  ),
);

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const of = (name: string): number => {
    const colours = pairs.get(name);
    if (!colours) throw new Error(`tokens.css has no colour --${name}`);
    return luminance(colours[theme]);
  };
  const [low, high] = [of(one), of(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const themes = ['light', 'dark'] as const;
const grounds = ['page', 'surface', 'raised', 'sunk', 'hover', 'selected'];
const tones = ['met', 'not-met', 'distinction', 'practice', 'warning'];

describe.each(themes)('in the %s theme', theme => {
  test.each(grounds)('text, muted text and the accent can be read on --%s (4.5:1)', ground => {
    for (const ink of ['text', 'muted', 'accent']) {
      expect(contrast(ink, ground, theme), `--${ink} on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['page', 'surface', 'raised', 'sunk'])('hints can be read on --%s (4.5:1)', ground => {
    expect(contrast('faint', ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(tones)('--%s can be read on its wash and on every plain ground (4.5:1)', tone => {
    for (const ground of [`${tone}-wash`, 'page', 'surface', 'raised', 'sunk']) {
      expect(contrast(tone, ground, theme), `--${tone} on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('body text can be read on every wash (4.5:1)', () => {
    for (const wash of [...tones.map(tone => `${tone}-wash`), 'info-wash']) {
      expect(contrast('text', wash, theme)).toBeGreaterThanOrEqual(4.5);
      expect(contrast('muted', wash, theme)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the words on filled buttons can be read (4.5:1)', () => {
    for (const fill of ['accent', 'accent-hover', 'accent-pressed']) {
      expect(contrast('on-accent', fill, theme)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast('on-danger', 'not-met', theme)).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of controls and the focus ring stand out (3:1)', () => {
    for (const ground of ['page', 'surface', 'raised', 'sunk']) {
      expect(contrast('edge', ground, theme)).toBeGreaterThanOrEqual(3);
      expect(contrast('focus', ground, theme)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('the window’s background before the first paint is the page’s', () => {
  const shell = readFileSync(new URL('../../../electron/window.ts', import.meta.url), 'utf8');
  const page = pairs.get('page');
  expect(shell).toContain(`'${page?.light}'`);
  expect(shell).toContain(`'${page?.dark}'`);
});
