import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { inChunks, tones } from '../fixtures/recordings.ts';
import { findAssessment, goToPlace, note, noteLine, noteRow, place, resumeDiscussion, slowChannel } from './desk.ts';
import { expect, launchApp, readyPage, test } from './fixtures.ts';
import { filesUnder } from './machine.ts';

const fakeMicrophone = ['--use-fake-device-for-media-stream'];
/** The most that a crash may cost, in seconds. */
const mostLost = 2;

const level = (page: Page) => page.getByRole('meter', { name: 'Level of the microphone' });
const player = (page: Page) => page.getByRole('region', { name: 'Listening to the recording' });

/** In the discussion under way: consent by keyboard, then record. */
async function recordDiscussion(page: Page): Promise<void> {
  await resumeDiscussion(page);
  await page.getByRole('button', { name: 'Ask for consent…' }).press('Enter');
  await page.getByRole('radio', { name: 'The apprentice consents' }).press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not recorded yet')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+M');
  await expect(noteLine(page)).toBeFocused();
}

/** The recording of the session in view, as the core tells it. */
async function recordingOf(page: Page) {
  const sessionId = await page.evaluate(() => /session\/([0-9a-f-]+)/.exec(location.hash)?.[1] ?? '');
  const reply = await page.evaluate(id => window.api.invoke('session.get', { id }), sessionId);
  if (!reply.ok) throw new Error(reply.error.message);
  type Segment = { id: string; milliseconds: number; end: string | null };
  return { sessionId, segments: (reply.value as { recording: { segments: Segment[] } }).recording.segments };
}

/** Until so many seconds of the running recording are on the disk. */
async function stored(page: Page, seconds: number): Promise<void> {
  await expect
    .poll(async () => (await recordingOf(page)).segments.at(-1)?.milliseconds ?? 0, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(seconds * 1000);
}

test('a recording survives a kill to within two seconds, and a note plays from its place', async ({ userData }) => {
  const killed = await launchApp(userData, fakeMicrophone);
  const page = await readyPage(killed);
  await recordDiscussion(page);
  await expect(level(page)).toBeVisible();
  const begun = Date.now();
  await stored(page, 2);
  await note(page, 'Within the hour, to the lead. #K13');
  await stored(page, 3);
  const ended = new Promise(done => killed.process().once('exit', done));
  killed.process().kill('SIGKILL');
  const seconds = (Date.now() - begun) / 1000;
  await ended;
  for (const { name, bytes } of filesUnder(userData)) expect(bytes.includes('OpusHead'), name).toBe(false);

  const app = await launchApp(userData, fakeMicrophone);
  const again = await readyPage(app);
  await again.getByRole('button', { name: /Open/ }).first().press('Enter');
  await expect(again.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await expect(again.getByText(/The recording is there until \d\d:\d\d\./)).toBeVisible();
  await findAssessment(again, 'Ben Sample');
  await again.keyboard.press('c');
  await expect(again.getByText(/The workbench stopped: the recording is there until \d\d:\d\d/)).toBeVisible();
  const [segment] = (await recordingOf(again)).segments;
  expect(segment?.end).toBe('interrupted');
  expect((segment?.milliseconds ?? 0) / 1000).toBeGreaterThan(seconds - mostLost);

  await noteRow(again, 'Within the hour, to the lead.').focus();
  await again.keyboard.press('a');
  await expect(player(again)).toBeVisible();
  await expect.poll(() => again.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)).toBeGreaterThan(0);
  await again.keyboard.press('F2');
  await expect(player(again).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await app.close();
});

test.describe('with a microphone', () => {
  test.use({ electronArgs: fakeMicrophone });

  test('it pauses with a reason and with the clock, and follows it on', async ({ page, a11y }) => {
    await recordDiscussion(page);
    await expect(level(page)).toHaveAttribute('aria-valuetext', /good|quiet|too loud/);
    await expect(page.getByText('The microphone records', { exact: true })).toBeAttached();
    await a11y();
    await page.keyboard.press('Control+Shift+M');
    await page.keyboard.type('A service user came in');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Paused at \d\d:\d\d: A service user came in/)).toBeVisible();
    await page.keyboard.press('Control+Shift+M');
    await expect(level(page)).toBeVisible();
    await page.keyboard.press('F8');
    await page.keyboard.type('Fire alarm');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Paused for the break at \d\d:\d\d: Fire alarm/)).toBeVisible();
    await page.keyboard.press('F8');
    await expect(level(page)).toBeVisible();
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    await expect(page.getByText(/Stopped at/)).toBeVisible();
    expect((await recordingOf(page)).segments.map(({ end }) => end)).toEqual(['paused', 'break', 'stopped']);
  });

  test('it is listened to at any second and speed, from a note too, while one judges', async ({
    page,
    a11y,
    userData,
  }) => {
    await resumeDiscussion(page);
    await addTones(page);
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Listen to the recording');
    await page.keyboard.press('Enter');
    await expect(player(page)).toBeVisible();
    await page.getByRole('slider', { name: 'Place in the recording' }).fill('40000');
    await expect.poll(() => pitch(page), { timeout: 10_000 }).toBeGreaterThan(toneOf(39));
    expect(await pitch(page)).toBeLessThan(toneOf(46));
    await page.keyboard.press('F3');
    await page.keyboard.press('F3');
    await page.keyboard.press('F3');
    await page.keyboard.press('F3');
    await expect.poll(() => pitch(page), { timeout: 10_000 }).toBeLessThan(toneOf(30));
    await page.keyboard.press('Shift+F2');
    await expect(page.getByRole('button', { name: 'Speed 1.25 times' })).toBeVisible();
    expect(await page.evaluate(() => document.querySelector('audio')?.playbackRate)).toBe(1.25);
    await a11y();

    await goToPlace(page, (await place(page)).replace('session', 'judge'));
    const listen = page.getByRole('button', { name: 'Listen to what this note is about' });
    await listen.first().press('Enter');
    await expect(player(page)).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)).toBeGreaterThan(0);
    await a11y();
    for (const { name, bytes } of filesUnder(userData)) expect(bytes.includes('OpusHead'), name).toBe(false);
  });

  test('an unplugged microphone is said at once; when the computer goes to sleep the recording ends cleanly', async ({
    app,
    page,
  }) => {
    await page.evaluate(() => {
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const getUserMedia = async (wanted: MediaStreamConstraints): Promise<MediaStream> => {
        const stream = await open(wanted);
        addEventListener('unplug', () => stream.getAudioTracks()[0]?.dispatchEvent(new Event('ended')), { once: true });
        return stream;
      };
      Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: getUserMedia });
    });
    await recordDiscussion(page);
    await expect(level(page)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('unplug')));
    await expect(page.getByRole('alert')).toContainText('The microphone is gone: it was unplugged or switched off');
    await expect(page.getByText(/Ended at \d\d:\d\d: The microphone is gone/)).toBeVisible();
    await page.keyboard.press('Control+Shift+M');
    await expect(level(page)).toBeVisible();
    await stored(page, 1);
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
    await expect(page.getByText(/Ended when the workspace was locked or closed, at \d\d:\d\d/)).toBeVisible();
    expect((await recordingOf(page)).segments.map(({ end }) => end)).toEqual(['trouble', 'locked']);
  });

  test('a full disk is said at once; the recording ends and the notes go on', async ({ page, userData }) => {
    const attachments = path.join(userData, 'workspaces', 'demonstration', 'attachments');
    const before = new Set(readdirSync(attachments));
    await recordDiscussion(page);
    await expect.poll(() => readdirSync(attachments).filter(name => !before.has(name)).length).toBe(1);
    const [made = ''] = readdirSync(attachments).filter(name => !before.has(name));
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    await expect(page.getByText(/Stopped at/)).toBeVisible();
    expect(readFileSync(path.join(attachments, made)).includes('OpusHead')).toBe(false);
    await page.keyboard.press('Control+Shift+M');
    await expect(level(page)).toBeVisible();
    const [next = ''] = readdirSync(attachments).filter(name => !before.has(name) && name !== made);
    rmSync(path.join(attachments, next));
    symlinkSync('/dev/full', path.join(attachments, next));
    await expect(page.getByRole('alert').filter({ hasText: 'The recording stopped' })).toBeVisible();
    await expect(level(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Understood' }).press('Enter');
    await noteLine(page).focus();
    await note(page, 'Went on without it.');
    await expect(noteRow(page, 'Went on without it.')).toHaveCount(1);
  });
});

test('a microphone that hears nothing, and a disk that is slow, are said while it goes on recording', async ({
  userData,
}) => {
  const silence = path.join(userData, 'silence.wav');
  writeFileSync(silence, silentWave(30));
  const app = await launchApp(userData, [...fakeMicrophone, `--use-file-for-fake-audio-capture=${silence}`]);
  const page = await readyPage(app);
  await recordDiscussion(page);
  await expect(level(page)).toHaveAttribute('aria-valuetext', 'nothing heard');
  await slowChannel(app, 'recording.append', 4000);
  await expect(page.getByText('The disk is slow: the last seconds are not stored yet.')).toBeVisible();
  await expect(page.getByText('Nothing is heard. Check that the microphone is switched on')).toBeVisible();
  await expect(level(page)).toBeVisible();
  await app.close();
});

test('without a microphone it is said at once, and the notes go on', async ({ page }) => {
  await page.evaluate(() => {
    const none = (): Promise<never> => Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: none });
  });
  await recordDiscussion(page);
  await expect(page.getByRole('alert')).toContainText('No microphone was found. Plug one in, then record again');
  await expect(page.getByText('Not recording', { exact: true })).toBeAttached();
  await noteLine(page).focus();
  await note(page, 'No microphone.');
  await expect(noteRow(page, 'No microphone.')).toHaveCount(1);
});

/** Seconds of silence as a wave file: 16 bits, one channel. */
function silentWave(seconds: number): Buffer {
  const rate = 48_000;
  const wave = Buffer.alloc(44 + seconds * rate * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(wave.length - 8, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate * 2, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(wave.length - 44, 40);
  return wave;
}

/** The tones of a minute, as one more stretch of the recording of the session in view. */
async function addTones(page: Page): Promise<void> {
  const { sessionId } = await recordingOf(page);
  const chunks = inChunks(tones, 30_000).map(chunk => [...chunk]);
  await page.evaluate(
    async ({ id, pieces }) => {
      const ask = async (channel: string, input: unknown): Promise<{ segmentId: string }> => {
        const reply = await window.api.invoke(channel, input);
        if (!reply.ok) throw new Error(reply.error.message);
        return reply.value as { segmentId: string };
      };
      await ask('recording.consent', { sessionId: id, consent: 'given' });
      const { segmentId } = await ask('recording.start', { sessionId: id });
      for (const [sequence, piece] of pieces.entries()) {
        const chunk = new Uint8Array(piece);
        await ask('recording.append', { segmentId, sequence, milliseconds: (sequence + 1) * 9000, chunk });
      }
      const ksbs = ['K3', 'K4', 'K16', 'K17', 'S17', 'S18'];
      await ask('note.add', { sessionId: id, kind: 'answer', body: 'Low, then higher.', ksbs, followsId: null });
      await ask('recording.end', { segmentId, end: 'stopped', reason: null });
    },
    { id: sessionId, pieces: chunks },
  );
  await noteLine(page).focus();
  await note(page, 'The tones are there.');
  await expect(noteRow(page, 'The tones are there.')).toHaveCount(1);
}

const toneOf = (second: number): number => 300 + 40 * second;

/** The strongest frequency of what is played at this moment, in hertz. */
async function pitch(page: Page): Promise<number> {
  return page.evaluate(async () => {
    type Ears = { analyser: AnalyserNode; rate: number };
    const kept = window as unknown as { ears?: Ears };
    const audio = document.querySelector('audio');
    if (!kept.ears && audio) {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 16_384;
      analyser.smoothingTimeConstant = 0;
      context.createMediaElementSource(audio).connect(analyser);
      analyser.connect(context.destination);
      kept.ears = { analyser, rate: context.sampleRate };
      await new Promise(done => setTimeout(done, 600));
    }
    if (!kept.ears) return 0;
    const { analyser, rate } = kept.ears;
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    return (bins.indexOf(Math.max(...bins)) * rate) / analyser.fftSize;
  });
}
