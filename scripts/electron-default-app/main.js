// Stands in for Electron's own default app in a runtime that has none: runs the app folder given on the command line,
// after the modules that `-r` names, as Playwright does to hold the app back until it watches.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const [program, ...given] = process.argv;
const required = [];
const switches = [];
let folder;
for (let at = 0; at < given.length; at += 1) {
  if (folder === undefined && given[at] === '-r') required.push(given[++at]);
  else if (folder === undefined && !given[at].startsWith('-')) folder = given[at];
  else switches.push(given[at]);
}

if (folder === undefined) {
  console.log(JSON.stringify(process.versions));
  app.exit(0);
} else {
  try {
    const require = createRequire(import.meta.url);
    for (const file of required) require(path.resolve(file));
    process.argv = [program, folder, ...switches]; // as Electron's own does: the app's arguments after its folder
    await run(path.resolve(folder));
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

/** Awaited to its end, so that "ready" waits for the app's own code, as it does in Electron's default app. */
async function run(appFolder) {
  const {
    name,
    productName = name,
    version,
    main = 'index.js',
  } = JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8'));
  app.setName(productName ?? 'Electron');
  if (version) app.setVersion(version);
  app.setAppPath(appFolder);
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  await import(pathToFileURL(path.join(appFolder, main)).href);
}
