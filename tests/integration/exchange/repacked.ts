import path from 'node:path';
import { heldIdentity } from '../../../electron/features/identity-rows.ts';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { writePack } from '../../../electron/packs/write-pack.ts';
import { buildSignedData, sha256 } from '../../../electron/signing/cms.ts';
import type { TestBench } from '../workbench.ts';

/** A pack with some of its text changed and signed anew by the workspace's owner: what a cheating sender could make. */
export async function repacked(
  bench: TestBench,
  file: string,
  change: (name: string, text: string) => string,
): Promise<string> {
  const identity = await bench.workbench.task(async context =>
    context.query(({ reader, workspace }) => heldIdentity(reader, workspace.ownerId)),
  );
  if (!identity) throw new Error('the owner signs with nothing');
  const authorities = { roots: [], timestampRoots: [], revocationLists: [] };
  const pack = await openPack(file, { authorities, signers: 'anybody' });
  const files = pack.files.map(({ path: name, bytes }) => ({
    path: name,
    open: async () => {
      const content = await pack.read(name, bytes);
      return /\.jsonl?$/.test(name) ? Buffer.from(change(name, content.toString())) : content;
    },
  }));
  const made = path.join(path.dirname(file), `changed-${path.basename(file)}`);
  await writePack(made, { info: pack.info, files, sign: manifest => buildSignedData(sha256(manifest), identity) });
  await pack.close();
  return made;
}
