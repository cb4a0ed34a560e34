import { describe, expect, it } from 'vitest';
import { commandWords, readLaunch } from '../../../electron/launch.ts';
import { forbiddenSwitches } from '../../../electron/launch-guard.ts';

describe('the app’s own switches', () => {
  it('are read wherever they stand', () => {
    const argv = ['epa-workbench', '--theme=dark', '--screenshot=/tmp/a b.png', 'x', '--size=1280x800', '--drive'];
    expect(readLaunch(argv)).toEqual({
      screenshot: '/tmp/a b.png',
      size: { width: 1280, height: 800 },
      theme: 'dark',
      drive: true,
    });
  });

  it.each(['--size=1280', '--size=9x9', '--size=1280x800x3', '--theme=blue', '--screenshot=', '--drive=1'])(
    'are left out where they make no sense: %s',
    argument => {
      expect(readLaunch(['epa-workbench', argument])).toEqual({
        screenshot: undefined,
        size: undefined,
        theme: undefined,
        drive: false,
      });
    },
  );
});

describe('the switches that a packaged app refuses', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect-brk=0.0.0.0:1',
    '--disable-web-security',
    '--host-rules=MAP * 127.0.0.1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:9',
    '--proxy-pac-url=x',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-seccomp-filter-sandbox',
    '--js-flags=--allow-natives-syntax',
    '--load-extension=/x',
    '--gpu-launcher=/bin/sh',
    '--renderer-cmd-prefix=/bin/sh',
    '--utility-cmd-prefix=/bin/sh',
    '--ignore-certificate-errors',
    '--use-fake-ui-for-media-stream',
    '--log-net-log=/x',
    '--NO-SANDBOX',
    '-no-sandbox',
  ])('include %s', argument => {
    expect(forbiddenSwitches(['--theme=dark', argument, 'file.pdf'])).toEqual([argument]);
  });

  it.each([
    '--screenshot=/tmp/inspect.png',
    '--theme=dark',
    '--size=1280x800',
    '--lang=en-GB',
    '--ozone-platform=wayland',
    '--force-device-scale-factor=2',
    'verify',
    '/home/somebody/report.pdf',
    '/inspect/report.pdf',
    'inspect',
    '',
  ])('do not include %s', argument => {
    expect(forbiddenSwitches([argument])).toEqual([]);
  });

  it('let the test of a build made for it drive the window, and nothing else', () => {
    const argv = ['--drive', '--remote-debugging-port=0', '--no-sandbox', '--remote-debugging-pipe', '--inspect'];
    expect(forbiddenSwitches(argv, true)).toEqual(['--remote-debugging-pipe', '--inspect']);
  });
});

describe('the words of a command', () => {
  it.each([
    [
      ['verify', 'a.pdf', '--json'],
      ['verify', 'a.pdf', '--json'],
    ],
    [
      ['--verify', 'a.pdf', 'b.pdf'],
      ['verify', 'a.pdf', 'b.pdf'],
    ],
    [['--verify=a.pdf'], ['verify', 'a.pdf']],
    [
      ['--drive', '--no-sandbox', '--verify', 'a.pdf'],
      ['verify', 'a.pdf'],
    ],
    [
      ['help', '--verify'],
      ['help', '--verify'],
    ],
    [['--drive'], []],
    [[], []],
  ])('%j are %j', (argv, words) => {
    expect(commandWords(argv)).toEqual(words);
  });
});
