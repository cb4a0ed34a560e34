// electron-builder's afterPack hook. With the fallback Electron (development and tests only) the packed app needs the
// addon that was built for it; an ordinary build keeps the package's own.
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** @param {{ appOutDir: string }} context */
export default async function afterPack({ appOutDir }) {
  const binding = process.env.EPA_SQLITE_BINDING;
  if (!binding) return;
  const resources = path.join(appOutDir, 'resources');
  const prebuilt = 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
  copyFileSync(binding, path.join(resources, prebuilt));
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
}
