import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

/** Loaded from node_modules at run time, not bundled: native code, files read by path, and Node and Electron themselves. */
const external = [
  /^node:/,
  ...builtinModules,
  'electron',
  'better-sqlite3',
  /^pdfmake(\/.*)?$/,
  'reflect-metadata',
  '@peculiar/x509',
  'hash-wasm',
];

export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react(), pdfParts()],
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        sourcemap: true,
        // A data: URL for a font or a worker would need holes in the content security policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000, // kB; the page comes from the disk, not over a network
      },
    },
    main: privileged('main', 'es', { main: 'main.ts', background: 'background/worker.ts' }),
    preload: privileged('preload', 'cjs', { preload: 'preload.ts' }),
  },
  builder: {
    async buildApp(builder) {
      const { client, main, preload } = builder.environments;
      for (const environment of [client, main, preload]) if (environment) await builder.build(environment);
    },
  },
});

/** What pdf.js loads by name while it draws: the fonts that a PDF may leave out, and decoders for scans (JPEG 2000, JBIG2) without WebAssembly, which the page's policy forbids; with their licences. */
function pdfParts(): Plugin {
  const wanted = [
    { folder: 'standard_fonts', fits: /^/ },
    { folder: 'wasm', fits: /_nowasm_fallback\.js$|^LICENSE_.*(?:OPENJPEG|JBIG2)$/ },
  ];
  return {
    name: 'pdf-parts',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const { folder, fits } of wanted) {
        const from = at(`node_modules/pdfjs-dist/${folder}/`);
        for (const name of readdirSync(from).filter(each => fits.test(each))) {
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(`${from}${name}`) });
        }
      }
    },
  };
}

function at(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** Bundles in one flat folder: code that reads `../../resources/` finds it from `electron/x/y.ts` and from `out/main/`. */
function privileged(
  folder: 'main' | 'preload',
  format: 'es' | 'cjs',
  entries: Readonly<Record<string, string>>,
): EnvironmentOptions {
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: at(`out/${folder}`),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(`electron/${file}`)])),
        external,
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name].${extension}` },
      },
    },
  };
}
