import type { Apprentice } from '../../../shared/contract/shapes.ts';
import type { CommandContext } from '../../core/contexts.ts';
import { findApprentice } from '../apprentices.ts';
import { insertApprenticeWhole, updateApprenticeWhole } from './taking-in-rows.ts';

/** Puts an apprentice in who is not here. Their details are the organisation's: an assignment brings them up to date, a result pack never does. */
export function takeInApprentice(
  { reader, writer, record }: CommandContext,
  apprentice: Apprentice,
  isFromOrganisation: boolean,
): void {
  const here = findApprentice(reader, apprentice.id);
  if (!here) {
    writer.run(insertApprenticeWhole, { ...apprentice });
    return;
  }
  const { addedAt: _, ...details } = apprentice;
  const fields = (Object.keys(details) as (keyof typeof details)[]).filter(field => details[field] !== here[field]);
  if (!isFromOrganisation || fields.length === 0) return;
  writer.run(updateApprenticeWhole, { ...details });
  record({ type: 'apprentice.corrected', subjectId: apprentice.id, detail: { fields } });
}
