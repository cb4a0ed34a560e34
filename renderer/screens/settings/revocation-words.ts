import type { Input } from '../../../shared/contract.ts';

export type RevocationReason = Input<'authority.revoke'>['reason'];

/** Why a certificate is withdrawn, in plain words. */
export const revocationReasons: readonly { readonly id: RevocationReason; readonly title: string }[] = [
  { id: 'keyCompromise', title: 'Somebody else may have the key' },
  { id: 'cessationOfOperation', title: 'The person no longer signs for the organisation' },
  { id: 'affiliationChanged', title: 'The person left the organisation' },
  { id: 'privilegeWithdrawn', title: 'The permission to sign was withdrawn' },
  { id: 'superseded', title: 'Another certificate replaces it' },
  { id: 'unspecified', title: 'Another reason' },
];

/** A reason as the table shows it; the code itself where it is none of ours. */
export const revocationWords = (code: string): string => revocationReasons.find(({ id }) => id === code)?.title ?? code;
