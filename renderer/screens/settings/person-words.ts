import type { Output } from '../../../shared/contract.ts';

export type PersonWithIdentity = Output<'identity.list'>[number];

/** What each role is called. */
export const roleNames: Readonly<Record<PersonWithIdentity['role'], string>> = {
  assessor: 'Assessor',
  qualityAssurer: 'Quality assurer',
  administrator: 'Administrator',
};
