import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { type ElectronRuntime, runtimeFor } from './electron-runtime.ts';
import { type CommandLine, type OrdinaryUser, ordinaryUser } from './ordinary-user.ts';
import { type Counts, playwrightCounts } from './test-counts.ts';
import { isRoot, root, runShown, toolScript } from './tools.ts';

/** How a stage of the tests ended. */
export interface Outcome {
  readonly status: number;
  /** Left out where the stage has no tests to count. */
  readonly counts?: Counts;
}

/**
 * Runs the tests of one Playwright project, as an ordinary user even where root runs this. What failed tests leave
 * behind, pictures and traces, is copied to `test-results/`.
 */
export async function runWindowTests(runtime: ElectronRuntime, project: 'window' | 'packaged'): Promise<Outcome> {
  const user = ordinaryUser();
  try {
    const electron = isRoot ? readableRuntime(runtime, user) : runtime;
    if (electron.args.includes('--no-sandbox'))
      console.log("Chromium's sandbox cannot work on this machine: it is off.\n");
    const folder = user.readable(root);
    const report = path.join(user.folder, 'playwright.json');
    const results = path.join(user.folder, 'test-results');
    const [program, ...args] = user.command([...playwright(folder), `--project=${project}`, `--output=${results}`]);
    const status = await runShown(program, args, {
      cwd: folder,
      env: {
        ...user.env,
        PATH: [path.join(folder, 'node_modules', '.bin'), user.env['PATH']].join(path.delimiter),
        EPA_E2E_ELECTRON: JSON.stringify(electron),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    if (existsSync(results)) cpSync(results, path.join(root, 'test-results'), { recursive: true });
    return existsSync(report) ? { status, counts: playwrightCounts(report) } : { status };
  } finally {
    user.end();
  }
}

/** The command that runs Playwright from `folder`, the project's own or a copy of it. */
function playwright(folder: string): CommandLine {
  const [node, script] = [process.execPath, toolScript('@playwright/test', 'playwright')].map(file =>
    file.startsWith(root) ? path.join(folder, path.relative(root, file)) : file,
  ) as [string, string];
  return [node, script, 'test', '--reporter=list,json'];
}

/** The same Electron and addon where the user can read them. */
function readableRuntime(runtime: ElectronRuntime, user: OrdinaryUser): ElectronRuntime {
  const electron = runtimeFor(runtime, user.readable(path.dirname(runtime.execPath)), user.command);
  const binding = runtime.env['EPA_SQLITE_BINDING'];
  if (!binding) return electron;
  const readable = path.join(user.readable(path.dirname(binding)), path.basename(binding));
  return { ...electron, env: { ...electron.env, EPA_SQLITE_BINDING: readable } };
}
