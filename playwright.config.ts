import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'test-results',
  timeout: 180_000, // a machine with two busy cores is slow; no test measures time
  expect: { timeout: 20_000 },
  workers: 2,
  retries: process.env['CI'] ? 1 : 0, // one that passes only the second time is told as flaky
  forbidOnly: true,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  reporter: [['list']],
  projects: [
    { name: 'window', testIgnore: /packaged\.spec\.ts$/ },
    // Needs what `npm run dist:dir` makes: `npm test -- --packaged`.
    { name: 'packaged', testMatch: /packaged\.spec\.ts$/ },
  ],
});
