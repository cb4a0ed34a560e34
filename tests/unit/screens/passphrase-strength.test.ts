import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastCharacters, passphraseStrength } from '../../../renderer/screens/entrance/passphrase-strength.ts';

const stepsOf = (passphrase: string, known: readonly string[] = []): number =>
  passphraseStrength(passphrase, known).steps;

describe('the strength of a passphrase', () => {
  test.each([
    ['aaaaaaaaaaaaaaaaaaaa', 1],
    ['123456789012', 1],
    ['abcdefghijklmnop', 1],
    ['password1234', 1],
    ['tangerine boat', 2],
    ['four quiet herons walk', 3],
    ['Orchard-7 kettle/lantern swift', 4],
  ])('%s has %i steps of four', (passphrase, steps) => {
    expect(stepsOf(passphrase)).toBe(steps);
  });

  test('a passphrase that is too short says how many characters are missing, each sign counting once', () => {
    expect(passphraseStrength('kettle', []).words).toBe('6 more characters needed.');
    expect(passphraseStrength('elevenchars', []).words).toBe('1 more character needed.');
    expect(passphraseStrength('🦉🦉🦉', []).words).toBe('9 more characters needed.');
  });

  test('the names typed beside it count for little', () => {
    expect(stepsOf('Robin Assessor 22', ['Robin Assessor'])).toBeLessThan(stepsOf('Robin Assessor 22'));
  });

  test('whatever is typed, a word appended never makes it weaker, and only what is long enough has a step', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), passphrase => {
        expect(stepsOf(`${passphrase} kettle`)).toBeGreaterThanOrEqual(stepsOf(passphrase));
        expect(stepsOf(passphrase) > 0).toBe([...passphrase].length >= leastCharacters);
      }),
    );
  });
});
