import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { coverageOf } from '../../../shared/domain/coverage.ts';
import { coverageOutlook, fitWords, outlookWords, timeFit } from '../../../shared/domain/coverage-outlook.ts';
import { activityObstacles } from '../../../shared/domain/mandatory-activities.ts';
import { lastDayOf, splitObstacles, splitRefusal, splitWords } from '../../../shared/domain/session-split.ts';
import { type SessionStop, stopInWords, stopObstacles, withheldBecause } from '../../../shared/domain/session-stops.ts';
import { ledgerTimes } from '../../../shared/domain/time-ledger.ts';
import { aMethod, aNote, aStretch } from './plans.ts';

const allowing = (withinWorkingDays?: number) =>
  aMethod({
    split: { allowed: true, reasons: ['For comfort'], ...(withinWorkingDays ? { withinWorkingDays } : {}) },
  });
/** A Friday. */
const friday = '2026-11-20T10:00:00.000Z';

describe('splitting a session', () => {
  it.each([
    [allowing(1), null],
    [aMethod(), 'does not allow'],
    [aMethod({ split: null }), 'says nothing'],
  ])('is refused where the plan does not allow it', (method, words) => {
    if (words === null) expect(splitRefusal(method)).toBeNull();
    else expect(splitRefusal(method)).toContain(words);
  });

  it.each([
    [allowing(1), '2026-11-20'],
    [allowing(2), '2026-11-23'],
    [allowing(5), '2026-11-26'],
    [allowing(), null],
    [aMethod(), '2026-11-20'],
    [aMethod({ split: null }), null],
  ])('has a last day, counted in working days from the first', (method, day) => {
    expect(lastDayOf(method, friday)).toBe(day);
  });

  it('past its last day has to be explained, once', () => {
    const ledger = [aStretch({ startedAt: friday }), aStretch({ startedAt: '2026-11-23T10:00:00.000Z' })];
    expect(splitObstacles(allowing(1), ledger, '').map(({ rule }) => rule)).toEqual(['splitTooLong']);
    expect(splitObstacles(allowing(1), ledger, 'The school closed early')).toEqual([]);
    expect(splitObstacles(allowing(2), ledger, '')).toEqual([]);
    expect(splitObstacles(allowing(1), [], '')).toEqual([]);
  });

  it('is told as the plan has it', () => {
    expect(splitWords(allowing(1))).toBe(
      'The plan allows the session to be split within the same working day, for these reasons: For comfort.',
    );
    expect(splitWords(aMethod())).toBe('');
  });

  test('never asks for a reason while everything is held on the first day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 13 })), hours => {
        const ledger = hours.map(hour =>
          aStretch({ startedAt: `2026-11-20T${String(hour + 8).padStart(2, '0')}:00:00.000Z` }),
        );
        return splitObstacles(allowing(1), ledger, '').length === 0;
      }),
    );
  });
});

describe('activities that must occur', () => {
  const method = aMethod({ conditions: { ...aMethod().conditions, mandatoryActivities: ['Triage', 'Log'] } });
  it.each([
    [[], '', 2],
    [['Log'], '', 1],
    [['Log', 'Triage'], '', 0],
    [[], 'None came in', 0],
  ])('need the reason where %j was seen and %j was said', (seen, reason, count) => {
    expect(activityObstacles(method, new Set(seen), reason)).toHaveLength(count);
  });
});

const aStop = (changes: Partial<SessionStop> = {}): SessionStop => ({
  id: 's',
  kind: 'malpractice',
  stoppedAt: '2026-11-20T14:05:00.000Z',
  record: { noticedAt: '14:00', what: 'A note was read out', done: 'Kept', told: 'The organisation' },
  decision: null,
  ...changes,
});

describe('a stop', () => {
  const by = 'Lee Lead';
  it.each([
    ['open', null, /Record what the organisation decided/],
    ['upheld', { outcome: 'upheld', reason: 'r', by } as const, /Declare the attempt void/],
  ])('for malpractice that is %s withholds the result', (_, decision, words) => {
    expect(withheldBecause([aStop({ decision })])).toMatch(words);
  });

  it('for anything else, or for what was unfounded, withholds nothing', () => {
    expect(withheldBecause([aStop({ kind: 'illness' })])).toBeNull();
    expect(withheldBecause([aStop({ decision: { outcome: 'unfounded', reason: 'r', by } })])).toBeNull();
  });

  it('stands in the way until it is recorded', () => {
    expect(stopObstacles([aStop(), aStop({ record: null })])).toHaveLength(1);
  });

  it('reads in plain words', () => {
    expect(stopInWords(aStop({ decision: { outcome: 'unfounded', reason: 'Own notes', by } }))).toBe(
      'Suspected malpractice, stopped at 14:05, noticed at 14:00: A note was read out. Done: Kept. Told: The organisation. Decided by Lee Lead: unfounded, Own notes.',
    );
  });
});

describe('the outlook', () => {
  const method = aMethod();
  const asked = [aNote('q', { kind: 'question', ksbs: ['K1'] }), aNote('a', { followsId: 'q' })];
  const coverage = coverageOf(method, asked);

  it('takes what is enough for seen and tells what no question reaches', () => {
    const outlook = coverageOutlook(coverage, new Set(['S1']), [{ ksbs: ['K9'] }]);
    expect(outlook).toEqual({ missing: ['K2'], reached: [], unreached: ['K2'], questions: 2 });
    expect(outlookWords(outlook)).toBe(
      '2 questions still to be asked. 1 KSB not seen yet: no question left reaches them.',
    );
  });

  test('parts what is missing into what questions reach and what they do not', () => {
    const codes = fc.subarray(['K1', 'K2', 'S1']);
    fc.assert(
      fc.property(codes, codes, (enough, left) => {
        const { missing, reached, unreached } = coverageOutlook(coverage, new Set(enough), [{ ksbs: left }]);
        expect([...reached, ...unreached].toSorted()).toEqual([...missing].toSorted());
        expect(missing.some(code => enough.includes(code))).toBe(false);
      }),
    );
  });

  const clockAfter = (minutes: number) =>
    ledgerTimes(
      [aStretch({ endedAt: null })],
      new Date(Date.parse('2026-11-21T14:00:00.000Z') + minutes * 60_000).toISOString(),
    );
  it.each([
    [10, true],
    [55, false],
  ])('after %i of 60 minutes the missing questions fit: %j', (minutes, fits) => {
    const outlook = coverageOutlook(coverage, new Set(), []);
    const fit = timeFit(method, outlook, asked, { times: clockAfter(minutes), adjustmentPercent: 0 });
    expect(fit).toMatchObject({ fits, questions: 2, secondsEach: 300, leftSeconds: (60 - minutes) * 60 });
    if (fit) expect(fitWords(fit) === null).toBe(fits);
  });

  it('is silent where the plan leaves the time open, and counts extra time', () => {
    const open = aMethod({ parts: [{ key: 'talk', name: 'Discussion', minutes: null }] });
    const outlook = coverageOutlook(coverage, new Set(), []);
    expect(timeFit(open, outlook, asked, { times: clockAfter(55), adjustmentPercent: 0 })).toBeNull();
    expect(timeFit(method, outlook, asked, { times: clockAfter(55), adjustmentPercent: 25 })?.fits).toBe(true);
  });
});
