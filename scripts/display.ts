import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { hasDisplay } from './system-packages.ts';

/** A screen to draw on: what to add to the environment, and how to take it away. */
export interface Display {
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** The screen that is there, or, on Linux without one, a virtual screen (Xvfb) that lives as long as this process. */
export async function startDisplay(size = '1600x1000x24'): Promise<Display> {
  if (hasDisplay()) return { env: {}, stop: () => undefined };
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = (): void => {
    xvfb.kill();
  };
  process.on('exit', stop);
  const announced = xvfb.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    xvfb.on('error', () => reject(new Error('There is no display, and Xvfb is not installed.')));
    xvfb.on('exit', code => reject(new Error(`Xvfb ended (${code}).`)));
    announced.on('data', chunk => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  xvfb.unref();
  announced.destroy();
  return { env: { DISPLAY: `:${number}` }, stop };
}
