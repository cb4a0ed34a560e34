import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { passphrase, temporaryFolder, type testBench } from '../workbench.ts';
import { repacked } from './repacked.ts';
import {
  assess,
  assessorDesk,
  certify,
  desk,
  enrol,
  organisationDesk,
  sendResults,
  signedAtAssessor,
  takeIn,
} from './two-workspaces.ts';

/** How many rows the tables of the record have: what a refused pack must not change. */
const rows = (bench: ReturnType<typeof testBench>) =>
  bench.workbench.task(async ({ workspace }) =>
    [
      'person',
      'apprentice',
      'assessment',
      'session',
      'note',
      'report',
      'attachment',
      'audit_event',
      'received_event',
      'pack',
      'correspondent',
      'trusted_root',
    ].map(table => workspace?.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  );

test('a history that was rolled back and went on differently is refused, with nothing written', async () => {
  const { organisation, assessor, assessmentIds } = await signedAtAssessor();
  const status = await assessor.ask('workspace.status', {});
  const folder = status.state === 'open' ? status.workspace.folder : '';
  const opening = { folder, opening: { kind: 'passphrase', passphrase } } as const;
  await assessor.ask('workspace.lock', {});
  const copy = path.join(temporaryFolder(), 'copy');
  cpSync(folder, copy, { recursive: true });
  await assessor.ask('workspace.unlock', opening);
  await assessor.ask('person.add', { name: 'Somebody Else', role: 'administrator' });
  await takeIn(organisation, await sendResults(assessor, assessmentIds));

  await assessor.ask('workspace.lock', {});
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await assessor.ask('workspace.unlock', opening);
  await assessor.ask('person.add', { name: 'Another One', role: 'administrator' });
  const forked = await sendResults(assessor, assessmentIds, 'forked.epapack');
  const before = await rows(organisation);
  const preview = await organisation.ask('pack.preview', { file: forked });
  expect(preview.refusal).toContain('put back from an older copy');
  expect(preview.items).toEqual([]);
  const { tagManifestSha256 } = preview;
  expect(await organisation.refusal('pack.takeIn', { file: forked, tagManifestSha256 })).toBe('pack.refused');
  expect(await rows(organisation)).toEqual(before);
});

test('a stranger’s results are refused, and taken in once the organisation vouches for the signer', async () => {
  const folder = temporaryFolder();
  const { organisation } = await organisationDesk(folder);
  const stranger = desk(folder);
  const wanted = { label: 'S', passphrase, assessor: 'Robin Fictional', organisation: 'Example Organisation' };
  await stranger.ask('workspace.create', wanted);
  const assessmentIds = await enrol(stranger, 1);
  await assess(stranger, assessmentIds[0] ?? '');
  const file = stranger.file('strange.epapack');
  const sent = { assessmentIds, choices: [], workspaceId: null, encrypt: false } as const;
  expect(await stranger.refusal('pack.sendResults', { ...sent, encrypt: true })).toBe('pack.noReceiver');
  await stranger.ask('pack.sendResults', sent);
  const before = await rows(organisation);
  expect((await organisation.ask('pack.preview', { file })).refusal).toContain('nobody but the sender vouches');
  expect(await rows(organisation)).toEqual(before);
  const [owner] = await stranger.ask('person.list', {});
  await certify(stranger, organisation, owner?.id ?? '');
  stranger.file('certified.epapack');
  await stranger.ask('pack.sendResults', sent);
  const { outcome } = await takeIn(organisation, path.join(folder, 'certified.epapack'));
  expect(outcome.taken).toBe(1);
  expect(outcome.left).toEqual([]);
});

test('a grade that the judgements do not give is left out, whoever signed the pack', async () => {
  const { organisation, assessor, assessmentIds } = await signedAtAssessor();
  const file = await sendResults(assessor, assessmentIds);
  const raised = await repacked(assessor, file, (name, text) =>
    name.startsWith('assessments/') ? text.replaceAll('"grade": "pass"', '"grade": "distinction"') : text,
  );
  const { outcome } = await takeIn(organisation, raised);
  expect(outcome.left).toMatchObject([{ kind: 'assessment', standing: 'conflicting' }]);
  expect(outcome.left[0]?.why).toContain('not the one that its judgements give');
  const exchanged = await repacked(assessor, file, (name, text) =>
    name === 'audit/events.jsonl'
      ? text.replace('"kind":"method"', '"kind":"whatever"').replace(/\\"kind\\":\\"method/, '\\"kind\\":\\"m')
      : text,
  );
  expect(await organisation.refusal('pack.preview', { file: exchanged })).toBe('pack.content');
  await takeIn(organisation, file);
  expect((await organisation.ask('review.list', {}))[0]?.grade).toBe('pass');
});

test('a pack is opened where it is for: not in its own workspace, not in one of the other kind, and not after it was exchanged', async () => {
  const { folder, organisation, assessor, assessmentIds, assignment } = await signedAtAssessor();
  const file = await sendResults(assessor, assessmentIds);
  expect((await assessor.ask('pack.preview', { file })).refusal).toContain('this very workspace');
  expect((await organisation.ask('pack.preview', { file: assignment })).refusal).toContain('this very workspace');
  const wrong = { file, tagManifestSha256: '0'.repeat(64) };
  expect(await organisation.refusal('pack.takeIn', wrong)).toBe('pack.exchanged');
  const { assessor: other } = await assessorDesk(folder, organisation, 'Avery Fictional');
  expect((await other.ask('pack.preview', { file })).refusal).toContain('an assessor’s workspace');
});
