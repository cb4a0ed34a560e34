import type { Page } from '@playwright/test';
import { type Figure, figure } from './measuring.ts';
import { notesIn } from './saving.ts';
import type { RunningSession } from './session.ts';

const presses = 200;
/** A frame that comes later than one and a half of sixty a second was dropped, in milliseconds. */
const dropped = 25;

/** The gaps between frames while 200 keys are pressed in the note line of a long session, beside those in an empty window's field. Both pages show their note line. */
export async function measureFrames(page: Page, emptyPage: Page, session: RunningSession): Promise<Figure> {
  const ours = await gapsWhileTyping(page);
  const empty = await gapsWhileTyping(emptyPage);
  const late = ours.filter(gap => gap > dropped).length;
  const name = `Gap between frames while typing, ${late} of ${ours.length} dropped (${notesIn(session)})`;
  return figure({ key: 'framesWhileTyping', name, unit: 'ms', baseline: 'empty window: a plain field' }, ours, empty);
}

async function gapsWhileTyping(page: Page): Promise<number[]> {
  const field = page.getByRole('textbox', { name: 'New note' });
  await field.focus();
  const watch = await page.evaluateHandle(watchFrames);
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(press % 6 === 5 ? 'Space' : 'e');
  }
  const gaps = await watch.evaluate(({ stop }) => stop());
  await field.fill('');
  return gaps;
}

/** Runs in the page: notes the time between each frame and the one before, until it is stopped. */
function watchFrames(): { readonly stop: () => number[] } {
  const gaps: number[] = [];
  let last = performance.now();
  let handle = requestAnimationFrame(function note(now) {
    gaps.push(Math.max(0, now - last));
    last = now;
    handle = requestAnimationFrame(note);
  });
  return {
    stop: () => {
      cancelAnimationFrame(handle);
      return gaps.slice(1);
    },
  };
}
