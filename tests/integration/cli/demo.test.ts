import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { demo } from '../../../electron/cli/demo.ts';
import { runCommand } from '../../../electron/cli/epa.ts';
import { verify } from '../../../electron/cli/verify.ts';
import { temporaryFolder } from '../workbench.ts';

const summaryShape = z.object({
  overallGrade: z.string(),
  reports: z.array(z.object({ file: z.string(), kind: z.string(), verified: z.boolean() })),
  documents: z.array(z.object({ file: z.string(), kind: z.string(), signed: z.boolean(), verified: z.boolean() })),
  organisationCertificate: z.object({ file: z.string() }),
  packs: z.array(z.string()),
  dfeExamples: z.array(z.object({ file: z.string(), sha256: z.string() })),
});
const checks = z.array(z.object({ ok: z.boolean(), signatures: z.array(z.object({ trust: z.string() })) }));

test('the demonstration writes every kind of document, counter-signed and sealed, and all of it verifies under its own authority', async () => {
  const out = path.join(temporaryFolder(), 'demo');
  const written: string[] = [];
  const io = { out: (text: string) => void written.push(text), err: (text: string) => void written.push(text) };
  expect(await demo.run(['--out', out], io)).toBe(0);
  const summary = summaryShape.parse(JSON.parse(readFileSync(path.join(out, 'summary.json'), 'utf8')));
  expect(new Set([...summary.reports, ...summary.documents].map(({ kind }) => kind))).toEqual(
    new Set(['method', 'overall', 'outcome', 'feedback', 'resitLetter', 'qualityAssurance', 'audit']),
  );
  const signed = [...summary.reports, ...summary.documents];
  expect(summary.documents.every(document => document.signed)).toBe(true);
  const files = signed.map(({ file }) => path.join(out, file));
  const certificate = path.join(out, summary.organisationCertificate.file);
  expect(execFileSync('openssl', ['x509', '-in', certificate, '-noout', '-text'], { encoding: 'utf8' })).toContain(
    'CA:TRUE',
  );

  const service = readdirSync(path.join(out, 'dfe'));
  expect(service.filter(name => !name.startsWith('EXAMPLE-'))).toEqual(['pre-check.json']);
  expect(service).toHaveLength(1 + summary.dfeExamples.length);
  const checked: unknown = JSON.parse(readFileSync(path.join(out, 'dfe', 'pre-check.json'), 'utf8'));
  const kept = z.array(z.object({ name: z.string(), level: z.literal('failure') })).parse(checked);
  expect(kept.length).toBeGreaterThan(0);
  for (const { file } of summary.dfeExamples) {
    const text = readFileSync(path.join(out, file), 'utf8');
    expect(text).toContain('FICTIONAL');
    for (const { name } of kept) expect(text).not.toContain(name.split(' ').at(-1));
  }

  written.length = 0;
  expect(await verify.run(['--json', '--trust', certificate, ...files], io)).toBe(0);
  const results = checks.parse(JSON.parse(written.join('')));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(new Set(results.flatMap(({ signatures }) => signatures.map(({ trust }) => trust)))).toEqual(
    new Set(['trusted']),
  );
  const method = path.join(out, summary.reports.find(({ kind }) => kind === 'method')?.file ?? '');
  const [, first = '', second = ''] = execFileSync('pdfsig', [method], { encoding: 'utf8' }).split(/Signature #\d:/);
  for (const signature of [first, second]) expect(signature).toContain('Signature is Valid');
  expect(first).toContain('Not total document signed');
  expect(second).toContain('Total document signed');

  const packs = summary.packs.map(file => path.join(out, file));
  expect(packs.map(file => path.basename(file, '.epapack'))).toEqual(['assignment', 'result', 'review', 'receipt']);
  written.length = 0;
  expect(await runCommand(['packs', 'check', ...packs], io)).toBe(0);
  expect(written.join('')).toContain('4 packs checked, all are well');
  const independent = (name: string, file: string): string =>
    execFileSync('python3', [path.join('tests', 'independent', name), file], { encoding: 'utf8' });
  for (const file of packs) expect(independent('validate-bag.py', file)).toContain('valid BagIt 1.0 bag');
  expect(independent('recompute-grades.py', packs[1] ?? '')).toContain('0 differ');

  const arrived = path.join(out, 'arrived');
  mkdirSync(arrived);
  cpSync(packs[1] ?? '', path.join(arrived, 'result.epapack'));
  const into = ['packs', 'import', arrived, '--into', path.join(out, 'packs', 'organisation')];
  expect(await runCommand([...into, '--receipts', path.join(out, 'receipts')], io)).toBe(0);
  expect(readdirSync(path.join(out, 'receipts'))).toHaveLength(1);
  written.length = 0;
  cpSync(packs[2] ?? '', path.join(arrived, 'review.epapack'));
  writeFileSync(path.join(arrived, 'torn.epapack'), readFileSync(packs[1] ?? '').subarray(0, 20_000));
  expect(await runCommand(into, io)).toBe(1);
  expect(written.join('')).toMatch(
    /result\.epapack +here already[\s\S]*torn\.epapack\n {2}The pack is damaged[\s\S]*3 packs: 2 refused/,
  );
  expect(await runCommand(['packs', 'import', arrived], io)).toBe(2);

  written.length = 0;
  expect(await verify.run(files, io)).toBe(0);
  expect(written.join('')).toContain('which is not known here');
  expect(await demo.run(['--out', out, '--leave-waiting'], io)).toBe(0);
  const again = summaryShape.parse(JSON.parse(readFileSync(path.join(out, 'summary.json'), 'utf8')));
  expect(again.reports).toHaveLength(3);
}, 120_000);
