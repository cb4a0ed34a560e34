/** How the app was asked to start, beside what Electron and Chromium read for themselves. */
export interface Launch {
  /** A PNG file to write what the window shows to; the app then ends. */
  readonly screenshot: string | undefined;
  /** The size of the window's content in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly theme: 'dark' | 'light' | undefined;
  /** The caller is the project's own test of the packaged app. */
  readonly drive: boolean;
}

/** Reads the app's own switches: `--screenshot=FILE`, `--size=1280x800`, `--theme=dark|light` and `--drive`. */
export function readLaunch(argv: readonly string[]): Launch {
  const size = /^(\d{3,4})x(\d{3,4})$/.exec(switchValue(argv, 'size') ?? '');
  const theme = switchValue(argv, 'theme');
  return {
    screenshot: switchValue(argv, 'screenshot') || undefined,
    size: size ? { width: Number(size[1]), height: Number(size[2]) } : undefined,
    theme: theme === 'dark' || theme === 'light' ? theme : undefined,
    drive: argv.includes('--drive'),
  };
}

/**
 * The words of a command among the arguments: behind the two switches that only a test's build gets this far with, and
 * with `--verify FILE…`, as it may stand in a file manager's menu, for `verify FILE…`.
 */
export function commandWords(argv: readonly string[]): readonly string[] {
  const own = argv.findIndex(argument => argument !== '--drive' && argument !== '--no-sandbox');
  const [first, ...rest] = own < 0 ? [] : argv.slice(own);
  if (first === undefined) return [];
  return first.startsWith('--verify=')
    ? ['verify', first.slice('--verify='.length), ...rest]
    : [first.replace(/^--verify$/, 'verify'), ...rest];
}

function switchValue(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return argv.find(argument => argument.startsWith(prefix))?.slice(prefix.length);
}
