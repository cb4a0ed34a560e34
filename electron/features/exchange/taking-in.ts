import type { PackItem } from '../../../shared/contract/packs.ts';
import type {
  AssessmentFile,
  PackAttachment,
  ReceiptFile,
  ReviewFile,
} from '../../../shared/domain/packs/pack-content.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../../core/contexts.ts';
import type { StoredAttachment } from '../../db/attachments.ts';
import type { OpenPack } from '../../packs/open-pack.ts';
import { readCertificate } from '../../signing/certificates.ts';
import { certificateFacts, fingerprintOf } from '../identity-rows.ts';
import { sha256 } from '../stored.ts';
import { insertRoot, keepList } from '../trust-rows.ts';
import { putAssignment, updateReceived } from './assignment-rows.ts';
import { loggedEventOf } from './audit-segment.ts';
import { insertReceivedEvent, putCorrespondent, receivedHead, updateAcknowledged } from './correspondents.ts';
import { isVouchedByOwnRoot, packFacts, receiptItem, refusalOf, sharedItems } from './judging.ts';
import { assessmentItem, judgeAssigned, judgeResult, type PackFacts } from './judging-assessments.ts';
import { judgeReview, reviewItem } from './judging-reviews.ts';
import type { PackContents } from './pack-contents.ts';
import { insertPack, insertPackAssessment } from './pack-lines.ts';
import { attachmentById } from './pack-rows.ts';
import { applyChanges } from './record-changes.ts';
import { takeInApprentice } from './taking-in-apprentices.ts';
import { takeInPlans } from './taking-in-plans.ts';
import { closeTakingIn, insertAttachmentWhole, insertPersonElsewhere, openTakingIn } from './taking-in-rows.ts';

/** A pack that was opened and read, with its attachments in the workspace's folder, ready to be taken in. */
export interface ReadPack {
  readonly pack: Pick<OpenPack, 'info' | 'signer' | 'tagManifestSha256'>;
  readonly contents: PackContents;
  /** The encrypted file of each attachment, by its id in the pack. */
  readonly files: ReadonlyMap<string, StoredAttachment>;
}

/** What became of a pack: everything in it, as it stood just before. */
export type Outcome = readonly PackItem[];

/** Takes in whatever of a pack is new or changed; the caller's transaction makes it all or nothing. Throws AppError `pack.refused`. */
export function takeIn(context: CommandContext, read: ReadPack): Outcome {
  const { pack, contents } = read;
  const refusal = refusalOf(context, pack, contents);
  if (refusal !== null) throw new AppError('pack.refused', refusal);
  const shared = sharedItems(context.reader, contents);
  const facts = packFacts(context.reader, pack, contents);
  context.workspace.connection.pragma('defer_foreign_keys = ON'); // rows come before what they refer to: a note before its answer
  context.writer.run(openTakingIn, {});
  takeInShared(context, read);
  const outcome = [
    ...shared,
    ...contents.assessments.map(spool => takeInAssessment(context, read, facts, spool.get())),
    ...contents.reviews.map(spool => takeInReview(context, read, spool.get())),
    ...(contents.receipt ? [takeInReceipt(context, contents.sender.workspaceId, contents.receipt)] : []),
  ];
  context.writer.run(closeTakingIn, {});
  keepPack(context, read, outcome);
  return outcome;
}

const isTaken = ({ standing }: PackItem): boolean => standing === 'new' || standing === 'changed';

function keepPack({ writer, record, now }: CommandContext, { pack, contents }: ReadPack, outcome: Outcome): void {
  const { id, kind, madeAt } = pack.info;
  const { sender, log } = contents;
  const certificateSha256 = fingerprintOf(pack.signer.certificateDer);
  const audit = { auditSequence: log?.file.sequence ?? null, auditHead: log?.file.head ?? null };
  const { workspaceId, name: counterpart } = sender;
  const handledAt = now.toISOString();
  const kept = { id, kind, madeAt, workspaceId, counterpart, certificateSha256, handledAt, ...audit };
  writer.run(insertPack, { ...kept, direction: 'received', signedBy: pack.signer.name });
  for (const item of outcome) {
    if (item.kind !== 'assessment' || item.standing === 'conflicting') continue;
    writer.run(insertPackAssessment, { packId: id, assessmentId: item.id });
  }
  const { tagManifestSha256 } = pack;
  const taken = outcome.filter(isTaken).length;
  const left = outcome.filter(({ standing }) => standing === 'conflicting' || standing === 'older').length;
  const detail = { kind, tagManifestSha256, certificateSha256, workspaceId, taken, left, ...audit };
  record({ type: 'pack.takenIn', subjectId: id, detail });
}

/** Whom and what the records rest on: the sender, their audit log, people, standards, plans and questions. */
function takeInShared(context: CommandContext, { pack, contents }: ReadPack): void {
  const { reader, writer } = context;
  const { sender, people, trust } = contents;
  if (pack.signer.trust !== 'trusted' && isVouchedByOwnRoot(pack, contents)) trustRoot(context, contents);
  keepCorrespondent(context, pack, contents);
  takeInLog(context, contents);
  if (trust?.revocationList) keepList(context, Buffer.from(trust.revocationList, 'base64'));
  for (const person of people) writer.run(insertPersonElsewhere, { ...person, keptBy: sender.workspaceId });
  takeInPlans(reader, writer, contents);
}

function takeInAssessment(context: CommandContext, read: ReadPack, facts: PackFacts, sent: AssessmentFile): PackItem {
  const { pack, contents, files } = read;
  const { reader, writer, now } = context;
  const isResult = pack.info.kind === 'result';
  const judged = isResult ? judgeResult(reader, facts, sent) : judgeAssigned(reader, facts, sent);
  const item = assessmentItem(judged);
  if (!isTaken(item)) return item;
  const { id, file, changes } = judged;
  takeInApprentice(context, file.apprentice, !isResult);
  addAttachments(context, file.attachments, files);
  applyChanges(writer, changes);
  if (isResult) {
    const at = now.toISOString();
    const { workspaceId } = contents.sender;
    const isNew = judged.standing === 'new';
    if (isNew) writer.run(putAssignment, { assessmentId: id, assessor: pack.signer.name, workspaceId, at });
    const sequence = contents.log?.file.sequence ?? 0;
    writer.run(updateReceived, { assessmentId: id, workspaceId, at, sequence });
  }
  const recordSha256 = sha256(JSON.stringify(file.records));
  context.record({ type: 'assessment.received', subjectId: id, detail: { packId: pack.info.id, recordSha256 } });
  return item;
}

function takeInReview(context: CommandContext, { pack, files }: ReadPack, sent: ReviewFile): PackItem {
  const judged = judgeReview(context.reader, sent);
  const item = reviewItem(judged);
  if (!isTaken(item)) return item;
  const { assessmentId, attachments, records } = judged.file;
  addAttachments(context, attachments, files);
  applyChanges(context.writer, judged.changes);
  const recordSha256 = sha256(JSON.stringify(records));
  context.record({ type: 'review.received', subjectId: assessmentId, detail: { packId: pack.info.id, recordSha256 } });
  return item;
}

function takeInReceipt(context: CommandContext, workspaceId: string, receipt: ReceiptFile): PackItem {
  const item = receiptItem(context, receipt);
  if (isTaken(item)) context.writer.run(updateAcknowledged, { workspaceId, sequence: receipt.sequence });
  return item;
}

function addAttachments(
  { reader, writer }: CommandContext,
  attachments: readonly PackAttachment[],
  files: ReadPack['files'],
): void {
  for (const { id, mediaType, sha256: hash, addedAt } of attachments) {
    const here = reader.one(attachmentById, { id });
    if (here && here.sha256 !== hash) {
      throw new AppError(
        'pack.refused',
        'A file in the pack is here with other content under the same identity. Nothing was taken in.',
      );
    }
    const stored = files.get(id);
    if (!here && stored) writer.run(insertAttachmentWhole, { ...stored, id, mediaType, addedAt });
  }
}

function keepCorrespondent(
  { writer, now }: CommandContext,
  pack: ReadPack['pack'],
  { sender, log }: PackContents,
): void {
  writer.run(putCorrespondent, {
    workspaceId: sender.workspaceId,
    role: sender.role,
    name: sender.role === 'organisation' ? sender.organisation : pack.signer.name,
    certificate: new Uint8Array(Buffer.from(sender.receiver, 'base64')),
    auditPublicKey: log ? new Uint8Array(Buffer.from(log.file.publicKey, 'base64')) : null,
    metAt: now.toISOString(),
  });
}

function takeInLog({ reader, writer }: CommandContext, { log }: PackContents): void {
  if (!log) return;
  const { workspaceId } = log.file;
  const known = receivedHead(reader, workspaceId)?.sequence ?? 0;
  for (const chunk of log.events) {
    for (const event of chunk.get()) {
      if (event.sequence > known) writer.run(insertReceivedEvent, { ...loggedEventOf(event), workspaceId });
    }
  }
}

function trustRoot(context: CommandContext, { trust }: PackContents): void {
  if (!trust) return;
  const certificate = new Uint8Array(Buffer.from(trust.root, 'base64'));
  const { fingerprint } = certificateFacts(certificate, readCertificate(certificate));
  const id = context.newId();
  context.writer.run(insertRoot, {
    id,
    purpose: 'signing',
    certificate,
    sha256: fingerprint,
    addedAt: context.now.toISOString(),
  });
  context.record({
    type: 'trust.added',
    subjectId: id,
    detail: { purpose: 'signing', certificateSha256: fingerprint },
  });
}
