import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { readCertificate } from './certificates.ts';
import type { Timestamp } from './timestamp.ts';
import { nonceFrom, readTimestampResponse, timestampRequest } from './timestamp-request.ts';

/** How to reach a time stamp authority. `fetch` is the only way to the network. */
export interface HttpTimestampOptions {
  readonly fetch: typeof globalThis.fetch;
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest answer that is read. Public authorities send 3 to 10 kB. */
  readonly maxBytes: number;
  /** Root certificates (DER) of the authority: they go into the document with its time stamps. */
  readonly roots?: readonly Uint8Array[];
}

interface Exchange {
  readonly address: URL;
  readonly request: Buffer;
  readonly options: HttpTimestampOptions;
  readonly signal: AbortSignal;
}

/**
 * Asks an authority over HTTP (RFC 3161 §3.4); only a SHA-256 leaves the computer. Throws AppError at once for an address
 * that is not http or https, and later when no right time stamp comes within the bounds.
 */
export function httpTimestamp(url: string, options: HttpTimestampOptions): Timestamp {
  const address = readAddress(url);
  const roots = (options.roots ?? []).map(readCertificate);
  return async digest => {
    const nonce = nonceFrom(randomBytes(16));
    const question = { digest, nonce, roots };
    const signal = AbortSignal.timeout(options.timeoutMs);
    const request = timestampRequest(question);
    return readTimestampResponse(await perform({ address, request, options, signal }), question);
  };
}

function readAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  if (!address || !isWeb || address.username !== '' || address.password !== '') {
    throw new AppError(
      'timestamp.address',
      'The address of the time stamp authority must begin with https:// or http:// and hold no password. Correct it in the settings.',
    );
  }
  return address;
}

async function perform(exchange: Exchange): Promise<Buffer> {
  try {
    const response = await post(exchange);
    if (!response.ok) throw unreachable(`it answered with HTTP status ${response.status}`);
    return await readBounded(response, exchange);
  } catch (cause) {
    if (exchange.signal.aborted) throw tooSlow(exchange.options.timeoutMs, cause);
    if (cause instanceof AppError) throw cause;
    throw unreachable('there is no connection to it, or it sent the request elsewhere', cause);
  }
}

/** Redirections are refused: the address was chosen by a person. */
const post = ({ address, request, options, signal }: Exchange): Promise<Response> =>
  options.fetch(address.href, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(request),
    redirect: 'error',
    credentials: 'omit',
    signal,
  });

/** Cancelling ends a read that waits, whether or not `fetch` minds the signal by then. */
async function readBounded(response: Response, { options, signal }: Exchange): Promise<Buffer> {
  const reader = response.body?.getReader();
  const stop = (): void => void reader?.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > options.maxBytes) {
      stop();
      throw new AppError(
        'timestamp.tooLong',
        'The time stamp authority’s answer is far too long for a time stamp. Nothing was changed. Check the address in the settings.',
      );
    }
  }
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return Buffer.concat(chunks);
}

const tooSlow = (timeoutMs: number, cause: unknown): AppError =>
  new AppError(
    'timestamp.slow',
    `The time stamp authority did not answer within ${Math.ceil(timeoutMs / 1000)} seconds. Nothing was changed. Try again later, or choose another authority.`,
    { cause },
  );

const unreachable = (detail: string, cause?: unknown): AppError =>
  new AppError(
    'timestamp.unreachable',
    `The time stamp authority cannot be reached: ${detail}. Nothing was changed. Check the network and the address, or go on without a time stamp.`,
    { cause },
  );
