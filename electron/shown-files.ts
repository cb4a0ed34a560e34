import { origin } from './app-address.ts';
import { byteRange } from './byte-range.ts';
import type { ShownFile } from './core/shown-file.ts';

/** As much is unsealed and handed on at a time. */
const stepBytes = 256 * 1024;

/** What is never anything but shown: no page, no script, nothing that is embedded. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'accept-ranges': 'bytes',
};

/** The id of the piece of the portfolio or the stretch of a recording that an address stands for; undefined for every other address. */
export function shownOfAddress(address: string): string | undefined {
  if (!address.startsWith(`${origin}/`)) return undefined;
  return /^\/(?:portfolio|recordings)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    address.slice(origin.length),
  )?.[1];
}

/** Answers with a sealed file, or the stretch of it that was asked for, unsealed on the way and held nowhere. */
export function answerWithFile(file: ShownFile | undefined, request: Request): Response {
  if (!file) return new Response(null, { status: 404, headers });
  const range = byteRange(request.headers.get('range'), file.sizeBytes);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.sizeBytes}` } });
  }
  const { from, to } = range === 'whole' ? { from: 0, to: file.sizeBytes } : range;
  const told = {
    ...headers,
    'content-type': file.mediaType,
    'content-length': String(to - from),
    ...(range === 'whole' ? {} : { 'content-range': `bytes ${from}-${to - 1}/${file.sizeBytes}` }),
  };
  const body = request.method === 'HEAD' ? null : streamOf(file, from, to);
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers: told });
}

function streamOf(file: ShownFile, from: number, to: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    pull(controller) {
      try {
        const bytes = file.read(at, Math.min(to, at + stepBytes));
        at += bytes.length;
        if (bytes.length > 0) controller.enqueue(bytes);
        if (at >= to || bytes.length === 0) controller.close();
      } catch (fault) {
        controller.error(fault);
      }
    },
  });
}
