import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultLines, logFault } from '../../../electron/fault-log.ts';
import { AppError } from '../../../shared/errors.ts';

const when = new Date('2026-11-21T10:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'epa-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = (): string => readFileSync(path.join(folder, 'logs', 'workbench.log'), 'utf8');

describe('a fault in the log', () => {
  it('has its kind, its code and its place, and not its message', () => {
    const fault = Object.assign(new RangeError('Ada Example\n    at Ada Example (notes.txt:1:1)\nsecond line'), {
      code: 'SQLITE_BUSY',
    });
    logFault(folder, when, 'dispatch', fault);
    expect(log()).toMatch(/^2026-11-21T10:00:00.000Z dispatch: RangeError SQLITE_BUSY\n {4}at /);
    expect(log()).toContain('fault-log.test.ts:');
    expect(log()).not.toMatch(/Ada|second line|notes/);
  });

  it('names files without their folders, which hold a person’s name', () => {
    const fault = new Error('x');
    fault.stack = [
      'Error: x',
      '    at open (file:///home/ada.example/app/out/main/main.js:10:5)',
      '    at C:\\Users\\Ada Example\\AppData\\main.js:11:7',
      '    at async Promise.all (index 0)',
      '    at node:internal/process/task_queues:104:5',
    ].join('\n');
    expect(faultLines(fault)).toEqual([
      'Error',
      '    at open (main.js:10:5)',
      '    at (main.js:11:7)',
      '    at async Promise.all (index 0)',
      '    at (task_queues:104:5)',
    ]);
  });

  it('does not quote what is thrown without being an error, or a code that is a text', () => {
    expect(faultLines('Ada Example')).toEqual(['thrown: string']);
    const fault = Object.assign(new AppError('x', 'y'), { code: 'Ada Example failed' });
    expect(faultLines(fault)[0]).toBe('AppError');
  });

  it('starts a new file past a megabyte and keeps the one before', () => {
    for (let written = 0; written < 1_200_000; written += 200_000) {
      logFault(folder, when, 'w'.repeat(200_000), undefined);
    }
    expect(readdirSync(path.join(folder, 'logs')).sort()).toEqual(['workbench.log', 'workbench.log.old']);
    expect(statSync(path.join(folder, 'logs', 'workbench.log')).size).toBeLessThan(1_000_000);
  });

  it('is given up quietly where it cannot be written', () => {
    expect(() => logFault('/dev/null/nowhere', when, 'dispatch', new Error('x'))).not.toThrow();
  });
});
