import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRoute, printRoute, type Route } from '../../../renderer/routes.ts';

const id = fc.string({ minLength: 1, maxLength: 40 }).filter(text => text !== 'new');
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { page: 'home' },
    { page: 'apprentices' },
    { page: 'newApprentice' },
    { page: 'standards' },
    { page: 'importStandard' },
    { page: 'verify' },
    { page: 'dfe' },
    { page: 'dfeWritten' },
    { page: 'settings' },
  ),
  fc.record({ page: fc.constantFrom('apprentices', 'assessment', 'session', 'standard', 'plan'), id }),
  fc.record({ page: fc.constant('standard'), id, item: id }),
  fc.record({ page: fc.constant('planEditor'), id }),
  fc.record({ page: fc.constant('planEditor'), id, section: id }),
  fc.record({ page: fc.constant('judge'), sessionId: id }),
  fc.record({ page: fc.constant('report'), subject: fc.record({ kind: fc.constant('method'), sessionId: id }) }),
  fc.record({ page: fc.constant('report'), subject: fc.record({ kind: fc.constant('overall'), assessmentId: id }) }),
);

describe('routes', () => {
  test('every route is read back from its own link, whatever its id holds', () => {
    fc.assert(
      fc.property(route, each => {
        expect(parseRoute(printRoute(each))).toEqual(each);
      }),
    );
  });

  test('an empty address is Home', () => {
    expect(['', '#', '#/'].map(parseRoute)).toEqual(Array(3).fill({ page: 'home' }));
  });

  test.each([
    '#/nowhere',
    '#/assessment',
    '#/assessment/',
    '#/assessment/1/2',
    '#/report/1',
    '#/report/other/1',
    '#/settings/1',
    '#/session/%E0%A4%A',
    '#/constructor',
    '#/../etc',
  ])('%s leads nowhere', hash => {
    expect(parseRoute(hash)).toBeUndefined();
  });

  test('no text makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() => parseRoute(text)).not.toThrow();
      }),
    );
  });
});
