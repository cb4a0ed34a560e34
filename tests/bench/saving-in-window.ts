import type { Page } from '@playwright/test';
import type { Channel } from '../../shared/contract.ts';
import { type BareDatabase, bareCommit } from './bare-commit.ts';
import { measureFrames } from './frames.ts';
import { type Figure, figure, measureInTurns, timed } from './measuring.ts';
import { notesIn } from './saving.ts';
import { judgementOf, type MeasuredWorkspace, noteOf, passphrase, type RunningSession } from './session.ts';
import { drive, launchOf } from './window.ts';

const turns = { count: 300, warmUp: 30 };
const keyTurns = { count: 40, warmUp: 3 };
const naming = { unit: 'ms', baseline: bareCommit } as const;

/** The same as `measureSaving` from the window's side, over the bridge; and what a person sees of it after pressing Enter. */
export async function measureSavingInWindow(
  scratch: string,
  userData: string,
  workspace: MeasuredWorkspace,
  bare: BareDatabase,
): Promise<Figure[]> {
  const { electron, page } = await drive(launchOf('ours', scratch, userData));
  const empty = await drive(launchOf('empty', scratch));
  try {
    const opening = { kind: 'passphrase', passphrase } as const;
    await callFrom(page, 'workspace.unlock', { folder: workspace.folder, opening });
    await page.reload();
    return [
      await judging(page, workspace.usual, bare),
      await noting(page, workspace.long, bare),
      await typing(page, empty.page, workspace.long),
      await measureFrames(page, empty.page, workspace.long),
    ];
  } finally {
    await electron.close();
    await empty.electron.close();
  }
}

async function judging(page: Page, session: RunningSession, bare: BareDatabase): Promise<Figure> {
  const times = await measureInTurns(turns, {
    ours: turn => callFrom(page, 'judgement.record', judgementOf(session, turn)),
    bare: turn => timed(() => bare.commitJudgement(session, turn)),
  });
  const name = `Criterion graded from window (${notesIn(session)})`;
  return figure({ ...naming, key: 'judgementFromWindow', name }, times.ours, times.bare);
}

async function noting(page: Page, session: RunningSession, bare: BareDatabase): Promise<Figure> {
  const times = await measureInTurns(turns, {
    ours: turn => callFrom(page, 'note.add', noteOf(session, turn)),
    bare: turn => timed(() => bare.commitNote(session, turn)),
  });
  const name = `Note added from window (${notesIn(session)})`;
  return figure({ ...naming, key: 'noteFromWindow', name }, times.ours, times.bare);
}

async function typing(page: Page, emptyPage: Page, session: RunningSession): Promise<Figure> {
  await page.evaluate(id => {
    location.hash = `#/session/${id}`;
  }, session.id);
  await emptyPage.evaluate(makePlainNotes);
  await page.getByRole('grid', { name: 'Notes' }).waitFor();
  const times = await measureInTurns(keyTurns, {
    ours: turn => typeNote(page, noteOf(session, turn).body),
    empty: turn => typeNote(emptyPage, noteOf(session, turn).body),
  });
  const name = `Enter key to saved note in list (${notesIn(session)})`;
  const baseline = 'empty window: Enter key to a new row, unsaved';
  return figure({ key: 'enterToList', name, unit: 'ms', baseline }, times.ours, times.empty);
}

/** Runs in the empty page: a field whose Enter key adds a row to a list, and nothing else. */
function makePlainNotes(): void {
  document.body.innerHTML = '<div role="grid" aria-label="Notes"></div><textarea aria-label="New note"></textarea>';
  document.querySelector('textarea')?.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLTextAreaElement)) return;
    const row = Object.assign(document.createElement('div'), { textContent: event.target.value });
    document.querySelector('[role="grid"]')?.append(row);
    event.target.value = '';
    event.preventDefault();
  });
}

/** Milliseconds of one call from the page to the reply that says that it is done. Throws where it was refused. */
function callFrom(page: Page, channel: Channel, input: unknown): Promise<number> {
  return page.evaluate(
    async call => {
      const started = performance.now();
      const reply = await window.api.invoke(call.channel, call.input);
      const milliseconds = performance.now() - started;
      if (!reply.ok) throw new Error(reply.error.message);
      return milliseconds;
    },
    { channel, input },
  );
}

/** Types a note and presses Enter. Gives the milliseconds from that key until the list, which shows saved notes only, has one more. */
async function typeNote(page: Page, text: string): Promise<number> {
  await page.getByRole('textbox', { name: 'New note' }).focus();
  await page.keyboard.insertText(text);
  const watch = await page.evaluateHandle(watchForNote);
  await page.keyboard.press('Enter');
  return watch.evaluate(({ shown }) => shown);
}

/** Runs in the page: waits for the Enter key and then for a new row in the list. */
function watchForNote(): { readonly shown: Promise<number> } {
  const list = document.querySelector('[role="grid"][aria-label="Notes"]');
  if (!list) throw new Error('There is no list of notes.');
  const rows = list.childElementCount;
  let pressedAt = Number.NaN;
  const notice = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') pressedAt = event.timeStamp;
  };
  addEventListener('keydown', notice, { capture: true });
  const shown = new Promise<number>(resolve => {
    const observer = new MutationObserver(() => {
      if (list.childElementCount <= rows) return;
      observer.disconnect();
      removeEventListener('keydown', notice, { capture: true });
      resolve(performance.now() - pressedAt);
    });
    observer.observe(list, { childList: true });
  });
  return { shown };
}
