// `npm run epa -- COMMAND`: the workbench's commands without a window, in plain Node.
import { runCommand } from '../electron/cli/epa.ts';

const callersFolder = process.env['INIT_CWD'];
if (callersFolder) process.chdir(callersFolder);
process.exitCode = await runCommand(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
});
