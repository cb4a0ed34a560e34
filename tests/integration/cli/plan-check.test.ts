import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommand } from '../../../electron/cli/epa.ts';
import { asymmetricMerit } from '../../fixtures/plans/asymmetric-merit.ts';
import { exampleStandard } from '../../fixtures/plans/example-standard.ts';
import { temporaryFolder } from '../workbench.ts';

const shipped = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/plans/${name}.json`, import.meta.url));

async function check(...words: readonly string[]) {
  let out = '';
  let err = '';
  const status = await runCommand(['plan-check', ...words], {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
  });
  return { status, out, err };
}

test('a plan without faults is told to be one', async () => {
  const { status, out } = await check(shipped('st1030-demonstration'));
  expect(out).toContain('Nothing is missing or contradicts itself.');
  expect(status).toBe(0);
});

test('every finding is told with its place, and the exit status says that there are some', async () => {
  const { status, out } = await check(shipped('st1030-template'));
  expect(out).toContain(
    'To put right: Still open: the least months on programme. [Programme: least months on programme]',
  );
  expect(out).toMatch(/29 findings to put right/);
  expect(status).toBe(1);
  const json = JSON.parse((await check(shipped('st1030-template'), '--json')).out);
  expect(json.findings).toHaveLength(29);
});

test('a plan for another standard is checked against the one that is named', async () => {
  const folder = temporaryFolder();
  const [plan, standard] = [path.join(folder, 'plan.json'), path.join(folder, 'standard.json')];
  writeFileSync(plan, JSON.stringify(asymmetricMerit));
  writeFileSync(standard, JSON.stringify(exampleStandard));
  expect(await check(plan)).toMatchObject({ status: 2, err: expect.stringContaining('--standard') });
  expect((await check(plan, '--standard', standard)).status).toBe(0);
});

test('what is no plan is refused in words', async () => {
  const file = path.join(temporaryFolder(), 'plan.json');
  writeFileSync(file, '{"schema":"epa-plan/1"}');
  expect(await check(file)).toMatchObject({ status: 2, err: expect.stringContaining('no assessment plan') });
  expect(await check(`${file}x`)).toMatchObject({ status: 2, err: expect.stringContaining('cannot be read') });
  expect(await check()).toMatchObject({ status: 2, err: expect.stringContaining('Name one plan') });
});
