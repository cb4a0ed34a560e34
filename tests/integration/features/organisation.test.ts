import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { certificateRequest } from '../../../electron/signing/certificate-request.ts';
import { createIdentity } from '../../../electron/signing/identity.ts';
import { beginSession, newWorkspace, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';
import { checkedFile, trustChosen } from './signed-assessment.ts';

const openssl = (...words: readonly string[]): string =>
  execFileSync('openssl', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** A bench whose dialogs answer with the file that the test names last. */
function benchWithFiles() {
  const folder = temporaryFolder();
  let name = '';
  const at = (file: string): string => path.join(folder, file);
  const answer = async (): Promise<string> => at(name);
  const bench = testBench({ dialogs: { saveFile: answer, chooseFile: answer } });
  return { bench, at, choose: (file: string) => (name = file) };
}

async function makeAuthority(bench: TestBench): Promise<void> {
  await bench.ask('authority.create', { name: 'Example Authority', validYears: 10 });
}

const ownerOf = async (bench: TestBench): Promise<string> => (await bench.ask('person.list', {}))[0]?.id ?? '';

test('the authority issues the assessor a certificate that openssl verifies, and signs reports with its chain', async () => {
  const { bench, at, choose } = benchWithFiles();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  await makeAuthority(bench);
  expect(await bench.refusal('authority.create', { name: 'Another', validYears: 1 })).toBe('authority.exists');
  const personId = await ownerOf(bench);
  const issued = await bench.ask('authority.issue', { personId, validYears: 2 });
  expect(issued).toMatchObject({ holder: 'Robin Fictional', role: 'assessor', revoked: null });
  choose('authority.pem');
  await bench.ask('authority.saveCertificate', {});
  expect(openssl('x509', '-in', at('authority.pem'), '-noout', '-subject')).toContain('Example Authority');

  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const { id } = await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  choose('report.pdf');
  await bench.ask('report.save', { id });
  spawnSync('pdfsig', ['-dump', 'report.pdf'], { cwd: path.dirname(at('x')) }); // fails for the fields that are still empty
  const cms = [at('report.pdf.sig0'), '-inform', 'DER'] as const;
  const certificates = openssl('pkcs7', '-in', ...cms, '-print_certs');
  writeFileSync(at('leaf.pem'), certificates);
  expect(openssl('verify', '-CAfile', at('authority.pem'), '-purpose', 'smimesign', at('leaf.pem'))).toContain('OK');
  const found = await checkedFile(bench, at('report.pdf'));
  expect(found?.document).toMatchObject({
    title: 'Professional discussion underpinned by a portfolio',
    practice: true,
  });
  expect(found).toMatchObject({ ok: true, signatures: [{ trust: 'trusted', signerName: 'Robin Fictional' }] });
  expect(found?.signatures[0]?.trustWords).toContain('trusted here');
});

test('a withdrawn certificate signs no more, its list is one that openssl reads, and what it signed before says so', async () => {
  const { bench, at, choose } = benchWithFiles();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  await makeAuthority(bench);
  const personId = await ownerOf(bench);
  const issued = await bench.ask('authority.issue', { personId, validYears: 2 });
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const subject = { kind: 'method', sessionId } as const;
  const { id } = await bench.ask('report.sign', { subject, mark });
  choose('report.pdf');
  await bench.ask('report.save', { id });
  bench.passMinutes(60);
  const revoke = { certificateId: issued.id, reason: 'affiliationChanged' } as const;
  await bench.ask('authority.revoke', revoke);
  expect(await bench.refusal('authority.revoke', revoke)).toBe('certificate.revoked');
  expect(await bench.refusal('authority.renew', { certificateId: issued.id, validYears: 1 })).toBe(
    'certificate.revoked',
  );
  const found = await checkedFile(bench, at('report.pdf'));
  expect(found?.signatures[0]?.remarks.join()).toContain('withdrawn');
  choose('withdrawn.crl');
  await bench.ask('authority.saveRevocationList', {});
  const text = openssl('crl', '-in', at('withdrawn.crl'), '-noout', '-text');
  expect(text.toLowerCase().replaceAll(':', '')).toContain(issued.serial);
  expect(text).toContain('Affiliation Changed');
  const [listed] = (await bench.ask('authority.get', {}))?.issued ?? [];
  expect(listed?.revoked).toMatchObject({ reason: 'affiliationChanged' });
  const reviewer = await bench.ask('person.list', {});
  expect(reviewer).toHaveLength(1);

  const again = await bench.ask('authority.issue', { personId, validYears: 1 });
  expect(again.serial).not.toBe(issued.serial);
});

test('somebody else’s request is answered with a certificate file, renewed, and taken in where it was made', async () => {
  const { bench, at, choose } = benchWithFiles();
  await newWorkspace(bench);
  await makeAuthority(bench);
  const elsewhere = benchWithFiles();
  await newWorkspace(elsewhere.bench);
  const personId = await ownerOf(elsewhere.bench);
  elsewhere.choose('request.csr');
  await elsewhere.bench.ask('identity.saveRequest', { personId });
  expect(openssl('req', '-in', elsewhere.at('request.csr'), '-verify', '-noout', '-subject')).toContain(
    'Robin Fictional',
  );
  writeFileSync(at('request.csr'), readFileSync(elsewhere.at('request.csr')));
  choose('request.csr');
  const request = await bench.ask('authority.readRequest', {});
  expect(request?.facts).toMatchObject({ name: 'Robin Fictional', organisation: 'Example Organisation' });
  choose('issued.pem');
  const bytes = request?.bytes ?? new Uint8Array();
  const issued = await bench.ask('authority.issueForRequest', { bytes, role: 'assessor', validYears: 1 });
  expect(issued).toMatchObject({ personId: null, role: 'assessor' });
  choose('renewed.pem');
  const renewed = await bench.ask('authority.renew', { certificateId: issued?.id ?? '', validYears: 5 });
  expect(Date.parse(renewed?.notAfter ?? '')).toBeGreaterThan(Date.parse(issued?.notAfter ?? ''));
  writeFileSync(elsewhere.at('renewed.pem'), readFileSync(at('renewed.pem')));
  elsewhere.choose('renewed.pem');
  const taken = await elsewhere.bench.ask('identity.installIssued', { personId });
  expect(taken).toMatchObject({ identity: { origin: 'issued', fingerprint: renewed?.fingerprint }, warnings: [] });
});

test('a reader who trusts the organisation’s certificate sees its signatures as trusted, and its list is believed', async () => {
  const { bench, at, choose } = benchWithFiles();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  await makeAuthority(bench);
  const personId = await ownerOf(bench);
  const issued = await bench.ask('authority.issue', { personId, validYears: 2 });
  await bench.ask('authority.revoke', { certificateId: issued.id, reason: 'keyCompromise' });
  const valid = await bench.ask('authority.issue', { personId, validYears: 2 });
  expect(valid.revoked).toBeNull();
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const { id } = await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  choose('report.pdf');
  await bench.ask('report.save', { id });
  choose('authority.pem');
  await bench.ask('authority.saveCertificate', {});
  choose('withdrawn.crl');
  await bench.ask('authority.saveRevocationList', {});

  const reader = benchWithFiles();
  await newWorkspace(reader.bench);
  for (const file of ['report.pdf', 'authority.pem', 'withdrawn.crl']) {
    writeFileSync(reader.at(file), readFileSync(at(file)));
  }
  const trustOf = async () => {
    return (await checkedFile(reader.bench, reader.at('report.pdf'))).signatures[0]?.trust;
  };
  expect(await trustOf()).toBe('unknown issuer');
  reader.choose('withdrawn.crl');
  expect(await reader.bench.refusal('trust.addRevocationList', {})).toBe('revocationList.stranger');
  reader.choose('authority.pem');
  await trustChosen(reader.bench, 'signing');
  expect(await trustOf()).toBe('trusted');
  reader.choose('withdrawn.crl');
  expect(await reader.bench.ask('trust.addRevocationList', {})).toMatchObject({ revoked: 1 });
  expect(await trustOf()).toBe('trusted');
  const { roots } = await reader.bench.ask('trust.list', {});
  await reader.bench.ask('trust.remove', { id: roots[0]?.id ?? '' });
  expect(await trustOf()).toBe('unknown issuer');
});

test('an identity from a PKCS #12 file signs from then on; a wrong password is said in words', async () => {
  const { bench, at, choose } = benchWithFiles();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  const options = ['-nodes', '-days', '30', '-subj', '/CN=Robin Imported', '-addext', 'keyUsage=digitalSignature'];
  openssl('req', '-x509', '-newkey', 'rsa:3072', '-keyout', at('k.pem'), '-out', at('c.pem'), ...options);
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    at('k.pem'),
    '-in',
    at('c.pem'),
    '-out',
    at('me.p12'),
    '-passout',
    'pass:open',
  );
  bench.passMinutes(30 * 24 * 60);
  choose('me.p12');
  const file = await bench.ask('identity.chooseFile', {});
  const bytes = file?.bytes ?? new Uint8Array();
  const personId = await ownerOf(bench);
  expect(await bench.refusal('identity.import', { personId, bytes, password: 'shut' })).toBe('identity.p12Password');
  const { identity } = await bench.ask('identity.import', { personId, bytes, password: 'open' });
  expect(identity.origin).toBe('imported');
  const shown = await bench.ask('report.get', { subject: { kind: 'method', sessionId } });
  expect(shown.signer.fingerprint).toBe(identity.fingerprint);
});

test('a request that somebody changed is refused', async () => {
  const { bench } = benchWithFiles();
  await newWorkspace(bench);
  await makeAuthority(bench);
  const { privateKeyPkcs8 } = await createIdentity({ commonName: 'A', now: new Date(), validYears: 1 });
  const { der } = await certificateRequest({ commonName: 'Anita Patel', privateKeyPkcs8 });
  const forged = new Uint8Array(Buffer.from(Buffer.from(der).toString('latin1').replace('Anita', 'Xnita'), 'latin1'));
  const given = { bytes: forged, role: 'assessor' as const, validYears: 1 };
  expect(await bench.refusal('authority.issueForRequest', given)).toBe('request.damaged');
});
