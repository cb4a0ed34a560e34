import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { appEnvironment, testRuntime } from '../e2e/fixtures.ts';
import { root } from './scratch.ts';

/** What is started: the folder of an Electron app. */
export const apps = {
  ours: root,
  empty: fileURLToPath(new URL('empty-app', import.meta.url)),
} as const;
export type AppName = keyof typeof apps;

/** A program, its arguments and its environment. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

/** How an app is started: the same Electron with the same switches, over a folder of its own unless one is given. */
export function launchOf(app: AppName, scratch: string, userData?: string): Launch {
  const { execPath, args } = testRuntime();
  const folder = userData ?? mkdtempSync(path.join(scratch, 'user-data-'));
  return { program: execPath, args: [...args, apps[app]], env: appEnvironment(folder) };
}

/** An app with its window, driven from outside. */
export interface DrivenApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** Starts an app and waits until its page is ready. */
export async function drive(launch: Launch): Promise<DrivenApp> {
  const electron = await _electron.launch({
    executablePath: launch.program,
    args: [...launch.args],
    chromiumSandbox: !launch.args.includes('--no-sandbox'), // Playwright turns the sandbox off unless told
    env: launch.env,
    cwd: root,
  });
  const page = await electron.firstWindow();
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  return { electron, page };
}
