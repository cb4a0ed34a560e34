import { addApprentice, correctApprentice } from '../features/apprentices.ts';
import { addAssessment, getAssessment, listApprentices } from '../features/assessments.ts';
import { breakClock, runClock, settleClock } from '../features/clock.ts';
import { recordCompletion } from '../features/completion.ts';
import { keepDraft } from '../features/drafts.ts';
import { getFramework, listFrameworks } from '../features/frameworks.ts';
import { getHome, listAudit } from '../features/home.ts';
import { recordJudgement } from '../features/judgements.ts';
import { addNote, changeNote, noteHistory, strikeNote } from '../features/notes.ts';
import { discardPlan, draftPlan, newPlanVersion, savePlan } from '../features/plan-authoring.ts';
import { checkPlan, confirmPlan, returnPlan } from '../features/plan-confirming.ts';
import { exportPlan, importPlan, previewPlanImport } from '../features/plan-files.ts';
import { comparePlans, getPlan, listPlans } from '../features/plans.ts';
import { getPreferences, setPreferences } from '../features/preferences.ts';
import { getReport, previewReport, saveReport, signReport } from '../features/reports.ts';
import { safeguards } from '../features/safeguards.ts';
import { getSession } from '../features/session-view.ts';
import { beginSession, closeSession, reopenSession } from '../features/sessions.ts';
import { verifyChosenFile } from '../features/verification.ts';
import {
  chooseWorkspace,
  createWorkspace,
  lockWorkspace,
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
  'preferences.get': getPreferences,
  'preferences.set': setPreferences,
  'window.flushed': windowFlushed,
  'workspace.safeguards': safeguards,
  'home.get': getHome,
  'audit.list': listAudit,
  'framework.list': listFrameworks,
  'framework.get': getFramework,
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
  'apprentice.add': addApprentice,
  'apprentice.correct': correctApprentice,
  'assessment.add': addAssessment,
  'assessment.get': getAssessment,
  'session.begin': beginSession,
  'session.get': getSession,
  'clock.run': runClock,
  'clock.break': breakClock,
  'clock.settle': settleClock,
  'session.close': closeSession,
  'session.reopen': reopenSession,
  'note.add': addNote,
  'note.change': changeNote,
  'note.strike': strikeNote,
  'note.history': noteHistory,
  'judgement.record': recordJudgement,
  'draft.keep': keepDraft,
  'report.get': getReport,
  'report.preview': previewReport,
  'report.sign': signReport,
  'report.save': saveReport,
  'report.verifyFile': verifyChosenFile,
};
