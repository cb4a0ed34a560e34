import { expect, test } from 'vitest';
import type { Handler, Handlers } from '../../../electron/core/contexts.ts';
import { handlers } from '../../../electron/core/handlers.ts';
import { contract } from '../../../shared/contract.ts';

// What must not compile. The type check of the tests fails when one of these lines is no error any more.
const { 'note.add': forgotten, ...incomplete } = handlers;
// @ts-expect-error a channel without its handler
const tableWithAHole: Handlers = incomplete;
// @ts-expect-error a query is given nothing to write with
const writingQuery: Handler<'home.get'> = ({ writer }) => writer;
// @ts-expect-error a keep records no event
const recordingKeep: Handler<'draft.keep'> = ({ record }) => record;
// @ts-expect-error there is no such channel
const unknownChannel: Handler<'note.vanish'> = () => ({});

test('every channel of the contract has its handler, and no handler is without a channel', () => {
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort());
});

test('what must not compile is checked with the types', () => {
  expect([forgotten, tableWithAHole, writingQuery, recordingKeep, unknownChannel]).toHaveLength(5);
});
