import { rmSync } from 'node:fs';
import type { Output } from '../../../shared/contract.ts';
import type { SenderFile } from '../../../shared/domain/packs/pack-content.ts';
import type { PackKind } from '../../../shared/domain/packs/pack-kinds.ts';
import { AppError } from '../../../shared/errors.ts';
import { type AuditHead, auditHead } from '../../core/audit.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../core/contexts.ts';
import { uuid7 } from '../../core/uuid.ts';
import { type FileToPack, writePack } from '../../packs/write-pack.ts';
import { buildSignedData, type SigningIdentity, sha256 } from '../../signing/cms.ts';
import { organisationSeal } from '../authority.ts';
import { ownIdentity } from '../identities.ts';
import { fingerprintOf } from '../identity-rows.ts';
import { roleOf } from '../roles.ts';
import { insertPack, insertPackAssessment } from './pack-lines.ts';
import { receiverKey } from './receiver-keys.ts';
import { jsonFile } from './shared-files.ts';

/** A pack to be written. */
export interface Outgoing {
  readonly kind: PackKind;
  readonly to: { readonly name: string; readonly workspaceId: string | null };
  readonly assessmentIds: readonly string[];
  readonly practice: boolean;
  readonly suggestedName: string;
  /** The certificate that it is encrypted to; null writes it in plain. */
  readonly encryptTo: Uint8Array | null;
  readonly files: (context: QueryContext, head: AuditHead) => Iterable<FileToPack>;
  /** What else is recorded with the pack. */
  readonly recorded?: (context: CommandContext, packId: string) => void;
}

type Written = Output<'pack.assign'>;

/** Asks where, writes the pack there, and records it. Null when nobody chose a place. Throws AppError `pack.overtaken` where something was recorded meanwhile. */
export async function sendPack(context: TaskContext, outgoing: Outgoing): Promise<Written> {
  const identity = await senderIdentity(context);
  const receiver = await receiverKey(context);
  const destination = await context.dialogs.saveFile('Save the pack', `${outgoing.suggestedName}.epapack`);
  if (destination === null) return null;
  const id = uuid7(context.now);
  const head = context.query(({ reader }) => auditHead(reader));
  const written = await context.runBatch(signal =>
    write(context, { id, destination, identity, receiver, head, outgoing, signal }),
  );
  try {
    context.command(command => {
      if (auditHead(command.reader).head !== head.head) {
        throw new AppError(
          'pack.overtaken',
          'Something was recorded while the pack was being written, so it is not complete. It was removed; write it again.',
        );
      }
      keepSent(command, { id, outgoing, identity, head, sha256: written.sha256 });
    });
  } catch (error) {
    rmSync(destination, { force: true });
    throw error;
  }
  return { file: destination, sha256: written.sha256, sizeBytes: written.bytes, files: written.files };
}

interface Writing {
  readonly id: string;
  readonly destination: string;
  readonly identity: SigningIdentity;
  /** The key that packs to this workspace are encrypted to. */
  readonly receiver: SigningIdentity;
  readonly head: AuditHead;
  readonly outgoing: Outgoing;
  readonly signal: AbortSignal;
}

function write(context: TaskContext, { id, destination, identity, receiver, head, outgoing, signal }: Writing) {
  const { files, info } = context.query(query => ({
    files: withSender(query, outgoing, receiver, head),
    info: {
      kind: outgoing.kind,
      id,
      organisation: query.workspace.organisation,
      workspaceId: query.workspace.id,
      madeAt: context.now.toISOString(),
      practice: outgoing.practice,
      software: 'EPA Workbench',
    },
  }));
  const sign = (tagManifest: Buffer): Buffer => buildSignedData(sha256(tagManifest), identity);
  const progress = (done: number): void => context.progress(done, 0, `Writing: ${done} files`);
  return writePack(
    destination,
    { info, files, sign },
    {
      progress,
      signal,
      ...(outgoing.encryptTo && { recipientCertificate: outgoing.encryptTo }),
    },
  );
}

function* withSender(
  context: QueryContext,
  { to, files }: Outgoing,
  receiver: SigningIdentity,
  head: AuditHead,
): Generator<FileToPack> {
  const { workspace, reader } = context;
  const role = roleOf(reader);
  const sender: SenderFile = {
    schema: 'epa-pack/1',
    workspaceId: workspace.id,
    role,
    name: senderName(context),
    organisation: workspace.organisation,
    to: to.name,
    receiver: Buffer.from(receiver.chain[0]).toString('base64'),
    demonstration: workspace.practice,
  };
  yield jsonFile('sender.json', () => sender);
  yield* files(context, head);
}

/** In whose name packs leave this workspace: the organisation's where it is one, else the person's. */
const senderName = ({ reader, workspace }: QueryContext): string =>
  roleOf(reader) === 'organisation' ? workspace.organisation : workspace.ownerName;

/** An organisation signs with its seal, an assessor with their own identity. Throws AppError `authority.none`. */
async function senderIdentity(context: TaskContext): Promise<SigningIdentity> {
  if (context.query(({ reader }) => roleOf(reader)) === 'assessor') return ownIdentity(context);
  const seal = await organisationSeal(context);
  if (seal) return seal;
  throw new AppError(
    'authority.none',
    'The organisation signs packs with its seal, and this workspace has no authority yet. Make one in the settings first.',
  );
}

interface Sent extends Pick<Writing, 'id' | 'outgoing' | 'identity' | 'head'> {
  readonly sha256: string;
}

function keepSent(command: CommandContext, { id, outgoing, identity, head, sha256: hash }: Sent): void {
  const signedBy = senderName(command);
  const { kind, to, assessmentIds, encryptTo, recorded } = outgoing;
  const { writer, now } = command;
  const at = now.toISOString();
  const { sequence: auditSequence, head: auditHash } = head;
  const certificateSha256 = fingerprintOf(identity.chain[0]);
  const kept = {
    id,
    kind,
    workspaceId: to.workspaceId,
    counterpart: to.name,
    certificateSha256,
    madeAt: at,
    handledAt: at,
  };
  writer.run(insertPack, {
    ...kept,
    direction: 'sent',
    signedBy,
    auditSequence,
    auditHead: auditHash,
  });
  for (const assessmentId of assessmentIds) writer.run(insertPackAssessment, { packId: id, assessmentId });
  recorded?.(command, id);
  const detail = { kind, sha256: hash, assessments: assessmentIds.length, encrypted: encryptTo !== null };
  command.record({ type: 'pack.written', subjectId: id, detail });
}
