// `npm run dev`: the renderer from Vite's server, with hot reload; the main process and the preload script are bundled
// again, and Electron is started again, whenever they change.
import { type ChildProcess, spawn } from 'node:child_process';
import { createBuilder, createServer } from 'vite';
import { startDisplay } from './display.ts';
import { resolveElectron } from './electron-runtime.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { root } from './tools.ts';

await ensureSystemPackages(['window']);
const electron = await resolveElectron();
const display = await startDisplay();
const server = await createServer();
await server.listen();
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error("Vite's server has no address.");
console.error(`The renderer is at ${address}`);
const env = { ...process.env, ...electron.env, ...display.env, ELECTRON_RENDERER_URL: address };

let child: ChildProcess | undefined;
let restarting = false;

function restart(): void {
  if (child) {
    restarting = true;
    child.kill();
    return;
  }
  child = spawn(electron.execPath, [...electron.args, root, ...process.argv.slice(2)], { stdio: 'inherit', env });
  child.on('exit', code => {
    child = undefined;
    if (!restarting) return void stop(code ?? 0);
    restarting = false;
    restart();
  });
}

async function stop(code: number): Promise<never> {
  await Promise.all(watchers.map(watcher => watcher.close()));
  await server.close();
  display.stop();
  process.exit(code);
}

const builder = await createBuilder({ logLevel: 'warn', build: { watch: {} } });
const watchers: { close(): Promise<void> }[] = [];
const unbuilt = new Set(['main', 'preload']);
for (const name of [...unbuilt]) {
  const environment = builder.environments[name];
  if (!environment) throw new Error(`vite.config.ts has no environment ${name}.`);
  const watcher = await builder.build(environment);
  if (!('on' in watcher)) throw new Error('Vite does not watch.');
  watchers.push(watcher);
  watcher.on('event', event => {
    if (event.code === 'ERROR') console.error(event.error);
    if (event.code !== 'BUNDLE_END') return;
    void event.result.close();
    unbuilt.delete(name);
    if (unbuilt.size === 0) restart();
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => (child ? child.kill() : void stop(0)));
}
