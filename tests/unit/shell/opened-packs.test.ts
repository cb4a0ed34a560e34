import { describe, expect, it } from 'vitest';
import { openedPacks, packsAmong, passedOn } from '../../../electron/opened-packs.ts';

describe('packs that the app is started with', () => {
  it('are the words that end like packs, seen from the caller’s folder', () => {
    const words = ['--theme=dark', 'results.epapack', '/media/stick/A B.EPAPACK', 'report.pdf', '--x=y.epapack', '.'];
    expect(packsAmong(words, '/home/olive')).toEqual(['/home/olive/results.epapack', '/media/stick/A B.EPAPACK']);
  });

  it('are taken from another start of the app only as full paths', () => {
    expect(passedOn({ packs: ['/a.epapack', 'b.epapack', 7] })).toEqual(['/a.epapack']);
    for (const nothing of [undefined, null, 'packs', {}, { packs: '/a.epapack' }])
      expect(passedOn(nothing)).toEqual([]);
  });

  it('wait until the window asks, and are handed over once', () => {
    let told = 0;
    const waiting = openedPacks(() => {
      told += 1;
    });
    waiting.add([]);
    waiting.add(['/a.epapack']);
    waiting.add(['/a.epapack', '/b.epapack']);
    expect(told).toBe(2);
    expect(waiting.take()).toEqual(['/a.epapack', '/b.epapack']);
    expect(waiting.take()).toEqual([]);
  });
});
