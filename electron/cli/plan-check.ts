import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatCount } from '../../shared/british.ts';
import { type Framework, framework } from '../../shared/domain/framework.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { placeInWords } from '../../shared/domain/plan-field-names.ts';
import { findingsIn, isError } from '../../shared/domain/plan-findings.ts';
import { AppError } from '../../shared/errors.ts';
import { builtIn } from '../core/resources.ts';
import { parsePlanFile } from '../features/plan-files.ts';
import type { Command } from './command.ts';

/** Says what the validator finds in a plan's file. Exit status 0 only if nothing keeps the plan from being confirmed. */
export const planCheck: Command = {
  usage: 'plan-check FILE.json [--standard FILE.json] [--json]',
  summary:
    'Check an assessment plan that was exported or written elsewhere; ST1030 is known, other standards are named',
  async run(words, io) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { json: { type: 'boolean' }, standard: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new AppError('cli.noFile', 'Name one plan to check.');
    const { questionBank: _, ...plan } = parsePlanFile(textOf(file));
    const findings = findingsIn(plan, standardFor(plan, values.standard));
    const errors = findings.filter(isError).length;
    if (values.json) io.out(`${JSON.stringify({ title: plan.title, version: plan.version, findings }, null, 2)}\n`);
    else io.out(`${plan.title}, version ${plan.version || 'not given'}\n${linesOf(plan, findings)}`);
    return errors === 0 ? 0 : 1;
  },
};

function linesOf(plan: Plan, findings: ReturnType<typeof findingsIn>): string {
  if (findings.length === 0) return '  Nothing is missing or contradicts itself.\n';
  const lines = findings.map(
    ({ severity, message, place }) =>
      `  ${severity === 'error' ? 'To put right' : 'Worth a look'}: ${message} [${placeInWords(plan, place)}]`,
  );
  return `${lines.join('\n')}\n  ${formatCount(findings.filter(isError).length, 'finding')} to put right.\n`;
}

/** The standard that the plan is for: the one of the file that was named, else the built-in one. */
function standardFor(plan: Plan, file: string | undefined): Framework {
  if (file !== undefined) {
    const parsed = framework.safeParse(JSON.parse(textOf(file)));
    if (parsed.success) return parsed.data;
    throw new AppError('cli.noStandard', `${file} holds no standard in the form of EPA Workbench.`);
  }
  const own = builtIn().framework;
  if (own.reference === plan.standard.reference && own.version === plan.standard.version) return own;
  const { reference, version } = plan.standard;
  throw new AppError(
    'cli.noStandard',
    `The plan is for ${reference} version ${version}: name its file with --standard.`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('cli.unreadable', `${file} cannot be read. Check the name and that it is a file.`, {
      cause: error,
    });
  }
}
