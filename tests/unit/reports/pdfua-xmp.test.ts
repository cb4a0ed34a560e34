import { expect, it } from 'vitest';
import { escapeXml } from '../../../electron/reports/tagged/pdfua-xmp.ts';

it('escapes what XML reads as its own', () => {
  expect(escapeXml(`Nguyễn & "Sons" <Ltd> 'x'`)).toBe('Nguyễn &amp; &quot;Sons&quot; &lt;Ltd&gt; &apos;x&apos;');
});
