// @vitest-environment node
import './dom-in-node.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createWorkbench } from '../../../electron/core/dispatch.ts';
import { call, act as perform, queryClient, useAction, useAsk } from '../../../renderer/api.ts';
import { flushDrafts, useDraft } from '../../../renderer/drafts.ts';
import { savedState } from '../../../renderer/saved-state.ts';
import { AppError } from '../../../shared/errors.ts';

const userData = mkdtempSync(path.join(tmpdir(), 'epa-window-'));
const refuse = (): Promise<null> => Promise.resolve(null);
const workbench = createWorkbench({
  userData,
  now: () => new Date(),
  dialogs: { chooseFolder: refuse, chooseFile: refuse, chooseFiles: async () => [], saveFile: refuse },
  emit: () => undefined,
  onBug: fault => {
    throw fault;
  },
});

beforeAll(async () => {
  Object.assign(window, { api: { invoke: workbench.dispatch, on: () => () => undefined } });
  await call('workspace.create', {
    label: 'Test',
    passphrase: 'seven quiet herons',
    assessor: 'J. Marsh',
    organisation: 'Example',
  });
}, 30_000);
afterEach(() => {
  onlineManager.setOnline(true);
  cleanup();
  queryClient.clear();
});
afterAll(() => {
  workbench.close();
  rmSync(userData, { recursive: true });
});

const amara = {
  givenNames: 'Amara',
  familyName: 'Okafor',
  uln: '9276308686',
  employer: 'Northgate',
  trainingProvider: 'Example Training',
};

function Apprentices() {
  const apprentices = useAsk('apprentice.list', {});
  const add = useAction('apprentice.add');
  return (
    <>
      <p>{apprentices.data?.map(each => each.familyName).join(', ') || 'Nobody'}</p>
      <button type="button" onClick={() => add.start(amara)}>
        Add
      </button>
      <button type="button" onClick={() => add.start({ ...amara, uln: '12' })}>
        Add wrongly
      </button>
      {add.error ? <p role="alert">{add.error.message}</p> : null}
    </>
  );
}
const show = (children: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{children}</QueryClientProvider>);

describe('the window’s way to the workbench', () => {
  test('an action that succeeded brings everything shown up to date', async () => {
    show(<Apprentices />);
    await screen.findByText('Nobody');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByText('Okafor');
    expect(savedState()).toEqual({ state: 'saved' });
  });

  test('an action that failed says why, on the page and in the status line, until one succeeds', async () => {
    show(<Apprentices />);
    fireEvent.click(screen.getByRole('button', { name: 'Add wrongly' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('ten digits');
    expect(savedState()).toMatchObject({ state: 'failed', message: expect.stringContaining('ten digits') });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(savedState()).toEqual({ state: 'saved' }));
  });

  test('a fault arrives as an AppError with its code', async () => {
    const fault = await call('session.get', { id: '01a2000d-6ec1-7a3d-8cd7-460cb6814125' }).catch(error => error);
    expect(fault).toBeInstanceOf(AppError);
    expect(fault.code).toMatch(/^session\./);
  });

  test('is asked and told although the computer has no network', async () => {
    onlineManager.setOnline(false);
    show(<Apprentices />);
    await screen.findByText(/Okafor/);
    const before = (await call('apprentice.list', {})).length;
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(async () => expect((await call('apprentice.list', {})).length).toBe(before + 1));
  });
});

async function newSession(): Promise<string> {
  const { id: apprenticeId } = await call('apprentice.add', amara);
  const plans = await call('plan.list', {});
  const planId = plans.find(plan => plan.complete)?.id ?? '';
  const { id: assessmentId } = await call('assessment.add', { apprenticeId, planId, practice: true });
  const { methods } = await call('assessment.get', { id: assessmentId });
  const checklist = {
    place: 'Room 2',
    identityDocument: 'Passport',
    present: '',
    adjustmentPercent: 0,
    adjustments: '',
    independenceDeclared: true as const,
    briefingGiven: true as const,
  };
  const session = await call('session.begin', { assessmentId, methodKey: methods[0]?.key ?? '', checklist });
  return session.id;
}
const keptNote = async (id: string): Promise<string | undefined> =>
  (await call('session.get', { id })).drafts.find(draft => draft.field === 'note')?.body;

function NoteLine({ sessionId }: { readonly sessionId: string }) {
  const draft = useDraft({ sessionId, field: 'note' }, '');
  return (
    <>
      <textarea aria-label="Note" value={draft.text} onChange={event => draft.type(event.target.value)} />
      <button type="button" onClick={() => draft.settle()}>
        Settle
      </button>
    </>
  );
}
const type = (text: string): boolean => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });

describe('text that is being typed', () => {
  test('is on the disk within half a second, although typing goes on', async () => {
    const sessionId = await newSession();
    render(<NoteLine sessionId={sessionId} />);
    const began = performance.now();
    for (let letters = 1; performance.now() - began < 450; letters++) {
      type('x'.repeat(letters));
      await act(() => new Promise(done => setTimeout(done, 20)));
    }
    expect((await keptNote(sessionId))?.length).toBeGreaterThan(5);
  });

  test('is kept at once when the window is about to close', async () => {
    const sessionId = await newSession();
    render(<NoteLine sessionId={sessionId} />);
    type('Rang the DSL at once');
    await act(() => flushDrafts());
    expect(await keptNote(sessionId)).toBe('Rang the DSL at once');
  });

  test('is kept when its field goes away', async () => {
    const sessionId = await newSession();
    const { unmount } = render(<NoteLine sessionId={sessionId} />);
    type('Half a thought');
    unmount();
    await waitFor(async () => expect(await keptNote(sessionId)).toBe('Half a thought'));
  });

  test('is not kept again after the note itself was saved', async () => {
    const sessionId = await newSession();
    render(<NoteLine sessionId={sessionId} />);
    type('A whole note');
    await perform('note.add', { sessionId, kind: 'remark', body: 'A whole note', ksbs: [], followsId: null });
    fireEvent.click(screen.getByRole('button', { name: 'Settle' }));
    await act(() => flushDrafts());
    expect(await keptNote(sessionId)).toBeUndefined();
  });
});
