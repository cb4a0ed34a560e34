import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in which openssl makes keys and certificates; the names of files stand for `NAME.pem` and `NAME.key`. */
export interface OpensslFolder {
  at(file: string): string;
  run(command: string, ...options: readonly string[]): string;
  openssl(...options: readonly string[]): string;
  /** Makes a self-signed authority. */
  makeAuthority(name: string): void;
  /** Makes a key and a certificate by the authority; `extensions` are lines of an openssl configuration. */
  makeCertificate(name: string, certificate: CertificateKind): void;
  certificate(name: string): Uint8Array;
  remove(): void;
}

export interface CertificateKind {
  readonly issuer: string;
  readonly key: readonly string[];
  readonly extensions: readonly string[];
  /** `notBefore` and `notAfter` as YYYYMMDDHHMMSSZ; by default from now for 30 days. */
  readonly dates?: readonly [string, string];
}

export const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
export const SIGNER = ['basicConstraints=CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation'];

export function opensslFolder(): OpensslFolder {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'));
  const at = (file: string): string => join(folder, file);
  const run = (command: string, ...options: readonly string[]): string =>
    execFileSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: folder });
  const openssl = (...options: readonly string[]): string => run('openssl', ...options);

  const makeAuthority = (name: string): void => {
    const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)];
    const subject = ['-subj', `/O=Example/CN=${name}`, '-days', '60', '-nodes'];
    openssl('req', '-x509', '-newkey', ...EC, ...subject, '-addext', 'keyUsage=critical,keyCertSign,cRLSign', ...files);
  };

  const makeCertificate = (name: string, { issuer, key, extensions, dates }: CertificateKind): void => {
    const subject = ['-subj', `/O=Example/CN=${name}`, '-nodes'];
    openssl('req', '-newkey', ...key, ...subject, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`));
    writeFileSync(at('ca.cnf'), authorityConfiguration(folder, extensions));
    writeFileSync(at('index.txt'), '');
    const files = ['-cert', at(`${issuer}.pem`), '-keyfile', at(`${issuer}.key`), '-in', at(`${name}.csr`)];
    const validity = dates ? ['-startdate', dates[0], '-enddate', dates[1]] : ['-days', '30'];
    const options = ['-config', at('ca.cnf'), '-batch', '-notext', '-extensions', 'given'];
    openssl('ca', ...options, ...files, ...validity, '-out', at(`${name}.pem`));
  };

  return {
    at,
    run,
    openssl,
    makeAuthority,
    makeCertificate,
    certificate: name => new Uint8Array(new X509Certificate(readFileSync(at(`${name}.pem`))).raw),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const authorityConfiguration = (folder: string, extensions: readonly string[]): string =>
  [
    '[ca]\ndefault_ca = example\n[example]\npolicy = any\ndefault_md = sha256\nunique_subject = no\nrand_serial = yes',
    `database = ${join(folder, 'index.txt')}\nnew_certs_dir = ${folder}`,
    '[any]\norganizationName = optional\ncommonName = supplied',
    '[list]\nauthorityKeyIdentifier = keyid',
    '[partial]\nissuingDistributionPoint = critical,@users\n[users]\nonlyuser = TRUE',
    '[given]\nsubjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid',
    ...extensions,
    '',
  ].join('\n');
