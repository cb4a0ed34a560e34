import { describe, expect, test } from 'vitest';
import { isTypingKey, type KeyPress, matchesKeys } from '../../../renderer/keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('key combinations', () => {
  test('Mod is Ctrl on Windows and Linux and Command on a Mac', () => {
    expect(matchesKeys('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
    expect(matchesKeys('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matchesKeys('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  test('a plain letter is not the letter with a modifier', () => {
    expect(matchesKeys('m', press('m'), false)).toBe(true);
    expect(matchesKeys('m', press('M', { shiftKey: true }), false)).toBe(false);
    expect(matchesKeys('m', press('m', { ctrlKey: true }), false)).toBe(false);
    expect(matchesKeys('m', press('m', { altKey: true }), false)).toBe(false);
  });

  test('Shift counts with letters and function keys', () => {
    expect(matchesKeys('Mod+Shift+L', press('L', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('Mod+Shift+L', press('l', { ctrlKey: true }), false)).toBe(false);
    expect(matchesKeys('F6', press('F6', { shiftKey: true }), false)).toBe(false);
    expect(matchesKeys('Shift+F6', press('F6', { shiftKey: true }), false)).toBe(true);
  });

  test('a sign is the sign, whether or not the keyboard needs Shift for it', () => {
    expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('?', press('?'), false)).toBe(true);
    expect(matchesKeys('Mod+,', press(',', { ctrlKey: true }), false)).toBe(true);
  });

  test('letters and signs type something, function keys and commands do not', () => {
    expect(['m', '?', 'Shift+M'].map(isTypingKey)).toEqual([true, true, true]);
    expect(['F6', 'Escape', 'Mod+K', 'Alt+N', 'Mod+Enter'].map(isTypingKey)).toEqual(Array(5).fill(false));
  });
});
