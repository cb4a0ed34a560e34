import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Dialogs } from '../../electron/core/contexts.ts';
import { createWorkbench, type Workbench } from '../../electron/core/dispatch.ts';
import type { Channel, Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'epa-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The real core on a real folder, with a clock that the test moves and dialogs that it answers. */
export interface TestBench {
  readonly workbench: Workbench;
  readonly userData: string;
  /** Asks through the one door; throws AppError for a refusal, as the window's api does. */
  ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
  /** The error code of a call that has to be refused. */
  refusal<C extends Channel>(channel: C, input: Input<C>): Promise<string>;
  passMinutes(minutes: number): void;
}

interface BenchOptions {
  readonly dialogs?: Partial<Dialogs>;
  readonly onProgress?: () => void;
}

/** A bench for one test, closed when the test is over. */
export function testBench({ userData, ...options }: BenchOptions & { readonly userData?: string } = {}): TestBench {
  const bench = openBench({ userData: userData ?? temporaryFolder(), ...options });
  onTestFinished(() => bench.workbench.close());
  return bench;
}

/** A bench that whoever opens it closes; `start` is the moment at which its clock begins, in milliseconds. */
export function openBench({
  userData,
  start = Date.parse('2026-11-16T09:00:00Z'),
  ...options
}: BenchOptions & { readonly userData: string; readonly start?: number }): TestBench {
  let now = start;
  const nobody = async (): Promise<null> => null;
  const workbench = createWorkbench({
    userData,
    now: () => {
      now += 7;
      return new Date(now);
    },
    dialogs: {
      chooseFolder: nobody,
      chooseFile: nobody,
      chooseFiles: async () => [],
      saveFile: nobody,
      ...options.dialogs,
    },
    emit: event => {
      if (event === 'progress') options.onProgress?.();
    },
    onBug: error => {
      throw error;
    },
  });
  const ask: TestBench['ask'] = async (channel, input) => {
    const reply = await workbench.dispatch(channel, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message);
    return reply.value as never;
  };
  return {
    workbench,
    userData,
    ask,
    refusal: async (channel, input) => {
      const reply = await workbench.dispatch(channel, input);
      return reply.ok ? 'not refused' : reply.error.code;
    },
    passMinutes: minutes => {
      now += minutes * 60_000;
    },
  };
}

/** A passphrase for tests. */
export const passphrase = 'correct horse battery';

/** Makes a workspace with a passphrase, and an apprentice in it, whose id is given. */
export async function newWorkspace(bench: TestBench): Promise<string> {
  await bench.ask('workspace.create', {
    label: 'Test',
    passphrase,
    assessor: 'Robin Fictional',
    organisation: 'Example Organisation',
  });
  const { id } = await bench.ask('apprentice.add', {
    givenNames: 'Zoë',
    familyName: 'Nguyễn-Example',
    uln: '1000000019',
    employer: 'Example Care (fictional)',
    trainingProvider: 'Example Training (fictional)',
  });
  return id;
}

/** Makes a workspace with a passphrase, an apprentice and a practice assessment on the demonstration plan, and begins the session of a method. */
export async function beginSession(bench: TestBench, methodKey: string) {
  const apprenticeId = await newWorkspace(bench);
  const { id: assessmentId } = await bench.ask('assessment.add', {
    apprenticeId,
    planId: 'st1030-demonstration',
    practice: true,
  });
  const { id: sessionId } = await bench.ask('session.begin', { assessmentId, methodKey, checklist });
  return { apprenticeId, assessmentId, sessionId };
}

export const checklist = {
  place: 'Example Care, meeting room',
  identityDocument: 'Passport',
  present: '',
  adjustmentPercent: 0,
  adjustments: '',
  independenceDeclared: true,
  briefingGiven: true,
  adjustmentsConfirmed: true,
} as const;
