import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { derMembers, derSequence, derSmallInteger, readDer, TAG } from '../../../electron/signing/der.ts';
import { addDocumentTimestamp } from '../../../electron/signing/document-timestamp.ts';
import type { HttpTimestampOptions } from '../../../electron/signing/http-timestamp.ts';
import { readSignedData } from '../../../electron/signing/signed-data.ts';
import { nonceFrom, timestampRequest } from '../../../electron/signing/timestamp-request.ts';
import { EC, SIGNER } from './openssl-files.ts';
import { signAsAssessor } from './sample-report.ts';
import { now, type Stamping, stampIn, startStamping } from './stamping.ts';
import type { Answer } from './timestamp-server.ts';

let stamping: Stamping;

beforeAll(async () => {
  stamping = await startStamping();
  const extensions = [...SIGNER, 'extendedKeyUsage=emailProtection'];
  stamping.files.makeCertificate('plain', { issuer: 'stamps', key: EC, extensions });
});

afterEach(() => stamping.server.behave(undefined));
afterAll(() => stamping.end());

/** The same time, signed once more by openssl with a certificate for e-mail. */
function resigned(response: Buffer): Buffer {
  const { files } = stamping;
  const [, token] = derMembers(readDer(response), TAG.sequence);
  writeFileSync(files.at('info.der'), readSignedData(token?.bytes ?? Buffer.alloc(0)).content ?? '');
  const signer = [
    '-signer',
    files.at('plain.pem'),
    '-inkey',
    files.at('plain.key'),
    '-certfile',
    files.at('chain.pem'),
  ];
  const kind = ['-binary', '-nodetach', '-cades', '-md', 'sha256', '-econtent_type', '1.2.840.113549.1.9.16.1.4'];
  const inOut = ['-in', files.at('info.der'), '-outform', 'DER', '-out', files.at('resigned.der')];
  files.openssl('cms', '-sign', ...signer, ...kind, ...inOut);
  return derSequence(derSequence(derSmallInteger(0)), readFileSync(files.at('resigned.der')));
}

describe('a server that does harm', () => {
  /** Asks for both kinds of time stamp, which must both be refused, and must leave what was there alone. */
  async function refusal(change: Partial<HttpTimestampOptions> = {}, url = stamping.server.url) {
    const signed = await signAsAssessor(stamping.report, stamping.assessor, now);
    const copies = [Buffer.from(stamping.report), Buffer.from(signed)];
    const timestamp = stamping.reaching(change, url);
    const errors = [
      await stamping.signStamped(timestamp).catch(error => error),
      await addDocumentTimestamp(signed, { timestamp }).catch(error => error),
    ];
    expect([stamping.report, signed].map((pdf, index) => copies[index]?.equals(pdf))).toEqual([true, true]);
    expect(errors[0]).toMatchObject({ code: errors[1].code, message: errors[1].message });
    return errors[0];
  }

  /** The request with one byte of it changed, counted from its end. */
  const altered = (request: Buffer, fromEnd: number): Buffer => {
    const copy = Buffer.from(request);
    copy[copy.length - fromEnd] = (copy[copy.length - fromEnd] ?? 0) ^ 1;
    return copy;
  };

  test.each([
    ['answers another request: its number', 4, 'It was made for another request.'],
    ['stamps something else', 30, 'The time stamp was made for something else than what it is attached to.'],
  ])('%s', async (_, fromEnd, words) => {
    stamping.server.behave(async (request, response, ask) => response.end(await ask(altered(request, fromEnd))));
    expect(await refusal()).toMatchObject({ code: 'timestamp.invalid', message: expect.stringContaining(words) });
  });

  test('repeats an old answer', async () => {
    const old = await stamping.server.ask(
      timestampRequest({ digest: randomBytes(32), nonce: nonceFrom(randomBytes(16)) }),
    );
    stamping.server.behave((_, response) => response.end(old));
    expect(await refusal()).toMatchObject({ code: 'timestamp.invalid' });
  });

  test('refuses', async () => {
    stamping.server.behave(async (request, response, ask) => response.end(await ask(request, 'strict')));
    expect(await refusal()).toMatchObject({
      code: 'timestamp.refused',
      message: expect.stringContaining(
        'it does not know the hash algorithm; “Message digest algorithm is not supported.”',
      ),
    });
  });

  test('uses a certificate that is not for time stamps', async () => {
    stamping.server.behave(async (request, response, ask) => response.end(resigned(await ask(request))));
    expect(await refusal()).toMatchObject({
      code: 'timestamp.invalid',
      message: expect.stringContaining('is not one for time stamps'),
    });
  });

  test('sends a time stamp that was changed', async () => {
    stamping.server.behave(async (request, response, ask) => response.end(altered(await ask(request), 5)));
    expect(await refusal()).toMatchObject({ code: 'timestamp.invalid' });
  });

  test('sends a time stamp that is too large for its place', async () => {
    stamping.server.behave(async (request, response, ask) => response.end(await ask(request, 'large')));
    expect(await refusal()).toMatchObject({ code: 'timestamp.tooLarge' });
  });

  test('never stops sending', async () => {
    stamping.server.behave((_, response) => {
      const chunk = Buffer.alloc(16_384, 0x30);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    expect(await refusal()).toMatchObject({ code: 'timestamp.tooLong' });
  });

  const trickle: Answer = (_, response) => {
    const timer = setInterval(() => response.write('0'), 50);
    response.on('close', () => clearInterval(timer));
  };

  test.each<[string, Answer]>([
    ['does not answer', () => undefined],
    ['sends a byte now and then', trickle],
  ])('%s', async (_, behaviour) => {
    stamping.server.behave(behaviour);
    const started = Date.now();
    expect(await refusal({ timeoutMs: 400 })).toMatchObject({
      code: 'timestamp.slow',
      message: expect.stringContaining('within 1 seconds'),
    });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  test.each([
    ['a page for people', '<html>Welcome to our time stamps</html>'],
    ['nothing', ''],
    ['a number', Buffer.from([2, 1, 0])],
    ['a yes without a time stamp', Buffer.from([0x30, 5, 0x30, 3, 2, 1, 0])],
    ['a list that never ends', Buffer.alloc(20_000, 0x30)],
  ])('sends %s', async (_, body) => {
    stamping.server.behave((_request, response) => response.end(body));
    expect(await refusal()).toMatchObject({ code: 'timestamp.invalid' });
  });

  test('answers with an error, or sends the request elsewhere', async () => {
    stamping.server.behave((_, response) => response.writeHead(503).end());
    const { message, code } = await refusal();
    expect([code, message]).toEqual(['timestamp.unreachable', expect.stringContaining('HTTP status 503')]);
    stamping.server.behave((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end());
    expect(await refusal()).toMatchObject({ code: 'timestamp.unreachable' });
  });

  test('is not there', async () => {
    expect(await refusal({}, 'http://127.0.0.1:9/')).toMatchObject({ code: 'timestamp.unreachable' });
  });

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'example.org', '', 'https://me:secret@example.org/'])(
    'has an address that is not asked: “%s”',
    url => {
      expect(() => stamping.reaching({}, url)).toThrow(/must begin with https/);
    },
  );

  test('learns nothing but a SHA-256 and a random number', async () => {
    const seen: Buffer[] = [];
    stamping.server.behave(async (request, response, ask) => {
      seen.push(request);
      response.end(await ask(request));
    });
    const signed = await stamping.signStamped();
    const digest = createHash('sha256').update(stampIn(signed).signatureValue).digest();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.includes(digest)).toBe(true);
    expect(seen[0]?.length).toBe(timestampRequest({ digest, nonce: nonceFrom(randomBytes(16)) }).length);
  });
});
