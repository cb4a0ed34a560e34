import type { ItemKind } from './framework.ts';

/** Whether a statement of this kind is a behaviour; in reformed plans the employer verifies those. */
export const isBehaviour = (kind: ItemKind): boolean => kind === 'behaviour' || kind === 'employabilityBehaviour';
