// `node scripts/run.mjs NAME [arguments]` runs scripts/NAME.ts. Plain JavaScript, so that an old Node can still say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [name = ''] = process.argv.splice(2, 1);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `EPA Workbench's scripts need Node 22.18 or newer; this is Node ${process.versions.node}.\n` +
      'On Linux x64 `npm ci` brings a Node of its own, which `npm start`, `npm test` and `npm run …` use. Elsewhere, install one from nodejs.org.',
  );
  process.exit(1);
}
try {
  await import(`./${name}.ts`);
} catch (error) {
  console.error(process.env.EPA_DEBUG ? error : error.message);
  process.exit(1);
}
