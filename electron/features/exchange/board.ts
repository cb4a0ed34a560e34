import { boardPlace } from '../../../shared/domain/packs/board-stage.ts';
import type { Handler } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import { apprenticeById, fullName } from '../apprentices.ts';
import { type AssessmentRow, everyAssessmentRow } from '../assessment-rows.ts';
import { standingOf } from '../progress.ts';
import { reviewCaseOf } from '../review-cases.ts';
import { type AssignmentRow, everyAssignmentRow } from './assignment-rows.ts';
import { isSigned } from './sending-results.ts';

export const listBoard: Handler<'board.list'> = ({ reader }) => {
  const assignments = new Map(everyAssignmentRow(reader).map(row => [row.assessmentId, row]));
  return everyAssessmentRow(reader).map(assessment =>
    boardLine(reader, assessment, assignments.get(assessment.id) ?? null),
  );
};

function boardLine(reader: Reader, assessment: AssessmentRow, assignment: AssignmentRow | null) {
  const standing = standingOf(reader, assessment);
  const { plan, sessions, overall, changedAt } = standing;
  const isWhole = isSigned(reader, assessment.id, standing);
  const review = reviewCaseOf(reader, assessment);
  const apprentice = apprenticeById(reader, assessment.apprenticeId);
  const place = boardPlace({
    addedAt: assessment.addedAt,
    changedAt,
    isBegun: sessions.size > 0,
    isSigned: isWhole,
    assignment,
    review: review.state,
    reviewedAt: review.reviews.at(-1)?.at ?? null,
    releasedAt: review.released?.at ?? null,
  });
  return {
    id: assessment.id,
    apprenticeName: fullName(apprentice),
    uln: apprentice.uln,
    employer: apprentice.employer,
    standard: `${plan.standard.reference} ${plan.standard.title}`,
    practice: assessment.practice,
    ...place,
    assessor: assignment?.assessor ?? null,
    workspaceId: assignment?.workspaceId ?? null,
    hasResult: assignment !== null && assignment.receivedAt !== null,
    isSigned: isWhole,
    grade: overall.grade,
  };
}
