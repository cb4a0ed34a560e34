import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const largest = 1_000_000;

/**
 * A fault as it may stand in a log that anybody may read: its kind, the machine's code for it, and where in the program
 * it came from. Its message is left out, because messages quote what people typed; so are the folders of the machine.
 */
export function faultLines(fault: unknown): readonly string[] {
  if (!(fault instanceof Error)) return [`thrown: ${typeof fault}`];
  const code = 'code' in fault && typeof fault.code === 'string' && /^[\w.-]{1,60}$/.test(fault.code) ? fault.code : '';
  const frames = (fault.stack ?? '')
    .slice((fault.stack ?? '').indexOf(fault.message) + fault.message.length)
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .map(withoutFolders);
  return [`${fault.name} ${code}`.trim(), ...frames];
}

/** Appends a fault to `logs/workbench.log` in `folder`; past 1 MB the log starts anew and the older one is kept once. */
export function logFault(folder: string, when: Date, where: string, fault: unknown): void {
  const logs = path.join(folder, 'logs');
  const file = path.join(logs, 'workbench.log');
  try {
    mkdirSync(logs, { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`);
    appendFileSync(file, `${when.toISOString()} ${where}: ${faultLines(fault).join('\n')}\n`);
  } catch {
    // Where even the log cannot be written there is nobody left to tell.
  }
}

/** `at name (folder/file:1:2)` and `at folder/file:1:2` both become `at name (file:1:2)`. */
function withoutFolders(frame: string): string {
  const [, name = '', within, alone] = /^\s+at (?:(.*) \((.*)\)|(?:async )?(.*))$/.exec(frame) ?? [];
  const place = (within ?? alone ?? '').replace(/^.*[/\\]/s, '');
  return `    at ${name && `${name} `}(${place})`;
}
