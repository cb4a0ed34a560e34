/** Beginnings of Chromium and Node switches that would open the app to other programs or take its protections away. */
const forbidden: readonly string[] = [
  'allow-file-access',
  'allow-insecure',
  'allow-running-insecure-content',
  'auto-',
  'browser-subprocess-path',
  'debug',
  'disable-features',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp',
  'disable-setuid-sandbox',
  'disable-site-isolation',
  'disable-web-security',
  'enable-blink-features',
  'enable-features',
  'experimental',
  'explicitly-allowed-ports',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'inspect',
  'js-flags',
  'load-extension',
  'log-net-log',
  'net-log',
  'no-sandbox',
  'ppapi-',
  'proxy-',
  'remote-allow-origins',
  'remote-debugging',
  'renderer-cmd-prefix',
  'renderer-process-limit',
  'renderer-startup-dialog',
  'single-process',
  'unsafely-',
  'use-fake-ui-for-media-stream',
  'use-file-for-fake',
  'utility-cmd-prefix',
  'wait-for-debugger',
];

/** What the project's own test of the packaged app needs: to drive the window, also where no sandbox can work. */
const driving: readonly string[] = ['remote-debugging-port', 'no-sandbox'];

/** The name of a switch as Chromium reads it: after one or two dashes, on Windows also a slash, up to the `=`. */
function switchName(argument: string): string | undefined {
  const mark = process.platform === 'win32' ? /^(?:--?|\/)([A-Za-z][^=]*)/ : /^--?([A-Za-z][^=]*)/;
  return mark.exec(argument)?.[1]?.toLowerCase();
}

/**
 * The switches among `argv` that a packaged app refuses to run with; no fuse closes these doors.
 *
 * `drivable` is the one way round, for the test of the packaged app: true only where the build was made by
 * `npm run dist:dir` (which writes `drivable` into its package.json; installers never have it) and the caller
 * said `--drive`. It lets `--remote-debugging-port` and `--no-sandbox` pass and nothing else.
 */
export function forbiddenSwitches(argv: readonly string[], drivable = false): readonly string[] {
  return argv.filter(argument => {
    const name = switchName(argument);
    if (name === undefined || (drivable && driving.includes(name))) return false;
    return forbidden.some(beginning => name.startsWith(beginning));
  });
}
