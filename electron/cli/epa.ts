import { AppError } from '../../shared/errors.ts';
import { troubleInWords } from '../db/trouble.ts';
import type { Command, Output } from './command.ts';
import { demo } from './demo.ts';
import { dfe } from './dfe.ts';
import { importFrameworks } from './import.ts';
import { packs } from './packs.ts';
import { planCheck } from './plan-check.ts';
import { reports } from './reports.ts';
import { verify } from './verify.ts';

const commands: Readonly<Record<string, Command>> = {
  demo,
  dfe,
  import: importFrameworks,
  packs,
  'plan-check': planCheck,
  reports,
  verify,
};

/** Whether this word on the command line names a command rather than asks for the window. */
export const isCommand = (word: string): boolean => word === 'help' || Object.hasOwn(commands, word);

/** Runs `COMMAND …` without a window and gives its exit status: 0 done, 1 done and not all is well, 2 not done. */
export async function runCommand(words: readonly string[], io: Output): Promise<number> {
  const [name = 'help', ...rest] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const known = name === 'help' || name === '--help';
    (known ? io.out : io.err)(`${known ? '' : `There is no command "${name}". `}${overview()}`);
    return known ? 0 : 2;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    const trouble = troubleInWords(error);
    const expected = trouble instanceof AppError || (trouble instanceof TypeError && 'code' in trouble);
    if (!expected) throw trouble;
    io.err(`${(trouble as Error).message}\n${command.usage}\n`);
    return 2;
  }
}

function overview(): string {
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}\n`);
  return `EPA Workbench without its window:\n\n${lines.join('\n')}`;
}
