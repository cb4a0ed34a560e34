import { AppError } from '../../shared/errors.ts';

/** Asks for a passphrase on the terminal without showing what is typed. Throws AppError `cli.noPassphrase` where there is no terminal or Ctrl+C was pressed. */
export function askPassphrase(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    throw new AppError(
      'cli.noPassphrase',
      'This workspace has a passphrase. Set it in the environment variable EPA_PASSPHRASE, or run the command in a terminal, where it is asked for.',
    );
  }
  stdin.setRawMode(true); // before the question, so that nothing typed at once is shown
  stdin.setEncoding('utf8');
  stderr.write(question);
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (answer: () => void): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      answer();
    };
    const read = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') end(() => resolve(typed));
        else if (key === '\u0003' || key === '\u0004') end(() => reject(notGiven()));
        else typed = key === '\u007f' || key === '\b' ? [...typed].slice(0, -1).join('') : typed + key;
      }
    };
    stdin.on('data', read);
    stdin.resume();
  });
}

const notGiven = (): AppError => new AppError('cli.noPassphrase', 'No passphrase was given. Nothing was imported.');
