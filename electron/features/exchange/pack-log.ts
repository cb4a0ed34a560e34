import { type ChainStanding, chainStanding } from '../../../shared/domain/packs/chain-standing.ts';
import { type AuditFile, auditFile, type PackEvent, packEvent } from '../../../shared/domain/packs/pack-content.ts';
import { type AuditHead, auditPublicKey, emptyLog, follows, isSigned } from '../../core/audit.ts';
import type { Reader } from '../../db/statements.ts';
import type { OpenPack } from '../../packs/open-pack.ts';
import { auditEventsPath, auditHeadPath, loggedEventOf } from './audit-segment.ts';
import { correspondentOf, receivedHashAt, receivedHead } from './correspondents.ts';
import { readJsonFile, type Spooled, spooling, wrongContent } from './pack-reading.ts';

/** The sender's audit log in a pack, its chain and signature checked. */
export interface PackLog {
  readonly file: AuditFile;
  /** The hash before its first event. */
  readonly before: string;
  readonly events: readonly Spooled<readonly PackEvent[]>[];
  /** The SHA-256 of each report when it was signed, by the report's id. */
  readonly signings: ReadonlyMap<string, string>;
}

const perSpool = 500;
const longestLine = 64 * 1024;

/** Reads the log in a pack and checks its own chain. Throws AppError `pack.content` for one that is broken. */
export async function readPackLog(pack: OpenPack): Promise<PackLog> {
  const file = await readJsonFile(pack, auditHeadPath, auditFile);
  const events: Spooled<readonly PackEvent[]>[] = [];
  const signings = new Map<string, string>();
  const chunk: PackEvent[] = [];
  const keep = spooling();
  let end: AuditHead | undefined;
  let before: string | undefined;
  let last: PackEvent | undefined;
  for await (const line of linesOf(pack.stream(auditEventsPath))) {
    const event = eventOf(line);
    before ??= event.previousHash;
    end ??= file.from === 1 ? emptyLog : { sequence: file.from - 1, head: before };
    if (!follows(loggedEventOf(event), end)) throw wrongContent(`its audit log is broken at event ${event.sequence}`);
    end = { sequence: event.sequence, head: event.hash };
    last = event;
    if (event.type === 'report.signed') signings.set(event.subjectId, signedSha256(event.detail));
    chunk.push(event);
    if (chunk.length >= perSpool) events.push(keep(chunk.splice(0)));
  }
  if (chunk.length > 0) events.push(keep(chunk));
  if (end?.sequence !== file.sequence || end.head !== file.head || last === undefined || before === undefined) {
    throw wrongContent('its audit log does not end where it says');
  }
  requireSigned(file, last);
  return { file, before, events, signings };
}

function eventOf(line: string): PackEvent {
  try {
    const event = packEvent.parse(JSON.parse(line));
    JSON.parse(event.detail);
    return event;
  } catch (cause) {
    throw wrongContent('a line of its audit log is no event', cause);
  }
}

/** The hash in the event of a report's signing; empty where it has none. */
export function signedSha256(detail: string): string {
  const found: unknown = JSON.parse(detail);
  return typeof found === 'object' && found !== null && 'sha256' in found ? String(found.sha256) : '';
}

function requireSigned({ publicKey }: AuditFile, last: PackEvent): void {
  try {
    if (isSigned(loggedEventOf(last), auditPublicKey(Buffer.from(publicKey, 'base64')))) return;
  } catch (cause) {
    throw wrongContent('its audit log carries no usable key', cause);
  }
  throw wrongContent('the end of its audit log is not signed with the log’s key');
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw wrongContent('a line of its audit log is far too long');
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** How the log stands to what was received of it before. Another key than before counts as another history. */
export function standingOfLog(reader: Reader, { file, before, events }: PackLog): ChainStanding {
  const { workspaceId, from, sequence, head } = file;
  const received = receivedHead(reader, workspaceId);
  const known = correspondentOf(reader, workspaceId)?.auditPublicKey ?? null;
  const hasOwnKey = known === null || Buffer.from(known).toString('base64') === file.publicKey;
  const end = { sequence, hash: head };
  if (!received) return chainStanding({ from, end, agrees: hasOwnKey }, null);
  const earlier = receivedHashAt(reader, workspaceId, from - 1);
  const agrees =
    hasOwnKey &&
    (earlier === undefined || earlier === before) &&
    everyOverlap(
      events,
      received.sequence,
      event => receivedHashAt(reader, workspaceId, event.sequence) === event.hash,
    );
  return chainStanding({ from, end, agrees }, received);
}

function everyOverlap(events: PackLog['events'], upTo: number, agrees: (event: PackEvent) => boolean): boolean {
  for (const chunk of events) {
    for (const event of chunk.get()) {
      if (event.sequence > upTo) return true;
      if (!agrees(event)) return false;
    }
  }
  return true;
}
