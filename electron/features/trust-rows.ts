import { z } from 'zod';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { readRevocationList } from '../signing/revocation-list.ts';
import type { VerifyOptions } from '../signing/verify-pdf.ts';
import { authorityOf } from './authority-rows.ts';

const bytes = z.instanceof(Uint8Array);
const rootRow = z.strictObject({
  id: z.string(),
  purpose: z.enum(['signing', 'timestamps']),
  certificate: bytes,
  sha256: z.string(),
  addedAt: z.string(),
});
const everyRoot = read()(
  'SELECT id, purpose, certificate, sha256, added_at FROM trusted_root ORDER BY added_at, id',
  rootRow,
);
export const insertRoot = write<{
  id: string;
  purpose: 'signing' | 'timestamps';
  certificate: Uint8Array;
  sha256: string;
  addedAt: string;
}>(
  'INSERT INTO trusted_root (id, purpose, certificate, sha256, added_at) VALUES (@id, @purpose, @certificate, @sha256, @addedAt) ON CONFLICT DO NOTHING',
);
export const deleteRoot = write<{ id: string }>('DELETE FROM trusted_root WHERE id = @id');

const listRow = z.strictObject({
  id: z.string(),
  issuer: z.string(),
  list: bytes,
  listedAt: z.string(),
  nextUpdate: z.string().nullable(),
});
const everyList = read()(
  'SELECT id, issuer, list, listed_at, next_update FROM revocation_list ORDER BY issuer',
  listRow,
);
const oneList = read<{ issuer: string }>()(
  'SELECT id, issuer, list, listed_at, next_update FROM revocation_list WHERE issuer = @issuer',
  listRow,
);
const putList = write<{
  id: string;
  issuer: string;
  list: Uint8Array;
  listedAt: string;
  nextUpdate: string | null;
  addedAt: string;
}>(
  'INSERT INTO revocation_list (id, issuer, list, listed_at, next_update, added_at) VALUES (@id, @issuer, @list, @listedAt, @nextUpdate, @addedAt) ON CONFLICT (issuer) DO UPDATE SET list = excluded.list, listed_at = excluded.listed_at, next_update = excluded.next_update, added_at = excluded.added_at WHERE excluded.listed_at >= listed_at',
);

/** The authorities that somebody chose to trust. */
export const trustedRoots = (reader: Reader) => reader.all(everyRoot, {});
/** The revocation lists that the workspace goes by, one for each issuer. */
export const revocationLists = (reader: Reader) => reader.all(everyList, {});
/** The list of the issuer with this name, or undefined. */
export const listOfIssuer = (reader: Reader, issuer: string) => reader.one(oneList, { issuer });

/** Keeps a revocation list; an older one than is there changes nothing. The number of withdrawn certificates in it is told. */
export function keepList(
  { writer, newId, now }: CommandContext,
  list: Uint8Array,
): { readonly issuer: string; readonly revoked: number } {
  const { issuer, thisUpdate, nextUpdate, revoked } = readRevocationList(list);
  writer.run(putList, {
    id: newId(),
    issuer: issuer.text,
    list,
    listedAt: thisUpdate.toISOString(),
    nextUpdate: nextUpdate?.toISOString() ?? null,
    addedAt: now.toISOString(),
  });
  return { issuer: issuer.text, revoked: revoked.size };
}

/** Whom this workspace believes: its own authority, those that were added, and the revocation lists. */
export function believed(reader: Reader): Required<VerifyOptions> {
  const roots = trustedRoots(reader);
  const own = authorityOf(reader);
  const of = (purpose: string) => roots.filter(root => root.purpose === purpose).map(root => root.certificate);
  return {
    trustedRoots: [...(own ? [own.chain[0]] : []), ...of('signing')],
    timestampRoots: of('timestamps'),
    revocationLists: revocationLists(reader).map(({ list }) => list),
  };
}
