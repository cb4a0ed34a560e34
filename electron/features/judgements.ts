import { z } from 'zod';
import { type Decision, decision, type Judgement } from '../../shared/domain/judgement.ts';
import { descriptorsOf } from '../../shared/domain/plan.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { clearDraft } from './drafts.ts';
import { refuseForeignPortfolio } from './portfolio-evidence.ts';
import { markChanged, methodOfSession, refuseSigned, sessionById } from './session-rows.ts';
import { sha256, stored } from './stored.ts';

const judgementRow = z.strictObject({
  descriptorKey: z.string(),
  decision: decision.nullable(),
  rationale: z.string(),
  evidenceNoteIds: stored(z.array(z.string())),
  portfolioEvidenceIds: stored(z.array(z.string())),
});
const judgementsOfSession = read<{ sessionId: string }>()(
  'SELECT descriptor_key, decision, rationale, evidence_note_ids, portfolio_evidence_ids FROM judgement WHERE session_id = @sessionId ORDER BY descriptor_key',
  judgementRow,
);
const foreignNotes = read<{ sessionId: string; ids: string }>()(
  'SELECT count(*) AS count FROM json_each(@ids) AS linked WHERE NOT EXISTS (SELECT 1 FROM note WHERE note.id = linked.value AND session_id = @sessionId)',
  z.strictObject({ count: z.number() }),
);
interface Judged {
  readonly [column: string]: string | null;
  readonly sessionId: string;
  readonly descriptorKey: string;
  readonly decision: Decision | null;
  readonly rationale: string;
  readonly evidence: string;
  readonly portfolio: string;
  readonly at: string;
}
const keepVersion = write<{ sessionId: string; descriptorKey: string; at: string }>(
  'INSERT INTO judgement_version (session_id, descriptor_key, version, decision, rationale, evidence_note_ids, portfolio_evidence_ids, until) SELECT session_id, descriptor_key, (SELECT count(*) + 1 FROM judgement_version AS earlier WHERE earlier.session_id = judgement.session_id AND earlier.descriptor_key = judgement.descriptor_key), decision, rationale, evidence_note_ids, portfolio_evidence_ids, @at FROM judgement WHERE session_id = @sessionId AND descriptor_key = @descriptorKey',
);
const putJudgement = write<Judged>(
  'INSERT INTO judgement (session_id, descriptor_key, decision, rationale, evidence_note_ids, portfolio_evidence_ids, changed_at) VALUES (@sessionId, @descriptorKey, @decision, @rationale, @evidence, @portfolio, @at) ON CONFLICT (session_id, descriptor_key) DO UPDATE SET decision = excluded.decision, rationale = excluded.rationale, evidence_note_ids = excluded.evidence_note_ids, portfolio_evidence_ids = excluded.portfolio_evidence_ids, changed_at = excluded.changed_at',
);

/** The judgements of a session, one a descriptor that was looked at. */
export const judgementsOf = (
  reader: Reader,
  sessionId: string,
): (Judgement & { evidenceNoteIds: string[]; portfolioEvidenceIds: string[] })[] =>
  reader.all(judgementsOfSession, { sessionId });

/** Gives a judgement another rationale, keeping the one before; the decision and its evidence stay. */
export function rewordRationale(
  context: CommandContext,
  sessionId: string,
  { descriptorKey, decision, evidenceNoteIds, portfolioEvidenceIds }: Judgement,
  rationale: string,
): void {
  const at = context.now.toISOString();
  context.writer.run(keepVersion, { sessionId, descriptorKey, at });
  const linked = { evidence: JSON.stringify(evidenceNoteIds), portfolio: JSON.stringify(portfolioEvidenceIds) };
  context.writer.run(putJudgement, { sessionId, descriptorKey, decision, rationale, ...linked, at });
  const evidence = evidenceNoteIds.length + portfolioEvidenceIds.length;
  const detail = { descriptorKey, decision, rationaleSha256: sha256(rationale), evidence };
  context.record({ type: 'judgement.recorded', subjectId: sessionId, detail });
}

export const recordJudgement: Handler<'judgement.record'> = (
  context,
  { sessionId, descriptorKey, decision, rationale, evidenceNoteIds, portfolioEvidenceIds },
) => {
  const session = sessionById(context.reader, sessionId);
  refuseSigned(session);
  const { method } = methodOfSession(context.reader, session);
  if (!descriptorsOf(method).some(({ descriptor }) => descriptor.key === descriptorKey)) {
    throw new AppError('descriptor.unknown', 'The plan has no such descriptor in this method.');
  }
  const linked = { sessionId, ids: JSON.stringify(evidenceNoteIds) };
  if (context.reader.one(foreignNotes, linked)?.count !== 0) {
    throw new AppError(
      'evidence.foreign',
      'One of the linked notes does not belong to this session. Link notes of this session only.',
    );
  }
  const before = judgementsOf(context.reader, sessionId).find(judged => judged.descriptorKey === descriptorKey);
  const newly = portfolioEvidenceIds.filter(id => !before?.portfolioEvidenceIds.includes(id));
  refuseForeignPortfolio(context.reader, session.assessmentId, newly);
  const at = context.now.toISOString();
  context.writer.run(keepVersion, { sessionId, descriptorKey, at });
  context.writer.run(putJudgement, {
    sessionId,
    descriptorKey,
    decision,
    rationale,
    evidence: JSON.stringify(evidenceNoteIds),
    portfolio: JSON.stringify(portfolioEvidenceIds),
    at,
  });
  clearDraft(context.writer, sessionId, `rationale:${descriptorKey}`);
  markChanged(context, sessionId);
  const evidence = evidenceNoteIds.length + portfolioEvidenceIds.length;
  const detail = { descriptorKey, decision, rationaleSha256: sha256(rationale), evidence };
  context.record({ type: 'judgement.recorded', subjectId: sessionId, detail });
  return {};
};
