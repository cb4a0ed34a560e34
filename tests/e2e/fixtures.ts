import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { ElectronRuntime } from '../../scripts/electron-runtime.ts';
import type { Bridge } from '../../shared/bridge.ts';

declare global {
  interface Window {
    readonly api: Bridge;
  }
}

/** Answers the machine's dialogs in the person's place. */
export interface DialogAnswers {
  /** Every dialog that asks for a file or a folder to open gets this path, or is cancelled by null. */
  open(answer: string | null): Promise<void>;
  /** Every dialog that asks where to save gets this path, or is cancelled by null. */
  save(answer: string | null): Promise<void>;
}

interface Fixtures {
  /** Whether the demonstration was made before the test starts; else the app makes it when it is asked for. */
  readonly hasDemonstration: boolean;
  /** The folder that the app keeps its own things in: nobody's at the start, removed at the end. */
  readonly userData: string;
  /** Switches for Electron beside the usual ones. */
  readonly electronArgs: readonly string[];
  readonly app: ElectronApplication;
  /** The window, its first page drawn. */
  readonly page: Page;
  readonly dialogs: DialogAnswers;
  /** Asserts that axe finds nothing wrong with the page as it stands (WCAG 2.2, levels A and AA). */
  a11y(): Promise<void>;
}

/** The Electron that the tests run in, as tests/e2e/global-setup.ts found it. */
export function testRuntime(): ElectronRuntime {
  return JSON.parse(process.env['EPA_E2E_ELECTRON'] ?? '{}') as ElectronRuntime;
}

/** The environment that the app is started with: the runtime's, and its own folder. */
export function appEnvironment(userData: string): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...testRuntime().env, EPA_USER_DATA: userData })) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value;
  }
  return env;
}

/**
 * Starts the app. A test that starts it more than once, say to see what a crash left, closes it itself.
 *
 * The executable is not named here: Playwright asks the package `electron` for it, which global-setup.ts has told where
 * it is. Only so does Playwright hold the app back until it watches; otherwise it now and then misses the first page.
 */
export async function launchApp(userData: string, extraArgs: readonly string[] = []): Promise<ElectronApplication> {
  const { args } = testRuntime();
  return _electron.launch({
    args: [...args, ...extraArgs, '.'],
    chromiumSandbox: !args.includes('--no-sandbox'), // Playwright turns the sandbox off unless told
    colorScheme: null, // the window's own, not Playwright's
    env: appEnvironment(userData),
  });
}

/** The app's window, once its first page is drawn. */
export async function readyPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  return page;
}

/** A folder that is removed again with everything in it. */
export function scratchFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'epa-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

export const test = base.extend<Fixtures>({
  hasDemonstration: [true, { option: true }],
  userData: async ({ hasDemonstration }, use) => {
    const { folder, remove } = scratchFolder();
    if (hasDemonstration) {
      cpSync(process.env['EPA_E2E_DEMONSTRATION'] ?? '', path.join(folder, 'workspaces', 'demonstration'), {
        recursive: true,
      });
    }
    await use(folder);
    remove();
  },
  electronArgs: [[], { option: true }],
  app: async ({ userData, electronArgs }, use) => {
    const app = await launchApp(userData, electronArgs);
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => use(await readyPage(app)),
  dialogs: async ({ app }, use) => {
    await use({
      open: answer =>
        app.evaluate(({ dialog }, file) => {
          dialog.showOpenDialog = () =>
            Promise.resolve({ canceled: file === null, filePaths: file === null ? [] : [file] });
        }, answer),
      save: answer =>
        app.evaluate(({ dialog }, file) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: file === null, filePath: file ?? '' });
        }, answer),
    });
  },
  a11y: async ({ page }, use) => use(() => expectAccessible(page)),
});

/** Asserts that axe finds nothing wrong with the page as it stands (WCAG 2.2, levels A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  await transitionsOver(page);
  const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // react-aria's announcer still points for seconds at the button that was pressed, when that has left the page.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(levels).exclude('[data-live-announcer]');
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  expect(found).toEqual([]);
}

/** Waits until no colour is on its way to another: axe would judge one in between. */
async function transitionsOver(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
}

export { expect };
