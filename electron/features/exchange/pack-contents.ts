import type { z } from 'zod';
import {
  type AssessmentFile,
  assessmentFile,
  type PackAttachment,
  type PackPerson,
  type PlanFile,
  peopleFile,
  planFile,
  type QuestionFile,
  questionFile,
  type ReceiptFile,
  type ReviewFile,
  receiptFile,
  reviewFile,
  type SenderFile,
  type StandardFile,
  senderFile,
  standardFile,
  type TrustFile,
  trustFile,
} from '../../../shared/domain/packs/pack-content.ts';
import { reviewTrouble, wholenessTrouble } from '../../../shared/domain/packs/wholeness.ts';
import type { OpenPack } from '../../packs/open-pack.ts';
import { auditHeadPath } from './audit-segment.ts';
import { type PackLog, readPackLog } from './pack-log.ts';
import { readJsonFile, type Spooled, spooling, wrongContent } from './pack-reading.ts';
import { sealedIn } from './result-pack.ts';

/** All that a pack holds but the content of attachments: read, checked by shape, and kept packed. */
export interface PackContents {
  readonly sender: SenderFile;
  readonly people: readonly PackPerson[];
  readonly standards: readonly StandardFile[];
  readonly plans: readonly PlanFile[];
  readonly questions: readonly QuestionFile[];
  readonly assessments: readonly Spooled<AssessmentFile>[];
  readonly reviews: readonly Spooled<ReviewFile>[];
  readonly attachments: readonly PackAttachment[];
  /** Those of them that are sealed in chunks. */
  readonly sealed: ReadonlySet<string>;
  readonly log: PackLog | null;
  readonly trust: TrustFile | null;
  readonly receipt: ReceiptFile | null;
}

/** Reads everything in a pack but its attachments. Throws AppError `pack.content` for whatever is not as it should be. */
export async function readContents(
  pack: OpenPack,
  progress: (done: number, total: number) => void = () => {},
): Promise<PackContents> {
  const attachments: PackAttachment[] = [];
  const sealed = new Set<string>();
  const each = async <T extends z.ZodType>(folder: string, shape: T): Promise<z.output<T>[]> => {
    const found: z.output<T>[] = [];
    for (const path of pathsIn(pack, folder)) found.push(await readJsonFile(pack, path, shape));
    return found;
  };
  const one = async <T extends z.ZodType>(path: string, shape: T): Promise<z.output<T> | null> =>
    pack.has(path) ? readJsonFile(pack, path, shape) : null;
  const sender = await readSender(pack);
  if (!isWorthReading(pack)) return { ...nothing, sender };
  refuseTooMuch(pack);
  return {
    sender,
    people: (await one('people.json', peopleFile))?.people ?? [],
    standards: await each('standards/', standardFile),
    plans: await each('plans/', planFile),
    questions: await each('questions/', questionFile),
    assessments: await spoolAssessments(pack, { attachments, sealed }, progress),
    reviews: await spoolReviews(pack, attachments),
    attachments,
    sealed,
    log: pack.has(auditHeadPath) ? await readPackLog(pack) : null,
    trust: await one('trust.json', trustFile),
    receipt: await one('receipt.json', receiptFile),
  };
}

async function readSender(pack: OpenPack): Promise<SenderFile> {
  const sender = await readJsonFile(pack, 'sender.json', senderFile);
  if (sender.workspaceId === pack.info.workspaceId) return sender;
  throw wrongContent('it names two workspaces as its sender');
}

/** What is read of a pack that is refused in any case. */
const nothing: Omit<PackContents, 'sender'> = {
  people: [],
  standards: [],
  plans: [],
  questions: [],
  assessments: [],
  reviews: [],
  attachments: [],
  sealed: new Set(),
  log: null,
  trust: null,
  receipt: null,
};

/** A stranger's records are not read at all; only an assignment can be the first that is heard of an organisation. */
const isWorthReading = ({ signer, info }: OpenPack): boolean =>
  signer.trust === 'trusted' || (info.kind === 'assignment' && signer.trust !== 'revoked');

/** As many bytes of records as are kept in memory while a pack is taken in, packed to about a tenth; of somebody who is not known yet, far fewer. */
const mostRecords = { trusted: 2 ** 30, stranger: 64 * 2 ** 20 };

function refuseTooMuch({ files, signer }: OpenPack): void {
  const bytes = files.reduce((sum, file) => (/\.jsonl?$/.test(file.path) ? sum + file.bytes : sum), 0);
  if (bytes <= (signer.trust === 'trusted' ? mostRecords.trusted : mostRecords.stranger)) return;
  throw wrongContent('it holds more records than are taken in at once; fewer assessments in each pack can be');
}

const pathsIn = (pack: OpenPack, folder: string): readonly string[] =>
  pack.files.flatMap(({ path }) => (path.startsWith(folder) && path.endsWith('.json') ? [path] : []));

async function spoolAssessments(
  pack: OpenPack,
  { attachments, sealed }: { readonly attachments: PackAttachment[]; readonly sealed: Set<string> },
  progress: (done: number, total: number) => void,
): Promise<Spooled<AssessmentFile>[]> {
  const paths = pathsIn(pack, 'assessments/');
  const found: Spooled<AssessmentFile>[] = [];
  const keep = spooling();
  for (const [done, path] of paths.entries()) {
    const file = await readJsonFile(pack, path, assessmentFile);
    const trouble = wholenessTrouble(file.records, file.apprentice.id, file.attachments);
    if (trouble !== null) throw wrongContent(`${path} is not one whole assessment: ${trouble}`);
    if (file.records.assessment.some(({ practice }) => (practice === 1) !== pack.info.practice)) {
      throw wrongContent(`${path} mixes practice with real assessments`);
    }
    requireAttachments(pack, file.attachments);
    attachments.push(...file.attachments);
    for (const id of sealedIn(file.records)) sealed.add(id);
    found.push(keep(file));
    progress(done + 1, paths.length);
  }
  return found;
}

async function spoolReviews(pack: OpenPack, attachments: PackAttachment[]): Promise<Spooled<ReviewFile>[]> {
  const found: Spooled<ReviewFile>[] = [];
  const keep = spooling();
  for (const path of pathsIn(pack, 'reviews/')) {
    const file = await readJsonFile(pack, path, reviewFile);
    const trouble = reviewTrouble(file);
    if (trouble !== null) throw wrongContent(`${path} is not about one assessment: ${trouble}`);
    requireAttachments(pack, file.attachments);
    attachments.push(...file.attachments);
    found.push(keep(file));
  }
  return found;
}

/** Every attachment that a record names has to be in the pack with the content that it names. */
function requireAttachments(pack: OpenPack, attachments: readonly PackAttachment[]): void {
  const digests = digestsOf(pack);
  for (const { file, sha256, sizeBytes } of attachments) {
    const found = digests.get(file);
    if (found?.sha256 !== sha256 || found.bytes !== sizeBytes)
      throw wrongContent(`${file} is not the file that its record names`);
  }
}

const digests = new WeakMap<OpenPack, ReadonlyMap<string, { readonly sha256: string; readonly bytes: number }>>();

function digestsOf(pack: OpenPack) {
  const known = digests.get(pack) ?? new Map(pack.files.map(({ path, ...file }) => [path, file]));
  digests.set(pack, known);
  return known;
}
