import { statSync } from 'node:fs';
import path from 'node:path';
import type { PackPreview } from '../../../shared/contract/packs.ts';
import type { QueryContext, TaskContext } from '../../core/contexts.ts';
import { type OpenPack, openPack } from '../../packs/open-pack.ts';
import { certificateFacts, fingerprintOf } from '../identity-rows.ts';
import { believed } from '../trust-rows.ts';
import { isVouchedByOwnRoot, itemsOf, refusalOf } from './judging.ts';
import { type PackContents, readContents } from './pack-contents.ts';
import { packById } from './pack-lines.ts';
import { heldReceiver } from './receiver-keys.ts';

/** Opens a pack, checks all of it, and hands it to `work`; it is closed afterwards. Throws AppError `pack.…`. */
export async function withPack<T>(
  context: TaskContext,
  file: string,
  work: (pack: OpenPack, contents: PackContents) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const name = path.basename(file);
  const pack = await openPack(file, {
    authorities: context.query(({ reader }) => believed(reader)),
    signers: 'anybody',
    receivers: context.query(({ reader }) => heldReceiver(reader)),
    progress: (bytes, of) => context.progress(bytes, of, `Checking ${name}`),
    ...(signal && { signal }),
  });
  try {
    const contents = await readContents(pack, (done, total) => context.progress(done, total, `Reading ${name}`));
    return await work(pack, contents);
  } finally {
    await pack.close();
  }
}

const trustWords: Readonly<Record<OpenPack['signer']['trust'], string>> = {
  trusted: 'The certificate was issued by an authority that is trusted here.',
  'self-signed': 'Nobody but the sender vouches for the certificate.',
  'unknown issuer': 'The certificate was issued by an authority that is not trusted here.',
  'expired at signing': 'The certificate was not valid when the pack was made.',
  revoked: 'The certificate was withdrawn before the pack was made.',
};

/** What a pack holds and how it stands to this workspace. */
export function previewOf(context: QueryContext, file: string, pack: OpenPack, contents: PackContents): PackPreview {
  const { info, signer, tagManifestSha256 } = pack;
  const refusal = refusalOf(context, pack, contents);
  return {
    file,
    fileName: path.basename(file),
    kind: info.kind,
    id: info.id,
    madeAt: info.madeAt,
    practice: info.practice,
    encrypted: info.recipient !== undefined,
    sizeBytes: statSync(file).size,
    organisation: info.organisation,
    sender: contents.sender.name,
    signer: {
      name: signer.name,
      trusted: signer.trust === 'trusted',
      trustWords: trustWords[signer.trust],
      fingerprint: fingerprintOf(signer.certificateDer),
      remarks: [...signer.remarks],
    },
    tagManifestSha256,
    offeredRoot: offeredRoot(pack, contents),
    refusal,
    takenInAt: takenInAt(context, info.id),
    items: refusal === null ? itemsOf(context, pack, contents) : [],
  };
}

function offeredRoot(pack: OpenPack, contents: PackContents): PackPreview['offeredRoot'] {
  if (pack.signer.trust === 'trusted' || contents.trust === null || !isVouchedByOwnRoot(pack, contents)) return null;
  const { subject, fingerprint } = certificateFacts(Buffer.from(contents.trust.root, 'base64'));
  return { subject, fingerprint };
}

function takenInAt({ reader }: QueryContext, id: string): string | null {
  const known = packById(reader, id);
  return known?.direction === 'received' ? known.handledAt : null;
}
