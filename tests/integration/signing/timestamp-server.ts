import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EC, type OpensslFolder } from './openssl-files.ts';

/** A time stamp authority on the loopback: `ask` answers a request as openssl does, `url` is where it does so over HTTP. */
export interface TimestampServer {
  readonly url: string;
  /** Answers with `answer` instead of openssl from now on; undefined makes it an honest authority again. */
  behave(answer: Answer | undefined): void;
  ask(request: Buffer, section?: string): Promise<Buffer>;
  close(): void;
}

export type Answer = (request: Buffer, response: ServerResponse, ask: TimestampServer['ask']) => unknown;

const STAMPER = ['basicConstraints=CA:FALSE', 'keyUsage=critical,digitalSignature'];
const EKU = 'extendedKeyUsage=critical,timeStamping';

/** Each authority with the options of its own; the names are sections of the configuration. */
const AUTHORITIES: Readonly<Record<string, readonly string[]>> = {
  rsa: ['certs = chain.pem', 'signer_digest = sha256', 'digests = sha256'],
  ec: ['certs = chain.pem', 'signer_digest = sha384', 'digests = sha256'],
  // The chain without its root, as public authorities send it.
  public: ['certs = stamps.pem', 'signer_digest = sha512', 'digests = sha256'],
  old: ['certs = chain.pem', 'signer_digest = sha256', 'digests = sha256'],
  large: ['certs = chain.pem', 'signer_digest = sha256', 'digests = sha256'],
  strict: ['certs = chain.pem', 'signer_digest = sha256', 'digests = sha512'],
};
const KEYS: Readonly<Record<string, readonly string[]>> = { rsa: ['rsa:3072'], old: ['rsa:2048'] };

/** Makes the authorities' keys and certificates in the folder, below `stamproot` and `stamps`, and starts the server. */
export async function startTimestampServer(files: OpensslFolder): Promise<TimestampServer> {
  makeAuthorities(files);
  let behaviour: Answer | undefined;
  const ask: TimestampServer['ask'] = (request, section = 'rsa') => askOpenssl(files, request, section);
  const server = createServer(async (incoming, response) => {
    const request = await bodyOf(incoming);
    response.shouldKeepAlive = false;
    if (behaviour) return behaviour(request, response, ask);
    response.setHeader('content-type', 'application/timestamp-reply').end(await ask(request));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    behave: answer => {
      behaviour = answer;
    },
    ask,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function makeAuthorities(files: OpensslFolder): void {
  files.makeAuthority('stamproot');
  const middle = ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign'];
  files.makeCertificate('stamps', { issuer: 'stamproot', key: EC, extensions: middle });
  for (const name of Object.keys(AUTHORITIES)) {
    const comment = name === 'large' ? [`nsComment=${'x'.repeat(12_000)}`] : [];
    const extensions = [...STAMPER, EKU, ...comment];
    files.makeCertificate(name, { issuer: 'stamps', key: KEYS[name] ?? EC, extensions });
  }
  const chain = ['stamps', 'stamproot'].map(name => readFileSync(files.at(`${name}.pem`), 'utf8'));
  writeFileSync(files.at('chain.pem'), chain.join(''));
  writeFileSync(files.at('serial'), '01\n');
  const sections = Object.entries(AUTHORITIES).map(([name, options]) =>
    [
      `[${name}]`,
      ...[`signer_cert = ${name}.pem`, `signer_key = ${name}.key`, 'serial = serial', 'default_policy = 1.2.3.4.1'],
      ...[`ess_cert_id_alg = ${name === 'old' ? 'sha1' : 'sha256'}`, 'accuracy = secs:1', ...options],
    ].join('\n'),
  );
  writeFileSync(files.at('tsa.cnf'), `${sections.join('\n')}\n`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function askOpenssl(files: OpensslFolder, request: Buffer, section: string): Promise<Buffer> {
  const folder = mkdtempSync(files.at('exchange-'));
  const [query, reply] = [join(folder, 'query'), join(folder, 'reply')];
  writeFileSync(query, request);
  const options = ['-config', files.at('tsa.cnf'), '-section', section, '-queryfile', query, '-out', reply];
  await promisify(execFile)('openssl', ['ts', '-reply', ...options], { cwd: files.at('') });
  const answer = readFileSync(reply);
  rmSync(folder, { recursive: true });
  return answer;
}
