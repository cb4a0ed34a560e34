import { resourceUsage } from 'node:process';
import { readContents } from '../../../electron/features/exchange/pack-contents.ts';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { AppError } from '../../../shared/errors.ts';

/** Opens one pack of anybody's and reads all that is in it, in a process of its own: `read-alone PACK`. */
const [file = ''] = process.argv.slice(2);

let outcome = 'accepted';
try {
  const pack = await openPack(file, { authorities: {}, signers: 'anybody' });
  await readContents(pack);
  await pack.close();
} catch (error) {
  outcome = error instanceof AppError ? error.code : `crashed: ${error}`;
}
console.log(JSON.stringify({ outcome, peakMegabytes: Math.round(resourceUsage().maxRSS / 1024) }));
