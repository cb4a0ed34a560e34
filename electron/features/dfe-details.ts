import { calendarDate } from '../../shared/british.ts';
import type { DfeDetails } from '../../shared/contract/dfe.ts';
import { type ReferenceKind, referenceKinds } from '../../shared/domain/dfe/kinds.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { assessmentById } from './assessment-rows.ts';
import { learnerOf } from './dfe-records.ts';
import {
  contactOfEmployer,
  currentWithdrawal,
  deleteReference,
  insertWithdrawal,
  putDetails,
  putReference,
  releasedLearners,
  updateUndone,
} from './dfe-rows.ts';
import { sha256 } from './stored.ts';

/** What is kept of one learner for the service. */
function keptDetails(reader: Reader, assessmentId: string): DfeDetails {
  const { record } = learnerOf(reader, assessmentId);
  const { learningStartedOn, contact, epaReference, certificateReference } = record;
  const courseOption = reader.one(releasedLearners, { assessmentId })?.courseOption ?? null;
  return { courseOption, learningStartedOn, contact, epaReference, certificateReference };
}

export const getDfeDetails: Handler<'dfe.details'> = ({ reader }, { assessmentId }) => {
  const { record, employer, pathway } = learnerOf(reader, assessmentId);
  return {
    name: `${record.givenNames} ${record.familyName}`,
    details: keptDetails(reader, assessmentId),
    options: [...record.held.options],
    pathway,
    withdrawal: reader.one(currentWithdrawal, { assessmentId }) ?? null,
    suggested: reader.one(contactOfEmployer, { employer, assessmentId })?.contact ?? null,
  };
};

export const setDfeDetails: Handler<'dfe.setDetails'> = (context, { assessmentId, ...wanted }) => {
  const { reader, writer, now, record } = context;
  const before = keptDetails(reader, assessmentId);
  const at = now.toISOString();
  const { courseOption, learningStartedOn, epaReference, certificateReference } = wanted;
  const contact = JSON.stringify(wanted.contact);
  writer.run(putDetails, { assessmentId, courseOption, learningStartedOn, contact, at });
  const references = { epa: epaReference, certificate: certificateReference };
  for (const kind of referenceKinds) changeReference(context, assessmentId, kind, references[kind]);
  const fields = (Object.keys(wanted) as (keyof DfeDetails)[]).filter(
    field => JSON.stringify(wanted[field]) !== JSON.stringify(before[field]),
  );
  record({
    type: 'dfe.detailsChanged',
    subjectId: assessmentId,
    detail: { fields, sha256: sha256(JSON.stringify(wanted)) },
  });
  return {};
};

/** Keeps a reference of the service, or forgets it where it is null. */
function changeReference(
  { writer, now }: CommandContext,
  assessmentId: string,
  kind: ReferenceKind,
  reference: string | null,
): void {
  if (reference === null) writer.run(deleteReference, { assessmentId, kind });
  else writer.run(putReference, { assessmentId, kind, reference, at: now.toISOString() });
}

export const withdrawLearner: Handler<'learner.withdraw'> = (context, { assessmentId, withdrawnOn, reason }) => {
  const { reader, writer, now, newId, record } = context;
  assessmentById(reader, assessmentId);
  if (reader.one(currentWithdrawal, { assessmentId })) {
    throw new AppError('learner.withdrawn', 'The withdrawal of this learner is recorded already.');
  }
  if (withdrawnOn > calendarDate(now.toISOString())) {
    throw new AppError('learner.withdrawnInFuture', 'A withdrawal is recorded on its day or later, not before.');
  }
  writer.run(insertWithdrawal, { id: newId(), assessmentId, withdrawnOn, reason, at: now.toISOString() });
  const detail = { withdrawnOn, reasonSha256: sha256(reason) };
  record({ type: 'learner.withdrawn', subjectId: assessmentId, detail });
  return {};
};

export const undoWithdrawal: Handler<'learner.undoWithdrawal'> = ({ writer, now, record }, given) => {
  const { assessmentId, reason } = given;
  if (writer.run(updateUndone, { assessmentId, reason, at: now.toISOString() }) === 0) {
    throw new AppError('learner.notWithdrawn', 'No withdrawal of this learner is recorded.');
  }
  record({ type: 'learner.withdrawalUndone', subjectId: assessmentId, detail: { reasonSha256: sha256(reason) } });
  return {};
};
