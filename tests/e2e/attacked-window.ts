import { type ElectronApplication, expect, type Page, test as plain } from '@playwright/test';
import { launchApp, readyPage, scratchFolder } from './fixtures.ts';

declare global {
  interface Window {
    /** Set by hostile code that was not stopped. */
    ran?: boolean;
  }
}

interface AttackedWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
}

interface Fixtures extends AttackedWindow {
  /** What a promise of the page, given as its source, came to: its value, or the name of its error. */
  outcome(source: string): Promise<unknown>;
  /** The directives of the policy that the page broke while `work` ran in it. */
  violations(work: () => void): Promise<readonly string[]>;
  /** After every attack: the window is at its own page, there is no other, and no hostile code ran. */
  readonly unharmed: undefined;
}

/** One window for all attacks, for each that harms it is a fault; with a fake microphone and camera, so that a refusal is told from a missing device. */
export const test = plain.extend<Fixtures, { readonly attacked: AttackedWindow }>({
  attacked: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
    async ({}, use) => {
      const { folder, remove } = scratchFolder();
      const app = await launchApp(folder, ['--use-fake-device-for-media-stream']);
      await use({ app, page: await readyPage(app), userData: folder });
      await app.close();
      remove();
    },
    { scope: 'worker' },
  ],
  app: ({ attacked }, use) => use(attacked.app),
  page: ({ attacked }, use) => use(attacked.page),
  userData: ({ attacked }, use) => use(attacked.userData),
  outcome: async ({ page }, use) => {
    await use(source =>
      page.evaluate<unknown>(
        `(async () => { try { return await (${source}) } catch (fault) { return fault.name } })()`,
      ),
    );
  },
  violations: async ({ page }, use) => {
    await use(async work => {
      const seen = page.evaluate(
        () =>
          new Promise<string[]>(resolve => {
            const directives: string[] = [];
            addEventListener('securitypolicyviolation', event => directives.push(event.effectiveDirective));
            setTimeout(() => resolve(directives), 300);
          }),
      );
      await page.evaluate(work).catch(() => undefined);
      return seen;
    });
  },
  unharmed: [
    async ({ app, page }, use) => {
      await use(undefined);
      expect(page.url(), 'the window is still at its own page').toMatch(/^app:\/\/workbench\/(#.*)?$/);
      const pages = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
      expect(pages, 'there is no other page').toBe(1);
      expect(await page.evaluate(() => window.ran), 'no hostile code ran').toBeUndefined();
    },
    { auto: true },
  ],
});

export { expect };
