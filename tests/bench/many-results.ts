import { createHash, generateKeyPairSync, sign as signWith } from 'node:crypto';
import type { OpenPack } from '../../electron/packs/open-pack.ts';
import type { FileToPack } from '../../electron/packs/write-pack.ts';
import type { AssessmentFile, AuditFile, PackEvent } from '../../shared/domain/packs/pack-content.ts';

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const most = 64 * 2 ** 20;

/** Text of one assessment as that of another: all identifiers that are its own are others. */
type Renaming = (text: string) => string;

/** The files of a result pack of one assessment, as often as wanted: each time another assessment, with its part of the audit log. */
export async function* manyResults(pack: OpenPack, count: number): AsyncGenerator<FileToPack> {
  const text = async (path: string): Promise<string> => (await pack.read(path, most)).toString();
  const paths = pack.files.map(({ path }) => path);
  const its = paths.find(path => path.startsWith('assessments/')) ?? '';
  const shared = paths.filter(path => !/^(?:assessments|attachments|audit)\//.test(path));
  for (const path of shared) yield { path, open: () => pack.read(path, most) };
  const assessment = await text(its);
  const foreign = new Set((await Promise.all(shared.map(text))).join().match(uuids));
  const { attachments, records } = JSON.parse(assessment) as AssessmentFile;
  const documents = records.report.map(({ documentId }) => documentId);
  const renamings = Array.from({ length: count }, (_, index) => renaming(index, foreign, documents));
  for (const rename of renamings) {
    yield { path: rename(its), open: () => Buffer.from(rename(assessment)) };
    for (const { file } of attachments) yield { path: rename(file), open: () => pack.read(file, most) };
  }
  yield* manyEvents(JSON.parse(await text('audit/head.json')), await text('audit/events.jsonl'), renamings);
}

function renaming(index: number, foreign: ReadonlySet<string>, documents: readonly string[]): Renaming {
  const number = index.toString(16).padStart(8, '0');
  return text =>
    documents.reduce(
      (renamed, document) => renamed.replaceAll(document, `${document}-${index}`),
      text.replace(uuids, id => (foreign.has(id) ? id : `${number}${id.slice(8)}`)),
    );
}

/** The log once for each assessment, chained anew and signed at its end by a key of its own. */
function* manyEvents(head: AuditFile, lines: string, renamings: readonly Renaming[]): Generator<FileToPack> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const events = lines.trimEnd().split('\n');
  let previousHash = '0'.repeat(64);
  let sequence = 0;
  const chained = (line: string): string => {
    const { at, actorId, type, subjectId, detail } = JSON.parse(line) as PackEvent;
    sequence += 1;
    const hashed = JSON.stringify([sequence, at, actorId, type, subjectId, detail, previousHash]);
    const hash = createHash('sha256').update(hashed).digest('hex');
    const signature = signWith(null, Buffer.from(hash, 'hex'), privateKey).toString('base64');
    const event = { sequence, at, actorId, type, subjectId, detail, previousHash, hash, signature };
    previousHash = hash;
    return `${JSON.stringify(event)}\n`;
  };
  async function* all(): AsyncGenerator<Buffer> {
    for (const rename of renamings) yield Buffer.from(events.map(line => chained(rename(line))).join(''));
  }
  yield { path: 'audit/events.jsonl', open: all };
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  yield {
    path: 'audit/head.json',
    open: () => Buffer.from(JSON.stringify({ ...head, publicKey: key, from: 1, sequence, head: previousHash })),
  };
}
