import type { Trust } from './trust.ts';

/** The certificate that a signature was made with; the fingerprint is what people compare. */
export interface VerifiedCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  /** ISO 8601, UTC. */
  readonly notAfter: string;
  readonly selfSigned: boolean;
  /** SHA-256 of the certificate, hexadecimal in lower case. */
  readonly sha256: string;
}

/** A time stamp: what was stamped existed at that time, as far as its authority is believed. */
export interface VerifiedTimestamp {
  /** ISO 8601, UTC. Missing when it cannot be read. */
  readonly at?: string;
  /** Name of the authority; `unknown` when it cannot be read. */
  readonly authority: string;
  /** The authority's certificate rests on one of the roots that are trusted for time stamps. */
  readonly trusted: boolean;
  readonly certificate?: VerifiedCertificate;
  readonly problems: readonly string[];
}

/** What became of a document after one of its signatures or time stamps. */
export interface StandingSince {
  readonly field: string;
  readonly coversWholeFile: boolean;
  /** It fits the bytes that it covers, and nothing about it is irregular: `problems` is empty. */
  readonly intact: boolean;
  /** Nothing was done to the document afterwards but signing it again or adding a time stamp. Never true of what is not intact: it cannot be said then. */
  readonly unchangedSince: boolean;
  readonly laterSignatures: number;
  readonly laterTimestamps: number;
  /** What was changed afterwards, in plain words. */
  readonly changes: readonly string[];
  readonly problems: readonly string[];
}

/** One signature, with three questions kept apart: is it intact, is the document unchanged since, is the signer known. */
export interface VerifiedSignature extends StandingSince {
  /** As what the signer signed; it follows from the field. */
  readonly role: string;
  /** From the certificate; the name that the file claims if the certificate cannot be read. */
  readonly signerName: string;
  readonly organisation?: string;
  /** ISO 8601, UTC: what the signer's computer said. Missing when the file does not say. */
  readonly signedAt?: string;
  /** Over the signature itself; its problems do not count among those of the signature. */
  readonly timestamp?: VerifiedTimestamp;
  /** The signature forbids everything but further signatures. */
  readonly certifies: boolean;
  /** Missing when it cannot be read. */
  readonly certificate?: VerifiedCertificate;
  readonly trust: Trust;
  /** What a reader should know although nothing is wrong, in plain words. */
  readonly remarks: readonly string[];
}

/** A time stamp over the whole document with all signatures that it had then. */
export interface VerifiedDocumentTimestamp extends VerifiedTimestamp, StandingSince {
  readonly problems: readonly string[];
}

/** The outcome for a whole file: `intact` only if all signatures and time stamps are, and the document is unchanged since each. */
export interface VerificationResult {
  readonly verdict: 'intact' | 'changed' | 'unsigned' | 'unreadable';
  readonly problem?: string;
  /** In the order of signing. */
  readonly signatures: readonly VerifiedSignature[];
  /** In the order of stamping. */
  readonly documentTimestamps: readonly VerifiedDocumentTimestamp[];
}
