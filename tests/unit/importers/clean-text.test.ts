import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../electron/importers/clean-text.ts';

describe('cleaning a statement', () => {
  it.each([
    ['stray spaces', '  Vehicle  damage\tassessor ', 'Vehicle damage assessor'],
    ['a space before a comma', 'triaging , initial (x) .', 'triaging, initial (x).'],
    ['an ellipsis and a decimal as they are', 'e.g. 0 .5 and …', 'e.g. 0 .5 and …'],
    ['an entity', 'Health &amp; Safety', 'Health & Safety'],
    ['an entity encoded twice', 'accurate &amp;amp; detailed', 'accurate & detailed'],
    ['numeric entities', 'don&#39;t&#160;stop&#x2019;', "don't stop’"],
    ['an ampersand that is none', 'AT&T, R&D and A & B', 'AT&T, R&D and A & B'],
    ['a less-than sign that is no tag', 'x &lt; y and 3<4', 'x < y and 3<4'],
    ['tags', '<p>One <strong>bold</strong> CO<sub>2</sub></p>', 'One bold CO2'],
    ['a list', '&lt;ul&gt;\r\n&lt;li&gt;one&lt;/li&gt;&lt;li&gt;two&lt;/li&gt;&lt;/ul&gt;', '• one\n• two'],
    [
      'bullets of every kind',
      'in:\n•\tneeds \n- plans\n* checks\n\uF0B7 reviews',
      'in:\n• needs\n• plans\n• checks\n• reviews',
    ],
    ['bullets in one line', 'in: • needs • plans', 'in:\n• needs\n• plans'],
    ['a heading and its text', 'Decision making \n\nUses techniques', 'Decision making\nUses techniques'],
    [
      'a sentence cut at the line’s end',
      'Standards of proficiency for\nnursing associates',
      'Standards of proficiency for nursing associates',
    ],
    ['a list after a colon, not joined', 'such as:\nof wool\nof silk', 'such as:\nof wool\nof silk'],
    ['UTF-8 read as Windows-1252', 'the individualâ€™s cafÃ©', 'the individual’s café'],
    ['names with such letters as they are', 'Clément Âge, Ålesund', 'Clément Âge, Ålesund'],
    ['invisible characters', 'safe\u00ADguard\u200Bing\uFEFF\u0007', 'safeguarding'],
    ['ligatures of the font', 'o\uFB03cer, con\uFB02ict', 'officer, conflict'],
    ['half of a surrogate pair', 'a\uD800b', 'ab'],
    ['nothing', ' \n\t ', ''],
  ])('mends %s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('keeps paragraphs where they are wanted', () => {
    expect(cleanText('<p>One</p><p>Two<br /><br />Three</p>', 'paragraphs')).toBe('One\n\nTwo\n\nThree');
  });

  const pieces = fc.constantFrom(
    '&amp;',
    '&lt;',
    'p&gt;',
    '<li>',
    '<br/>',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '• ',
    '- ',
    'of',
    'and',
    'a',
    'Zebra',
    ':',
    ',',
    '.',
    '\u00A0',
    '\u200B',
  );

  it('changes nothing in what is clean', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom('lines' as const, 'paragraphs' as const),
        (parts, breaks) => {
          const once = cleanText(parts.join(''), breaks);
          expect(cleanText(once, breaks)).toBe(once);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('leaves no entity, tag, double space or control character of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 20 }), parts => {
        const clean = cleanText(parts.join(''));
        expect(clean).not.toMatch(/&(?:amp|lt|gt|nbsp);|<(?:br|li)\b|[^\S\n]{2}|\n\n|^\s|\s$/);
        expect(clean.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u00A0\u200B]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a time in proportion to the length of a hostile text', () => {
    const hostile = [
      ' \n'.repeat(200_000),
      '<p'.repeat(200_000),
      '&amp;'.repeat(100_000),
      'a of\nb '.repeat(100_000),
      ' • '.repeat(150_000),
    ];
    const start = performance.now();
    for (const text of hostile) cleanText(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
