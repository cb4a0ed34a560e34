import { readFileSync } from 'node:fs';
import { resourceUsage } from 'node:process';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { AppError } from '../../../shared/errors.ts';

/** Opens one pack in a process of its own and says how it went and how much memory it took at most: `open-alone PACK ROOT.der`. */
const [file = '', root = ''] = process.argv.slice(2);
const authorities = { trustedRoots: [readFileSync(root)] };

let outcome = 'accepted';
try {
  const pack = await openPack(file, { authorities, signers: 'trusted' });
  for (const { path } of pack.files)
    for await (const piece of pack.stream(path)) if (piece.length === 0) outcome = 'empty piece';
  await pack.close();
} catch (error) {
  outcome = error instanceof AppError ? error.code : `crashed: ${error}`;
}
console.log(JSON.stringify({ outcome, peakMegabytes: Math.round(resourceUsage().maxRSS / 1024) }));
