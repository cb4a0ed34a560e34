import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFindings } from '../../../electron/importers/findings.ts';
import { lossFinder, repairLigatures, vocabularyOf } from '../../../electron/importers/ligatures.ts';

const lost = '\uFFFD';
const mend = (text: string, context = '') => {
  const findings = noFindings();
  const mended = repairLigatures(
    text.replaceAll('~', lost),
    vocabularyOf(`${text} ${context}`.replaceAll('~', lost)),
    findings,
    'here',
  );
  return { mended, uncertain: findings.repairs.filter(repair => !repair.certain).length };
};

describe('restoring lost ligatures', () => {
  it.each([
    'officer',
    'officers',
    'confidentiality',
    'reflective',
    'qualification',
    'staff',
    'first',
    'Different',
    'off',
    'fulfilled',
    'influences',
    'efficient',
    'difficult',
    'conflict',
    'OFFICE',
    'affiliated',
    'scaffolding',
    'workflow',
    'fluffed',
    'off-site filing',
  ])('knows «%s» without having seen it', word => {
    const damaged = word.replace(/ffi|ffl|fi|ff|fl/gi, '~');
    expect(mend(damaged)).toEqual({ mended: word, uncertain: 0 });
  });

  it('takes the form that the text has elsewhere for a name that no list knows', () => {
    expect(mend('The Cardi~ team', 'Cardiff is a city.')).toEqual({ mended: 'The Cardiff team', uncertain: 0 });
  });

  it('asks for a look at a word that could be two, and takes the one that is used more', () => {
    expect(mend('a ~t', 'fit flit')).toEqual({ mended: 'a fit', uncertain: 0 });
    expect(mend('the ~ow', 'flow fiow flow')).toEqual({ mended: 'the flow', uncertain: 1 });
  });

  it.each([
    ['an unknown word', 'x~qz'],
    ['a lost bullet', '~ one'],
    ['a lost dash', 'one ~ two'],
    ['a run of lost letters', 'a~~~~~b'],
  ])('asks for a look at %s', (_, text) => {
    const { mended, uncertain } = mend(text);
    expect(mended).not.toContain(lost);
    expect(uncertain).toBe(1);
  });

  it('leaves no lost letter in any text, and texts without one as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'f', 'i', ' ', '\n', lost, 'É', '’') }), text => {
        const mended = repairLigatures(text, vocabularyOf(text), noFindings(), 'here');
        expect(mended).not.toContain(lost);
        if (!text.includes(lost)) expect(mended).toBe(text);
      }),
    );
  });

  it('takes a time in proportion to the length of a hostile text', () => {
    const start = performance.now();
    mend(`${'a'.repeat(1_000_000)} ~ ${'~a'.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('finding ligatures lost without a trace', () => {
  it('finds «condentiality» and leaves ordinary words alone', () => {
    const find = lossFinder();
    expect([...find('Maintains condentiality and signicant standards')]).toEqual([
      ['condentiality', 'confidentiality'],
      ['signicant', 'significant'],
    ]);
    expect(find('Tracking conditions, reliable clinical relations and diversity of retention').size).toBe(0);
  });
});
