import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../../scripts/test-counts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'epa-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function report(contents: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(contents));
  return file;
}

describe('the counts of a test run', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  const playwright = { stats: { expected: 7, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

  it('are those that passed where all is well', () => {
    expect(vitestCounts(report(vitest))).toEqual({ passed: 5, failed: 0 });
    expect(playwrightCounts(report(playwright))).toEqual({ passed: 7, failed: 0 });
  });

  it('count a skipped test as failed, and one that passed at the second try as passed', () => {
    expect(vitestCounts(report({ ...vitest, numPendingTests: 1, numTodoTests: 1 }))).toEqual({ passed: 5, failed: 2 });
    const skipping = { ...playwright, stats: { ...playwright.stats, skipped: 3, flaky: 1 } };
    expect(playwrightCounts(report(skipping))).toEqual({ passed: 8, failed: 3 });
  });

  it('count a file that could not be loaded, and an error outside of any test, as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(vitestCounts(report({ ...vitest, numFailedTests: 1, testResults }))).toEqual({ passed: 5, failed: 2 });
    expect(playwrightCounts(report({ ...playwright, errors: [{}] }))).toEqual({ passed: 7, failed: 1 });
  });
});
