// Takes a pack in at an organisation's workspace, alone in a process: prints milliseconds and the memory in MiB that the
// process took at most. `import-alone.ts USERDATA FOLDER FILE ASSESSMENTS`
import { resourceUsage } from 'node:process';
import { startCore } from './core.ts';
import { passphrase } from './one-result.ts';

const [userData = '', folder = '', file = '', assessments = ''] = process.argv.slice(2);
const { ask, workbench } = startCore(userData);
await ask('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase } });
const { tagManifestSha256, refusal } = await ask('pack.preview', { file });
if (refusal !== null) throw new Error(refusal);
const started = performance.now();
const { taken, left } = await ask('pack.takeIn', { file, tagManifestSha256 });
const ms = performance.now() - started;
workbench.close();
if (left.length > 0 || taken < Number(assessments)) throw new Error(`${left.length} left: ${left[0]?.why}`);
console.log(JSON.stringify({ ms, peakMiB: resourceUsage().maxRSS / 1024 }));
