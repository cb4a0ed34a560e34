import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { type Figure, figure, measureInTurns } from './measuring.ts';
import { type AppName, type Launch, launchOf } from './window.ts';

const turns = { count: 7, warmUp: 1 };
const patienceMs = 60_000;

/** From the start of the process until the welcome page can be used: drawn, with its fonts and what it asked for. */
export async function measureStarting(scratch: string): Promise<Figure[]> {
  const start = (app: AppName) => () => timeToReady(launchOf(app, scratch));
  const times = await measureInTurns(turns, { ours: start('ours'), empty: start('empty') });
  const naming = { key: 'start', name: 'App start to interactive window', unit: 'ms' } as const;
  return [figure({ ...naming, baseline: 'empty Electron window, same switches' }, times.ours, times.empty)];
}

/** What Chromium says of its pages over the pipe (Chrome DevTools Protocol), as far as it is read here. */
interface Message {
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly type: string };
    readonly context?: { readonly id: number; readonly auxData: { readonly isDefault: boolean } };
  };
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** Asks the page to answer as soon as it says that it is ready. */
const answerWhenReady = `new Promise(done => {
  const page = document.documentElement;
  const look = () => page.dataset.ready === 'true' && done('ready');
  new MutationObserver(look).observe(page, { attributes: true });
  look();
})`;

/**
 * Starts an app and gives the milliseconds until its page is ready. It is watched over Chromium's own pipe, which costs
 * both apps the same few milliseconds; a heavier driver would hide the difference between them.
 */
async function timeToReady({ program, args, env }: Launch): Promise<number> {
  const started = performance.now();
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
  const child = spawn(program, ['--remote-debugging-pipe', ...args], { env, stdio: [...stdio] });
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()));
  try {
    await pageReady(child);
    return performance.now() - started;
  } finally {
    child.kill();
    await ended;
  }
}

async function pageReady(child: ChildProcess): Promise<void> {
  const toChromium = child.stdio[3] as Writable;
  const fromChromium = child.stdio[4] as Readable;
  let id = 0;
  const send = (method: string, params: object, sessionId?: string): void => {
    id += 1;
    toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  };
  send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  try {
    for await (const message of messagesOf(fromChromium)) {
      if (message.result?.result?.value === 'ready') return;
      follow(message, send);
    }
    throw new Error(`The app ended, or was not ready after ${patienceMs / 1000} s.`);
  } finally {
    clearTimeout(late);
  }
}

/** Follows the page from its first, empty document to its own: the question is put to each of them. */
function follow({ method, params, sessionId }: Message, send: (m: string, p: object, s?: string) => void): void {
  if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === 'page') {
    send('Runtime.enable', {}, params.sessionId);
  }
  if (method === 'Runtime.executionContextCreated' && params?.context?.auxData.isDefault) {
    const { id: contextId } = params.context;
    send(
      'Runtime.evaluate',
      { contextId, expression: answerWhenReady, awaitPromise: true, returnByValue: true },
      sessionId,
    );
  }
}

/** The messages of the pipe, each ended by a zero byte. */
async function* messagesOf(stream: Readable): AsyncGenerator<Message> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const parts = `${text}${chunk}`.split('\0');
    text = parts.pop() ?? '';
    for (const part of parts) yield JSON.parse(part) as Message;
  }
}
