import { GlobalWindow } from 'happy-dom';
import { populateGlobal } from 'vitest/runtime';

// A page over modules as Node loads them, so that the workbench's core, which reads files beside its own, runs in the same
// test as parts of the window. Imported before React, by tests of `@vitest-environment node`.
populateGlobal(globalThis, new GlobalWindow({ url: 'http://localhost/' }), { bindFunctions: true });
