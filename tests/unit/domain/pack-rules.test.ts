import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BoardFacts, boardPlace } from '../../../shared/domain/packs/board-stage.ts';
import { chainStanding, chainTrouble } from '../../../shared/domain/packs/chain-standing.ts';
import { type ResultFacts, standingOfAssigned, standingOfResult } from '../../../shared/domain/packs/standing.ts';

const facts: ResultFacts = {
  isHere: true,
  differs: true,
  missing: 0,
  keptBy: 'sender',
  isOlder: false,
  fault: null,
};

test.each<[string, Partial<ResultFacts>, string]>([
  ['nothing of it is here', { isHere: false }, 'new'],
  ['it is here word for word', { differs: false }, 'same'],
  ['its assessor sends it on', {}, 'changed'],
  ['a later record is here', { isOlder: true }, 'older'],
  ['it is kept here', { keptBy: 'here' }, 'conflicting'],
  ['it was given to somebody else', { keptBy: { name: 'Avery Fictional' } }, 'conflicting'],
  ['parts of it are gone', { missing: 1 }, 'conflicting'],
  ['something speaks against it', { isHere: false, fault: 'The grade is wrong.' }, 'conflicting'],
])('of a result: where %s', (_, changes, standing) => {
  const judged = standingOfResult({ ...facts, ...changes });
  expect(judged.standing).toBe(standing);
  expect(judged.why !== null).toBe(standing === 'conflicting' || standing === 'older');
});

test('nothing that is here is taken over from somebody to whom it was not given', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.nat(3),
      fc.boolean(),
      fc.constantFrom('here' as const, { name: 'A' }),
      (differs, missing, isOlder, keptBy) => {
        const { standing } = standingOfResult({ ...facts, isHere: true, differs, missing, isOlder, keptBy });
        expect(['same', 'conflicting']).toContain(standing);
      },
    ),
  );
});

test.each<[string, Partial<Parameters<typeof standingOfAssigned>[0]>, string]>([
  ['it is not here', { isHere: false }, 'new'],
  ['it is here word for word', {}, 'same'],
  ['the organisation changed its bookings', { differs: true }, 'changed'],
  ['it was begun here', { differs: true, missing: 3 }, 'older'],
  ['it follows another plan', { differs: true, isSame: false }, 'conflicting'],
])('of an assignment: where %s', (_, changes, standing) => {
  const usual = { isHere: true, differs: false, missing: 0, isSame: true };
  expect(standingOfAssigned({ ...usual, ...changes }).standing).toBe(standing);
});

const end = { sequence: 20, hash: 'b' };
const received = { sequence: 10, hash: 'a' };

test.each([
  ['continues', { from: 1, end, agrees: true }, null],
  ['continues', { from: 11, end, agrees: true }, received],
  ['continues', { from: 4, end, agrees: true }, received],
  ['known', { from: 1, end: received, agrees: true }, received],
  ['gap', { from: 12, end, agrees: true }, received],
  ['gap', { from: 2, end, agrees: true }, null],
  ['forked', { from: 4, end, agrees: false }, received],
] as const)('a log stands as %s', (standing, segment, before) => {
  expect(chainStanding(segment, before)).toBe(standing);
  expect(chainTrouble(standing, 'Robin Fictional') === null).toBe(standing === 'continues' || standing === 'known');
});

const board: BoardFacts = {
  addedAt: '2026-11-01',
  changedAt: '2026-11-02',
  isBegun: false,
  isSigned: false,
  assignment: null,
  review: 'notSampled',
  reviewedAt: null,
  releasedAt: null,
};
const assigned = { assignedAt: '2026-11-03', receivedAt: null, answeredAt: null };
const arrived = { ...assigned, receivedAt: '2026-11-10' };
const whole = { isBegun: true, isSigned: true } as const;

test.each<[Partial<BoardFacts>, string, string, boolean]>([
  [{}, 'unassigned', '2026-11-01', false],
  [{ isBegun: true }, 'here', '2026-11-02', false],
  [{ assignment: assigned }, 'assigned', '2026-11-03', false],
  [{ ...whole, assignment: arrived, review: 'waiting' }, 'toReview', '2026-11-10', false],
  [{ ...whole, assignment: arrived }, 'toRelease', '2026-11-10', false],
  [{ ...whole, assignment: arrived, review: 'returned', reviewedAt: '2026-11-12' }, 'returned', '2026-11-12', true],
  [
    { ...whole, assignment: { ...arrived, answeredAt: '2026-11-13' }, review: 'returned', reviewedAt: '2026-11-12' },
    'returned',
    '2026-11-12',
    false,
  ],
  [
    { ...whole, assignment: arrived, review: 'released', reviewedAt: '2026-11-12', releasedAt: '2026-11-14' },
    'released',
    '2026-11-14',
    true,
  ],
])('%o stands on the board as %s', (changes, stage, since, isAnswerDue) => {
  expect(boardPlace({ ...board, ...changes })).toEqual({ stage, since, isAnswerDue });
});
