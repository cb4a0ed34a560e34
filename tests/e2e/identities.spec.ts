import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pngOf } from '../fixtures/pictures.ts';
import { goToPlace } from './desk.ts';
import { createWorkspace, inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function settings(page: Page, section: string): Promise<void> {
  await goToPlace(page, `#/settings/${section}`);
  await expect(page.getByRole('tab', { selected: true })).toBeVisible();
}

const openssl = (...words: readonly string[]): void => {
  execFileSync('openssl', words, { stdio: 'ignore' });
};

/** A PKCS #12 file as a person may have one: an RSA key with a certificate for signing, under this password. */
function makeIdentityFile(folder: string, password: string): string {
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(
    at('request.cnf'),
    '[req]\ndistinguished_name = dn\nx509_extensions = signing\n[dn]\n[signing]\nbasicConstraints = critical,CA:FALSE\nkeyUsage = critical,digitalSignature,nonRepudiation\n',
  );
  const files = ['-keyout', at('key.pem'), '-out', at('certificate.pem')];
  const subject = ['-subj', '/CN=Quinn Reviewer', '-days', '365', '-config', at('request.cnf')];
  openssl('req', '-x509', '-newkey', 'rsa:3072', '-nodes', ...subject, ...files);
  const from = ['-inkey', at('key.pem'), '-in', at('certificate.pem')];
  openssl('pkcs12', '-export', ...from, '-out', at('quinn.p12'), '-passout', `pass:${password}`);
  return at('quinn.p12');
}

/** Makes the organisation's authority. */
async function makeAuthority(page: Page): Promise<void> {
  await settings(page, 'organisation');
  await page.getByRole('button', { name: 'Make an authority…' }).press('Enter');
  await page.getByRole('button', { name: 'Make the authority', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Issue a certificate…' })).toBeVisible({ timeout: 15_000 });
}

test('the organisation makes its authority, issues a certificate and revokes it, each by its name', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await createWorkspace(page);
  await settings(page, 'organisation');
  await expect(page.getByText('This workspace has no authority')).toBeVisible();
  await inBothThemes(app, a11y);
  await makeAuthority(page);
  const authority = region(page, 'Organisation’s authority');
  await expect(authority).toContainText('Nothing has been issued yet.');

  await page.getByRole('button', { name: 'Issue a certificate…' }).press('Enter');
  await page.getByRole('button', { name: 'Issue the certificate' }).press('Enter');
  await expect(page.getByText('Choose to whom.')).toBeVisible();
  await inBothThemes(app, a11y);
  await page.getByRole('button', { name: /To whom/ }).click();
  await page.getByRole('option', { name: /Robin Assessor/ }).click();
  await page.getByRole('button', { name: 'Issue the certificate' }).press('Enter');
  const issued = page.getByRole('list', { name: 'Issued certificates' });
  await expect(issued).toContainText('Robin Assessor');
  await expect(issued).toContainText('Valid');

  const file = path.join(userData, 'authority.pem');
  await dialogs.save(file);
  await page.getByRole('button', { name: 'Save its certificate…' }).press('Enter');
  await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
  expect(execFileSync('openssl', ['x509', '-in', file, '-noout', '-text'], { encoding: 'utf8' })).toContain('CA:TRUE');

  await page.getByRole('button', { name: 'Revoke: certificate of Robin Assessor' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Revoke the certificate of Robin Assessor?' });
  await expect(question.getByRole('button', { name: 'Revoke the certificate' })).toBeDisabled();
  await question.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Somebody else may have the key' }).click();
  await inBothThemes(app, a11y);
  await question.getByRole('button', { name: 'Revoke the certificate' }).press('Enter');
  await expect(issued).toContainText('Revoked');
  await expect(issued).toContainText('Somebody else may have the key');
  await inBothThemes(app, a11y);
});

test('a quality assurer is added, takes an identity from a PKCS #12 file, and a request is saved', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await createWorkspace(page);
  await settings(page, 'people');
  await page.getByRole('button', { name: 'Add a person…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Quinn Reviewer');
  await inBothThemes(app, a11y);
  await page.keyboard.press('Enter');
  const quinn = page.getByRole('group', { name: 'Certificate of Quinn Reviewer' });
  await expect(quinn).toBeVisible();

  const p12 = makeIdentityFile(userData, 'quiet herons');
  await dialogs.open(p12);
  await quinn.getByRole('button', { name: 'Use one from a file…' }).press('Enter');
  const password = page.getByRole('textbox', { name: 'Password of the file' });
  await password.fill('something else');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await inBothThemes(app, a11y);
  await password.fill('quiet herons');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Quinn Reviewer signs with this certificate from now on\./)).toBeVisible();
  await expect(region(page, 'People')).toContainText('Signs with a certificate from a file');

  const request = path.join(userData, 'request.csr');
  await dialogs.save(request);
  await quinn.getByRole('button', { name: 'Save a request…' }).press('Enter');
  await expect(page.getByText(`Request saved as ${request}`)).toBeVisible();
  expect(readFileSync(request).length).toBeGreaterThan(100);
  await inBothThemes(app, a11y);
});

test('a certificate is asked for, issued for the request, taken in and renewed; a list of withdrawn ones is taken in', async ({
  page,
  dialogs,
  userData,
}) => {
  const at = (name: string): string => path.join(userData, name);
  await createWorkspace(page);
  await makeAuthority(page);
  await settings(page, 'people');
  const robin = page.getByRole('group', { name: 'Certificate of Robin Assessor' });
  await dialogs.save(at('request.csr'));
  await robin.getByRole('button', { name: 'Save a request…' }).press('Enter');
  await expect(page.getByText(`Request saved as ${at('request.csr')}`)).toBeVisible();

  await settings(page, 'organisation');
  await dialogs.open(at('request.csr'));
  await page.getByRole('button', { name: 'Open a request from elsewhere…' }).press('Enter');
  await dialogs.save(at('issued.pem'));
  const issue = page.getByRole('dialog', { name: 'Issue a certificate to Robin Assessor' });
  await issue.getByRole('checkbox', { name: /^The sender read out the same key/ }).press('Space');
  await issue.getByRole('button', { name: 'Issue and save it…' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Issued certificates' })).toContainText('Robin Assessor');

  await settings(page, 'people');
  await dialogs.open(at('issued.pem'));
  await robin.getByRole('button', { name: 'Take in an issued certificate…' }).press('Enter');
  await expect(region(page, 'People')).toContainText('Signs with a certificate issued by');

  await settings(page, 'organisation');
  await dialogs.save(at('renewed.pem'));
  await page.getByRole('button', { name: 'Renew: certificate of Robin Assessor' }).press('Enter');
  await page.getByRole('button', { name: 'Renew and save it…' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Issued certificates' }).getByRole('listitem')).toHaveCount(2);
  expect(
    execFileSync('openssl', ['x509', '-in', at('renewed.pem'), '-noout', '-subject'], { encoding: 'utf8' }),
  ).toContain('Robin Assessor');

  await dialogs.save(at('withdrawn.crl'));
  await page.getByRole('button', { name: 'Save the revocation list…' }).press('Enter');
  await expect(page.getByText(`Saved as ${at('withdrawn.crl')}`)).toBeVisible();
  await settings(page, 'trust');
  await dialogs.open(at('withdrawn.crl'));
  await page.getByRole('button', { name: 'Take in a revocation list…' }).press('Enter');
  await expect(page.getByText(/^The revocation list of .* counts from now on\.$/)).toBeVisible();
});

test('an organisation is trusted after its fingerprint was compared, and no longer trusted by name', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await createWorkspace(page);
  await settings(page, 'trust');
  const file = path.join(userData, 'root.pem');
  const key = path.join(userData, 'root-key.pem');
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '365',
      '-subj',
      '/CN=Sample Root',
      '-addext',
      'keyUsage=critical,keyCertSign,cRLSign',
      '-keyout',
      key,
      '-out',
      file,
    ],
    { stdio: 'ignore' },
  );
  const told = execFileSync('openssl', ['x509', '-in', file, '-noout', '-fingerprint', '-sha256'], {
    encoding: 'utf8',
  });
  const fingerprint =
    told
      .trim()
      .split('=')[1]
      ?.replaceAll(':', '')
      .replaceAll(/(.{4})(?=.)/g, '$1 ') ?? '';
  await dialogs.open(file);
  await page.getByRole('button', { name: 'Trust an organisation…' }).press('Enter');
  const compare = page.getByRole('alertdialog', { name: /^Trust .*\?$/ });
  await expect(compare).toContainText(fingerprint);
  await inBothThemes(app, a11y);
  await compare.getByRole('button', { name: 'The fingerprint is the same: trust it' }).press('Enter');
  const trusted = page.getByRole('list', { name: 'Trusted certificates' });
  await expect(trusted).toContainText('Sample Root');
  await page.getByRole('button', { name: /^Stop trusting .*Sample Root/ }).press('Enter');
  await page.getByRole('button', { name: 'Stop trusting it' }).press('Enter');
  await expect(trusted).toHaveCount(0);
});

test('time stamps are off, say what is sent, and are not turned on without agreement', async ({ app, page, a11y }) => {
  await createWorkspace(page);
  await settings(page, 'trust');
  const section = region(page, 'Time stamps');
  await expect(section.getByRole('radio', { name: 'Off' })).toBeChecked();
  await section.getByRole('radio', { name: 'On' }).check({ force: true });
  await section.getByRole('textbox', { name: 'Address of the time stamp authority' }).fill('http://127.0.0.1:3180/');
  await page.keyboard.press('Enter');
  await expect(section.getByText('Without this, no time stamp can be asked for.')).toBeVisible();
  await inBothThemes(app, a11y);
  await section.getByText('I agree that a request leaves this computer').click();
  await section.getByRole('button', { name: 'Save the setting' }).press('Enter');
  await expect(page.getByText('Time stamps are on.')).toBeVisible();
});

test('the look of documents tells when a colour is too pale, and keeps the logo with its words', async ({
  app,
  page,
  a11y,
  userData,
}) => {
  await createWorkspace(page);
  await settings(page, 'organisation');
  const look = region(page, 'Look of documents');
  const logo = path.join(userData, 'logo.png');
  const large = pngOf({ width: 5200, height: 1300, colourType: 6 });
  writeFileSync(logo, large);
  const bomb = Buffer.from(large);
  bomb.writeUInt32BE(100_000, 16);
  await look.getByRole('textbox', { name: 'Accent colour' }).fill('#ffcc00');
  await expect(look.getByText(/^#ffcc00 is too pale on white/)).toBeVisible();
  await inBothThemes(app, a11y);
  await look.getByRole('textbox', { name: 'Accent colour' }).fill('#7a1f5c');
  const chooser = look.locator('input[type="file"]');
  await chooser.setInputFiles({ name: 'bomb.png', mimeType: 'image/png', buffer: bomb });
  await expect(look.getByText(/^The picture has 100,000 by 1,300 pixels, which is too many/)).toBeVisible();
  await chooser.setInputFiles({ name: 'torn.png', mimeType: 'image/png', buffer: Buffer.from(large.slice(0, 60)) });
  await expect(look.getByText(/^The file could not be read as a picture/)).toBeVisible();
  await chooser.setInputFiles(logo);
  await expect(look.getByRole('img', { name: 'The logo' })).toBeVisible();
  await look.getByRole('button', { name: 'Save the look' }).press('Enter');
  await expect(look.getByText('Say what the logo shows.')).toBeVisible();
  await look.getByRole('textbox', { name: 'What the logo shows' }).fill('Example Assessments');
  await look.getByRole('button', { name: 'Save the look' }).press('Enter');
  await expect(page.getByText('The next report or document has this look.')).toBeVisible();
  await page.reload();
  await settings(page, 'organisation');
  await expect(look.getByRole('img', { name: 'Example Assessments' })).toBeVisible();
});

test('nothing has to be scrolled sideways at 640 pixels and 200 % in the settings', async ({ app, page }) => {
  await createWorkspace(page);
  await narrowAndZoom(app);
  for (const section of ['people', 'organisation', 'trust']) {
    await settings(page, section);
    expect(await sidewaysScrollers(page)).toEqual([]);
  }
});
