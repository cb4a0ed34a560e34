import { z } from 'zod';

/** What a workspace is for: an assessor's own, or the organisation's. */
export const workspaceRoles = ['assessor', 'organisation'] as const;
export const workspaceRole = z.enum(workspaceRoles);
export type WorkspaceRole = z.infer<typeof workspaceRole>;

/** The kinds of pack: to an assessor, from an assessor, back to an assessor, and the organisation's acknowledgement. */
export const packKinds = ['assignment', 'result', 'review', 'receipt'] as const;
export const packKind = z.enum(packKinds);
export type PackKind = z.infer<typeof packKind>;

/** The kinds as screens name them. */
export const packKindNames: Readonly<Record<PackKind, string>> = {
  assignment: 'Assignment',
  result: 'Results',
  review: 'Review',
  receipt: 'Receipt',
};

/** Which packs a workspace of this role takes in. */
export const packsFor: Readonly<Record<WorkspaceRole, readonly PackKind[]>> = {
  assessor: ['assignment', 'review', 'receipt'],
  organisation: ['result'],
};
