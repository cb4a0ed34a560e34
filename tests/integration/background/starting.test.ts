import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dispatch = new URL('../../../electron/core/dispatch.ts', import.meta.url);
const commands = new URL('../../../electron/cli/epa.ts', import.meta.url);
/** What lays out PDFs and makes certificates: together they take longer to load than the rest of the core. */
const heavy = /node_modules\/(?:pdfmake|pdfkit|fontkit|@peculiar\/x509|pkijs|reflect-metadata)\//;

test('the start loads nothing that only reports and certificates need', () => {
  const watching = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    await import(${JSON.stringify(dispatch.href)});
    await import(${JSON.stringify(commands.href)});
    process.stdout.write(JSON.stringify(loaded));`;
  const options = { cwd: fileURLToPath(new URL('../../..', import.meta.url)), encoding: 'utf8' } as const;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', watching], options);
  const loaded = JSON.parse(answer) as string[];
  expect(loaded).toContain(dispatch.href);
  expect(loaded.filter(url => heavy.test(url))).toEqual([]);
});
