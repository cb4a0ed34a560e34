import { z } from 'zod';

/**
 * The files that DfE's Apprenticeship assessment service takes for many learners at once. Each has its own columns as CSV and its own shape as
 * JSON. Source: the service's sample files and its API collection.
 */
export const dfeKinds = [
  'createEpa',
  'updateEpa',
  'createCertificate',
  'updateCertificate',
  'submitCertificate',
] as const;
export const dfeKind = z.enum(dfeKinds);
export type DfeKind = z.infer<typeof dfeKind>;

/** How a file is written. Only JSON has a place for more than one attempt. */
export const dfeForms = ['csv', 'json'] as const;
export const dfeForm = z.enum(dfeForms);
export type DfeForm = z.infer<typeof dfeForm>;

const names: Readonly<Record<DfeKind, string>> = {
  createEpa: 'Create EPA records',
  updateEpa: 'Update EPA records',
  createCertificate: 'Create certificates',
  updateCertificate: 'Update certificates',
  submitCertificate: 'Submit certificates',
};

/** The kind of file as screens and the command line name it. */
export const dfeKindName = (kind: DfeKind): string => names[kind];

/** Whether the file is about the attempts at the end-point assessment rather than about a certificate. */
export const isEpaKind = (kind: DfeKind): boolean => kind === 'createEpa' || kind === 'updateEpa';

/** Whether the service's reference of an earlier record has to be in the file. */
export const needsReference = (kind: DfeKind): boolean => kind !== 'createEpa' && kind !== 'createCertificate';

/** What the service keeps under a reference of its own. */
export const referenceKinds = ['epa', 'certificate'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** A reference of the service: eight digits, leading zeros and all, so it is text and never a number. */
export const serviceReference = z
  .string()
  .regex(/^\d{8}$/, 'A reference of the service has eight digits, leading zeros included, such as 00013002.');
