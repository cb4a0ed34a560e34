import { recordAdjustment, withdrawAdjustment } from '../features/adjustments.ts';
import { findApprentices } from '../features/apprentice-search.ts';
import { addApprentice, correctApprentice } from '../features/apprentices.ts';
import {
  addAssessmentVersion,
  chooseAssessmentVersion,
  getSamplingLog,
  withdrawAssessmentVersion,
} from '../features/assessment-versions.ts';
import { addAssessment, getAssessment, listApprentices } from '../features/assessments.ts';
import { voidAttempt } from '../features/attempts.ts';
import {
  getAuthority,
  issueForRequest,
  issueToPerson,
  makeAuthority,
  readRequest,
  renewIssued,
  saveAuthorityCertificate,
} from '../features/authority.ts';
import { exportQuestions, importQuestions, previewQuestionImport } from '../features/bank-files.ts';
import { offeredQuestions } from '../features/bank-offers.ts';
import {
  addQuestion,
  approveQuestions,
  changeQuestion,
  discardQuestion,
  listQuestions,
  questionHistory,
  restoreQuestion,
  retireQuestion,
} from '../features/bank-questions.ts';
import { cancelBooking, makeBooking, moveBooking } from '../features/bookings.ts';
import { verifyChosenFiles, verifyGivenFile } from '../features/checking-files.ts';
import { breakClock, runClock, settleClock, splitSession } from '../features/clock.ts';
import { recordCompletion } from '../features/completion.ts';
import { countersignReport } from '../features/countersigning.ts';
import { previewDfeAnswer, recordDfeAnswer } from '../features/dfe-answers.ts';
import { getDfeDetails, setDfeDetails, undoWithdrawal, withdrawLearner } from '../features/dfe-details.ts';
import { checkForDfe, listDfeFiles, listForDfe, listWrittenLearners, writeForDfe } from '../features/dfe-files.ts';
import { getDfeSettings, setDfeSettings } from '../features/dfe-settings.ts';
import { listDocuments, makeDocument, previewDocument, saveDocument } from '../features/documents.ts';
import { keepDraft } from '../features/drafts.ts';
import { listDue } from '../features/due.ts';
import { sendReceipt, sendReviews } from '../features/exchange/answering.ts';
import { assign, recallAssignment } from '../features/exchange/assigning.ts';
import { listBoard } from '../features/exchange/board.ts';
import { importApprentices, previewApprentices } from '../features/exchange/enrolling.ts';
import { listPacks } from '../features/exchange/pack-lines.ts';
import {
  choosePackFolder,
  choosePacks,
  previewPack,
  takeInPack,
  takeOpenedPacks,
} from '../features/exchange/receiving.ts';
import { sendResults } from '../features/exchange/sending-results.ts';
import {
  amendImport,
  compareFrameworks,
  exportFrameworkCase,
  importChosen,
  importDetail,
  previewImport,
} from '../features/framework-imports.ts';
import { getFramework, listFrameworks } from '../features/frameworks.ts';
import { confirmGateway, recordRequirement, unlockGateway } from '../features/gateway.ts';
import { getHome, listAudit } from '../features/home.ts';
import {
  chooseIdentityFile,
  importIdentity,
  installIssued,
  listIdentities,
  makeIdentity,
  saveRequest,
} from '../features/identities.ts';
import { recordJudgement } from '../features/judgements.ts';
import { setMark } from '../features/marks.ts';
import { addNote, changeNote, noteHistory, strikeNote } from '../features/notes.ts';
import { addPerson, listPeople } from '../features/people.ts';
import { discardPlan, draftPlan, newPlanVersion, savePlan } from '../features/plan-authoring.ts';
import { checkPlan, confirmPlan, returnPlan } from '../features/plan-confirming.ts';
import { exportPlan, importPlan, previewPlanImport } from '../features/plan-files.ts';
import { getPlanning, setPlanning, tickLookFor } from '../features/planning.ts';
import { comparePlans, getPlan, listPlans } from '../features/plans.ts';
import { historyOfPiece, listPortfolio, mapPiece, notePiece, withdrawPiece } from '../features/portfolio.ts';
import {
  addChosenFiles,
  beginDroppedFile,
  cancelDroppedFile,
  endDroppedFile,
  savePiece,
  takeDroppedBytes,
} from '../features/portfolio-files.ts';
import { getPreferences, setPreferences } from '../features/preferences.ts';
import { getPreparation } from '../features/preparation.ts';
import { checkNames, listNames, markName, replaceNameInSession, unmarkName } from '../features/private-names.ts';
import { correctOutcome, recordOutcome } from '../features/recorded-outcomes.ts';
import { destroyRecording } from '../features/recording-destroying.ts';
import { listenToRecording } from '../features/recording-listening.ts';
import { appendRecording, endSegment, recordConsent, startRecording } from '../features/recordings.ts';
import { refuseSession, withdrawRefusal } from '../features/refusals.ts';
import { getReport, previewReport, saveReport, signReport } from '../features/reports.ts';
import { getReview, listReviews } from '../features/review-cases.ts';
import { recordReview, releaseResult, reviseReport } from '../features/reviews.ts';
import { revokeIssued, saveRevocationList } from '../features/revocations.ts';
import { setRole } from '../features/roles.ts';
import { safeguards } from '../features/safeguards.ts';
import { getSampling, setSampling } from '../features/sampling.ts';
import { exportSamplingLog } from '../features/sampling-files.ts';
import { cancelTask, saveAllReports } from '../features/saving-reports.ts';
import { recordScore } from '../features/scores.ts';
import { getSession } from '../features/session-view.ts';
import { beginSession, closeSession, reopenSession } from '../features/sessions.ts';
import { listReady, signMany } from '../features/signing-many.ts';
import { searchFrameworks } from '../features/statement-search.ts';
import { decideStop, recordStop, stopSession } from '../features/stops.ts';
import { getStyle, setStyle } from '../features/styles.ts';
import { getTimestamp, setTimestamp, timestampReport } from '../features/timestamping.ts';
import { addRevocationList, addTrust, listTrust, readTrust, removeTrust } from '../features/trust.ts';
import { lastWorkspaceCopy, saveWorkspaceCopy } from '../features/workspace-copies.ts';
import { changePassphrase, renewRecoveryKey } from '../features/workspace-keys.ts';
import {
  chooseWorkspace,
  createWorkspace,
  lockWorkspace,
  renameWorkspace,
  startDemonstration,
  unlockWorkspace,
  windowFlushed,
  workspaceStatus,
} from '../features/workspaces.ts';
import type { Handlers } from './contexts.ts';

/** Every channel with the function behind it. */
export const handlers: Handlers = {
  'workspace.status': workspaceStatus,
  'workspace.startDemonstration': startDemonstration,
  'workspace.create': createWorkspace,
  'workspace.choose': chooseWorkspace,
  'workspace.unlock': unlockWorkspace,
  'workspace.lock': lockWorkspace,
  'workspace.rename': renameWorkspace,
  'workspace.changePassphrase': changePassphrase,
  'workspace.renewRecoveryKey': renewRecoveryKey,
  'workspace.saveCopy': saveWorkspaceCopy,
  'workspace.lastCopy': lastWorkspaceCopy,
  'preferences.get': getPreferences,
  'preferences.set': setPreferences,
  'window.flushed': windowFlushed,
  'workspace.safeguards': safeguards,
  'home.get': getHome,
  'audit.list': listAudit,
  'framework.list': listFrameworks,
  'framework.get': getFramework,
  'framework.differences': compareFrameworks,
  'framework.exportCase': exportFrameworkCase,
  'framework.previewImport': previewImport,
  'framework.importDetail': importDetail,
  'framework.amendImport': amendImport,
  'framework.import': importChosen,
  'plan.list': listPlans,
  'plan.get': getPlan,
  'plan.draft': draftPlan,
  'plan.save': savePlan,
  'plan.check': checkPlan,
  'plan.return': returnPlan,
  'plan.confirm': confirmPlan,
  'plan.newVersion': newPlanVersion,
  'plan.differences': comparePlans,
  'plan.discard': discardPlan,
  'plan.export': exportPlan,
  'plan.previewImport': previewPlanImport,
  'plan.import': importPlan,
  'completion.record': recordCompletion,
  'apprentice.list': listApprentices,
  'apprentice.find': findApprentices,
  'apprentice.add': addApprentice,
  'apprentice.correct': correctApprentice,
  'assessment.add': addAssessment,
  'assessment.get': getAssessment,
  'assessmentVersion.log': getSamplingLog,
  'assessmentVersion.add': addAssessmentVersion,
  'assessmentVersion.withdraw': withdrawAssessmentVersion,
  'assessmentVersion.choose': chooseAssessmentVersion,
  'assessmentVersion.export': exportSamplingLog,
  'planning.get': getPlanning,
  'planning.set': setPlanning,
  'planning.tick': tickLookFor,
  'portfolio.list': listPortfolio,
  'portfolio.addFiles': addChosenFiles,
  'portfolio.beginFile': beginDroppedFile,
  'portfolio.sendBytes': takeDroppedBytes,
  'portfolio.endFile': endDroppedFile,
  'portfolio.cancelFile': cancelDroppedFile,
  'portfolio.map': mapPiece,
  'portfolio.withdraw': withdrawPiece,
  'portfolio.history': historyOfPiece,
  'portfolio.save': savePiece,
  'portfolio.note': notePiece,
  'preparation.get': getPreparation,
  'gateway.record': recordRequirement,
  'gateway.confirm': confirmGateway,
  'gateway.unlock': unlockGateway,
  'booking.make': makeBooking,
  'booking.move': moveBooking,
  'booking.cancel': cancelBooking,
  'adjustment.record': recordAdjustment,
  'adjustment.withdraw': withdrawAdjustment,
  'due.list': listDue,
  'framework.search': searchFrameworks,
  'question.list': listQuestions,
  'question.add': addQuestion,
  'question.change': changeQuestion,
  'question.approve': approveQuestions,
  'question.retire': retireQuestion,
  'question.restore': restoreQuestion,
  'question.discard': discardQuestion,
  'question.history': questionHistory,
  'question.previewImport': previewQuestionImport,
  'question.import': importQuestions,
  'question.export': exportQuestions,
  'question.offered': offeredQuestions,
  'session.begin': beginSession,
  'session.refuse': refuseSession,
  'refusal.withdraw': withdrawRefusal,
  'session.get': getSession,
  'clock.run': runClock,
  'clock.break': breakClock,
  'clock.split': splitSession,
  'clock.settle': settleClock,
  'session.stop': stopSession,
  'stop.record': recordStop,
  'stop.decide': decideStop,
  'mark.set': setMark,
  'name.list': listNames,
  'name.mark': markName,
  'name.unmark': unmarkName,
  'name.replace': replaceNameInSession,
  'name.check': checkNames,
  'session.close': closeSession,
  'session.reopen': reopenSession,
  'session.void': voidAttempt,
  'recording.consent': recordConsent,
  'recording.start': startRecording,
  'recording.append': appendRecording,
  'recording.end': endSegment,
  'recording.listen': listenToRecording,
  'recording.destroy': destroyRecording,
  'note.add': addNote,
  'note.change': changeNote,
  'note.strike': strikeNote,
  'note.history': noteHistory,
  'judgement.record': recordJudgement,
  'outcome.record': recordOutcome,
  'outcome.correct': correctOutcome,
  'score.record': recordScore,
  'draft.keep': keepDraft,
  'report.get': getReport,
  'report.preview': previewReport,
  'report.sign': signReport,
  'report.ready': listReady,
  'report.signMany': signMany,
  'report.save': saveReport,
  'report.verifyFiles': verifyChosenFiles,
  'report.verifyGiven': verifyGivenFile,
  'person.list': listPeople,
  'person.add': addPerson,
  'sampling.get': getSampling,
  'sampling.set': setSampling,
  'review.list': listReviews,
  'review.get': getReview,
  'review.record': recordReview,
  'report.revise': reviseReport,
  'report.countersign': countersignReport,
  'result.release': releaseResult,
  'identity.list': listIdentities,
  'identity.make': makeIdentity,
  'identity.chooseFile': chooseIdentityFile,
  'identity.import': importIdentity,
  'identity.saveRequest': saveRequest,
  'identity.installIssued': installIssued,
  'authority.get': getAuthority,
  'authority.create': makeAuthority,
  'authority.issue': issueToPerson,
  'authority.readRequest': readRequest,
  'authority.issueForRequest': issueForRequest,
  'authority.renew': renewIssued,
  'authority.revoke': revokeIssued,
  'authority.saveRevocationList': saveRevocationList,
  'authority.saveCertificate': saveAuthorityCertificate,
  'trust.list': listTrust,
  'trust.read': readTrust,
  'trust.add': addTrust,
  'trust.remove': removeTrust,
  'trust.addRevocationList': addRevocationList,
  'timestamp.get': getTimestamp,
  'timestamp.set': setTimestamp,
  'report.timestamp': timestampReport,
  'document.list': listDocuments,
  'document.make': makeDocument,
  'document.preview': previewDocument,
  'document.save': saveDocument,
  'dfe.list': listForDfe,
  'dfe.check': checkForDfe,
  'dfe.details': getDfeDetails,
  'dfe.setDetails': setDfeDetails,
  'learner.withdraw': withdrawLearner,
  'learner.undoWithdrawal': undoWithdrawal,
  'dfe.settings': getDfeSettings,
  'dfe.setSettings': setDfeSettings,
  'dfe.write': writeForDfe,
  'dfe.files': listDfeFiles,
  'dfe.writtenLearners': listWrittenLearners,
  'dfe.previewAnswer': previewDfeAnswer,
  'dfe.recordAnswer': recordDfeAnswer,
  'style.get': getStyle,
  'style.set': setStyle,
  'report.saveAll': saveAllReports,
  'task.cancel': cancelTask,
  'workspace.setRole': setRole,
  'pack.list': listPacks,
  'pack.choose': choosePacks,
  'pack.chooseFolder': choosePackFolder,
  'pack.opened': takeOpenedPacks,
  'pack.preview': previewPack,
  'pack.takeIn': takeInPack,
  'pack.sendResults': sendResults,
  'pack.assign': assign,
  'assignment.recall': recallAssignment,
  'pack.sendReviews': sendReviews,
  'pack.sendReceipt': sendReceipt,
  'board.list': listBoard,
  'apprentice.previewImport': previewApprentices,
  'apprentice.import': importApprentices,
};
