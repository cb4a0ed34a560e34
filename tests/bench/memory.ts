import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { type Figure, figure, measureInTurns } from './measuring.ts';
import { drive, launchOf } from './window.ts';

const turns = { count: 3, warmUp: 0 };
/** What a page leaves behind when it has come to rest. */
const restMs = 1500;
const naming = { unit: 'MiB', baseline: 'empty Electron window, same switches' } as const;

/** Resident memory in MiB. */
interface Memory {
  readonly main: number;
  readonly page: number;
}

/** Memory of the main process and of the window's process with the demonstration open and one of its sessions in view. `userData` holds a demonstration. */
export async function measureMemory(scratch: string, userData: string): Promise<Figure[]> {
  const memory = await measureInTurns(turns, {
    ours: async () => {
      const { electron, page } = await drive(launchOf('ours', scratch, userData));
      await visitSession(page);
      return memoryAtRest(electron);
    },
    empty: async () => {
      const { electron } = await drive(launchOf('empty', scratch));
      return memoryAtRest(electron);
    },
  });
  const series = (of: keyof Memory) => [memory.ours.map(each => each[of]), memory.empty.map(each => each[of])] as const;
  return [
    figure({ ...naming, key: 'memoryMain', name: 'Memory of the main process, session in view' }, ...series('main')),
    figure({ ...naming, key: 'memoryWindow', name: 'Memory of the window, session in view' }, ...series('page')),
  ];
}

async function visitSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the demonstration' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  const sessionId = await page.evaluate(async () => {
    const reply = await window.api.invoke('home.get', {});
    if (!reply.ok) throw new Error(reply.error.message);
    const { assessments } = reply.value as { assessments: { sessionId: string | null }[] };
    return assessments.find(row => row.sessionId !== null)?.sessionId ?? '';
  });
  await page.evaluate(id => {
    location.hash = `#/session/${id}`;
  }, sessionId);
  await page.getByRole('grid', { name: 'Notes' }).waitFor();
}

/** Lets the app come to rest, tells its memory and closes it. */
async function memoryAtRest(electron: ElectronApplication): Promise<Memory> {
  await wait(restMs);
  const metrics = await electron.evaluate(({ app }) => app.getAppMetrics());
  await electron.close();
  const mebibytes = (type: string): number => {
    const found = metrics.find(metric => metric.type === type);
    return found ? found.memory.workingSetSize / 1024 : Number.NaN;
  };
  return { main: mebibytes('Browser'), page: mebibytes('Tab') };
}
