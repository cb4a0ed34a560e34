import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatCount } from '../../shared/british.ts';
import type { DfeLearner } from '../../shared/contract/dfe.ts';
import { ruleTitle } from '../../shared/domain/dfe/finding.ts';
import { type DfeForm, type DfeKind, dfeForm, dfeForms, dfeKind, dfeKinds } from '../../shared/domain/dfe/kinds.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskContext } from '../core/contexts.ts';
import { listForDfe, writeTo } from '../features/dfe-files.ts';
import type { Command } from './command.ts';
import { inWorkspace } from './in-workspace.ts';
import { tableText } from './table.ts';

/** Checks who may be written for DfE's assessment service, or writes them. Exit status 0 only if the service would refuse nobody, or those were left out by word. */
export const dfe: Command = {
  usage: `dfe check|write --workspace DIR --kind ${dfeKinds.join('|')} [--form ${dfeForms.join('|')}] [--out FILE] [--everybody] [--leave-out-refused] [--json]`,
  summary:
    'Check released results for a file for DfE’s assessment service, or write those that no such file held yet (passphrase: EPA_PASSPHRASE, or asked for)',
  async run([verb, ...words], io) {
    const { values } = parseArgs({
      args: [...words],
      options: {
        workspace: { type: 'string' },
        kind: { type: 'string' },
        form: { type: 'string' },
        out: { type: 'string' },
        everybody: { type: 'boolean' },
        'leave-out-refused': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    if (verb !== 'check' && verb !== 'write') throw new AppError('cli.noVerb', 'Say whether to check or to write.');
    if (values.workspace === undefined) throw new AppError('cli.noWorkspace', 'Name the workspace with --workspace.');
    if (verb === 'write' && values.out === undefined) throw new AppError('cli.noOut', 'Name the file with --out.');
    const file = fileOf(values.kind, values.form);
    return inWorkspace(values.workspace, context => {
      const found = context.query(query => listForDfe(query, file)).learners;
      const learners = found.filter(({ writtenAt }) => values.everybody === true || writtenAt === null);
      if (values.json) io.out(`${JSON.stringify(learners, null, 2)}\n`);
      else io.out(`${checkText(learners)}\n`);
      const refused = learners.filter(({ level }) => level === 'failure');
      if (verb === 'check') return refused.length === 0 ? 0 : 1;
      const taken = values['leave-out-refused'] ? learners.filter(({ level }) => level !== 'failure') : learners;
      io.err(writeFile(context, { ...file, out: values.out ?? '', learners: taken }));
      return 0;
    });
  },
};

function fileOf(
  kind: string | undefined,
  form: string | undefined,
): { readonly kind: DfeKind; readonly form: DfeForm } {
  const [wantedKind, wantedForm] = [dfeKind.safeParse(kind), dfeForm.safeParse(form ?? 'csv')];
  if (!wantedKind.success) throw new AppError('cli.unknownKind', `Name the kind of file: ${dfeKinds.join(', ')}.`);
  if (!wantedForm.success) throw new AppError('cli.unknownForm', `Name the form: ${dfeForms.join(' or ')}.`);
  return { kind: wantedKind.data, form: wantedForm.data };
}

const levelWords = { pass: 'ready', warning: 'ready, with warnings', failure: 'WOULD BE REFUSED' } as const;

function checkText(learners: readonly DfeLearner[]): string {
  if (learners.length === 0) return 'Nobody: no result is released that such a file does not hold already.';
  const rows = learners.map(({ name, uln, result, level }) => [name, uln, result, levelWords[level]]);
  const notes = learners.flatMap(({ name, problems }) =>
    problems.map(({ rule, words }) => `  ${name}, ${ruleTitle(rule)}: ${words}`),
  );
  return [tableText([['Learner', 'ULN', 'Result', 'Check'], ...rows]), ...notes].join('\n');
}

interface Writing {
  readonly kind: DfeKind;
  readonly form: DfeForm;
  readonly out: string;
  readonly learners: readonly DfeLearner[];
}

/** Writes the learners and says where. Throws AppError `cli.nobody`, and `dfe.refused` where the service would refuse one of them. */
function writeFile(context: TaskContext, { kind, form, out, learners }: Writing): string {
  if (learners.length === 0) throw new AppError('cli.nobody', 'There is nobody to write. Nothing was written.');
  const assessmentIds = learners.map(({ assessmentId }) => assessmentId);
  const { files, learners: written } = writeTo(context, { kind, form, assessmentIds }, path.resolve(out));
  return `${formatCount(written, 'learner')} written to ${files.join(', ')}\n`;
}
