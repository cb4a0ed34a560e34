import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** A TCP and a UDP port of this machine that count whoever calls at them. */
export interface Ears {
  readonly port: number;
  /** How many connections and packets have come in so far. */
  heard(): number;
  close(): Promise<void>;
}

/** Listens on one free port of 127.0.0.1, TCP and UDP. */
export async function listen(): Promise<Ears> {
  let calls = 0;
  const tcp = createServer(socket => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>(done => tcp.listen(0, '127.0.0.1', done));
  const address = tcp.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  const udp = createSocket('udp4').on('message', () => {
    calls += 1;
  });
  await new Promise<void>(done => udp.bind(address.port, '127.0.0.1', done));
  return {
    port: address.port,
    heard: () => calls,
    close: async () => {
      await new Promise<void>(done => udp.close(done));
      await new Promise(done => tcp.close(done));
    },
  };
}

/** How a program ended: its exit status (null where a signal ended it, or this did after `patienceMs`), and what it said. */
export async function exitOf(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  patienceMs = 15_000,
): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      said = (said + chunk).slice(-20_000);
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  return { status, said };
}

/** Whether the kernel filters the system calls of a process (Linux): the mark of Chromium's sandbox. */
export function isFiltered(pid: number): boolean {
  return /^Seccomp:\s+2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** Every file under a folder, with what is in it. */
export function filesUnder(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map(name => ({ name, bytes: readFileSync(path.join(folder, name)) }));
}

/** Whether bytes hold a text, written in UTF-8 or in UTF-16. */
export function holdsText(bytes: Buffer, text: string): boolean {
  return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'));
}

/** The two ends of an internet socket, as addresses without ports. */
export interface InternetSocket {
  readonly local: string;
  readonly remote: string;
}

/** The internet sockets that a process and everything it started hold at this moment. Linux only. */
export function internetSockets(pid: number): readonly InternetSocket[] {
  const held = new Set(familyOf(pid).flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap(kind =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .map(line => line.trim().split(/\s+/))
      .filter(([, , , , , , , , , inode]) => inode !== undefined && held.has(inode))
      .map(([, local = '', remote = '']) => ({ local: addressOf(local), remote: addressOf(remote) })),
  );
}

/** A process and its descendants. */
function familyOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => [Number(name), parentOf(name)] as const);
  const grown = [pid];
  for (const member of grown) for (const [child, parent] of parents) if (parent === member) grown.push(child);
  return grown;
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined; // ended meanwhile
  }
}

/** The inode numbers of a process's sockets; none where the sandbox hides them, for what is sandboxed cannot open any. */
function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(fd => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode ? [inode] : [];
    });
  } catch {
    return [];
  }
}

/** An address as /proc writes it, 32-bit words of hexadecimal digits in the machine's order, as people write it. */
function addressOf(entry: string): string {
  const words = (entry.split(':')[0] ?? '').match(/.{8}/g) ?? [];
  const bytes = words.flatMap(word => [...Buffer.from(word, 'hex')].reverse());
  if (bytes.length === 4) return bytes.join('.');
  const host = bytes.slice(12).join('.');
  if (bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 0xff) return host;
  return bytes.slice(0, 15).every(byte => byte === 0) ? `::${bytes[15] || ''}` : Buffer.from(bytes).toString('hex');
}
