import { z } from 'zod';
import { stretch } from '../../shared/domain/portfolio.ts';
import type { CommandContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { demonstrationBytes, demonstrationFile } from '../core/resources.ts';
import { mapPiece } from './portfolio.ts';
import { addSealed, beginIntake } from './portfolio-intake.ts';

const codes = z.array(z.string());
const portfolioScript = z.strictObject({
  schema: z.literal('epa-demonstration-portfolio/1'),
  pieces: z.array(
    z.strictObject({
      file: z.string(),
      title: z.string(),
      ksbs: codes,
      places: z.array(z.strictObject({ ...stretch.shape, ksbs: codes, remark: z.string() })),
      remark: z.string(),
    }),
  ),
});

/** Adds the fictional portfolio to an assessment, mapped in part, as an assessor finds it who has begun to read. */
export function addDemonstrationPortfolio(context: CommandContext, assessmentId: string): void {
  const { attachments } = filesOf(context.workspace.folder);
  for (const { file, places, ...said } of portfolioScript.parse(demonstrationFile('portfolio')).pieces) {
    const intake = beginIntake(attachments, file);
    intake.take(demonstrationBytes(`portfolio/${file}`));
    const sealed = intake.finish();
    if ('why' in sealed) throw new Error(sealed.why);
    const id = addSealed(context, { assessmentId, sessionId: null }, { ...sealed, title: said.title });
    if (said.ksbs.length === 0 && places.length === 0) continue;
    const mapped = places.map(({ unit, from, to, ksbs, remark }) => ({
      ...{ id: context.newId(), stretch: { unit, from, to }, ksbs, remark },
    }));
    mapPiece(context, { id, ...said, places: mapped });
  }
}
