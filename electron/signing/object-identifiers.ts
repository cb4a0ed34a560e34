/** Object identifiers of the CMS (RFC 5652), of PAdES's attributes (RFC 5035, ETSI EN 319 122), of time stamps (RFC 3161) and of the algorithms that are accepted. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  rsaWithSha384: '1.2.840.113549.1.1.12',
  rsaWithSha512: '1.2.840.113549.1.1.13',
} as const;

/** Object identifiers inside certificates and revocation lists: parts of names and extensions (RFC 5280). */
export const CERTIFICATE_OID = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  title: '2.5.4.12',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  revocationListNumber: '2.5.29.20',
  revocationReason: '2.5.29.21',
  extendedKeyUsage: '2.5.29.37',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

/** Object identifiers of encryption for a receiver: the CMS (RFC 5652), its key agreement (RFC 5753) and AES (RFC 3565). */
export const ENVELOPE_OID = {
  envelopedData: '1.2.840.113549.1.7.3',
  ecPublicKey: '1.2.840.10045.2.1',
  ecdhWithSha256: '1.3.132.1.11.1',
  aes256Wrap: '2.16.840.1.101.3.4.1.45',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
} as const;
