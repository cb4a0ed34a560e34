import { formatCount } from '../../../shared/british.ts';
import type { PackItem } from '../../../shared/contract/packs.ts';
import { chainTrouble } from '../../../shared/domain/packs/chain-standing.ts';
import type { ReceiptFile } from '../../../shared/domain/packs/pack-content.ts';
import { type PackKind, packKindNames, packsFor } from '../../../shared/domain/packs/pack-kinds.ts';
import { AppError } from '../../../shared/errors.ts';
import { eventsOfLog } from '../../core/audit.ts';
import type { QueryContext } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import type { OpenPack } from '../../packs/open-pack.ts';
import { readCertificate } from '../../signing/certificates.ts';
import { buildChain, judgeTrust } from '../../signing/trust.ts';
import { roleOf } from '../roles.ts';
import { correspondentOf, everyCorrespondentRow } from './correspondents.ts';
import { assessmentItem, judgeAssigned, judgeResult, type PackFacts } from './judging-assessments.ts';
import { judgeReview, reviewItem } from './judging-reviews.ts';
import type { PackContents } from './pack-contents.ts';
import { standingOfLog } from './pack-log.ts';
import { questionsHere, standingOfPlan, standingOfStandard } from './taking-in-plans.ts';

/** Why nothing of a pack can be taken in here, in words; null where it can. */
export function refusalOf(
  { reader, workspace }: QueryContext,
  pack: Pick<OpenPack, 'info' | 'signer'>,
  contents: PackContents,
): string | null {
  const { kind } = pack.info;
  const { sender, log } = contents;
  if (sender.workspaceId === workspace.id)
    return 'This pack was made in this very workspace. Open it where it is to go.';
  const role = roleOf(reader);
  if (!packsFor[role].includes(kind)) return wrongRole(kind);
  if (sender.demonstration !== workspace.practice) {
    return workspace.practice
      ? 'This workspace is the demonstration, and the pack is not from one. Open it in your own workspace.'
      : 'This pack is from a demonstration: nothing in it is anybody’s result, and it is not mixed with real records. Open it in the demonstration.';
  }
  if (pack.signer.trust !== 'trusted' && !isVouchedByOwnRoot(pack, contents)) {
    return untrusted(pack, correspondentOf(reader, sender.workspaceId) !== undefined);
  }
  if (kind === 'result' && log === null)
    return 'The pack has no audit log, so nobody can tell whether anything is missing.';
  if (log !== null && log.file.workspaceId !== sender.workspaceId)
    return 'The audit log in the pack is another workspace’s.';
  return log === null ? null : chainTrouble(standingOfLog(reader, log), sender.name);
}

const wrongRole = (kind: PackKind): string =>
  kind === 'result'
    ? 'This pack holds results for an assessment organisation, and this is an assessor’s workspace. Open it in the organisation’s; what a workspace is for is chosen in the settings.'
    : `This pack (${packKindNames[kind].toLowerCase()}) is for an assessor, and this is an organisation’s workspace. Open it in the assessor’s.`;

function untrusted({ signer }: Pick<OpenPack, 'signer'>, isKnown: boolean): string {
  const why = {
    trusted: '',
    'self-signed': 'nobody but the sender vouches for the certificate',
    'unknown issuer': 'its certificate was issued by an authority that is not trusted here',
    'expired at signing': 'its certificate was not valid when the pack was made',
    revoked: 'its certificate had been withdrawn',
  }[signer.trust];
  const before = isKnown ? ' although packs from this workspace came before' : '';
  return `The pack is signed by ${signer.name}, but ${why}${before}. Issue the sender a certificate, or trust their authority in the settings; then open the pack again.`;
}

/** Whether an organisation that is not trusted yet offers the root certificate that its own signature rests on. */
export function isVouchedByOwnRoot(pack: Pick<OpenPack, 'info' | 'signer'>, { trust }: PackContents): boolean {
  if (trust === null || pack.info.kind !== 'assignment') return false;
  try {
    const root = readCertificate(Buffer.from(trust.root, 'base64'));
    const chain = buildChain(readCertificate(pack.signer.certificateDer), [root]);
    return judgeTrust(chain, [root], new Date(pack.info.madeAt)) === 'trusted';
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** What an assessment's standing depends on beside itself. */
export function packFacts(reader: Reader, pack: Pick<OpenPack, 'signer'>, contents: PackContents): PackFacts {
  return {
    contents,
    signer: pack.signer.name,
    questions: questionsHere(reader, contents),
  };
}

/** Everything in a pack with how it stands here. */
export function itemsOf(
  context: QueryContext,
  pack: Pick<OpenPack, 'info' | 'signer'>,
  contents: PackContents,
): PackItem[] {
  const { reader } = context;
  const facts = packFacts(reader, pack, contents);
  const judge = pack.info.kind === 'result' ? judgeResult : judgeAssigned;
  return [
    ...sharedItems(reader, contents),
    ...contents.assessments.map(spool => assessmentItem(judge(reader, facts, spool.get()))),
    ...contents.reviews.map(spool => reviewItem(judgeReview(reader, spool.get()))),
    ...(contents.receipt ? [receiptItem(context, contents.receipt)] : []),
  ];
}

/** The standards, plans and questions of a pack with how they stand here. */
export function sharedItems(reader: Reader, contents: PackContents): PackItem[] {
  const known = questionsHere(reader, contents);
  return [
    ...contents.standards.map((standard): PackItem => {
      const { id, reference, version, title } = standard.document;
      const note = `${reference}, version ${version}`;
      return { kind: 'standard', id, title, note, ...standingOfStandard(reader, standard) };
    }),
    ...contents.plans.map((plan): PackItem => {
      const { title, version } = plan.document;
      return { kind: 'plan', id: plan.id, title, note: `Version ${version}`, ...standingOfPlan(reader, plan) };
    }),
    ...contents.questions.map(({ planId, questions }): PackItem => {
      const fresh = questions.filter(({ id }) => !known.has(id)).length;
      const title = contents.plans.find(({ id }) => id === planId)?.document.title ?? 'Questions';
      const all = formatCount(questions.length, 'question');
      const note = fresh > 0 ? `${all}, ${fresh} not here yet` : all;
      return { kind: 'questions', id: planId, title, note, standing: fresh > 0 ? 'new' : 'same', why: null };
    }),
  ];
}

/** The line of a receipt: it has to fit this workspace's own audit log. */
export function receiptItem({ reader, workspace }: QueryContext, receipt: ReceiptFile): PackItem {
  const { sequence, head, packs, assessmentIds, workspaceId } = receipt;
  const title = `Received up to event ${sequence}`;
  const note = `${formatCount(packs.length, 'pack')}, ${formatCount(assessmentIds.length, 'assessment')}`;
  const item = { kind: 'receipt', id: workspaceId, title, note } as const;
  const [event] = eventsOfLog(reader, sequence, 1);
  if (workspaceId !== workspace.id) {
    return { ...item, standing: 'conflicting', why: 'This receipt is for another workspace.' };
  }
  if (event?.hash !== head) {
    const why =
      'The audit log here is not the one that the organisation received. Was this workspace put back from an older copy?';
    return { ...item, standing: 'conflicting', why };
  }
  const isKnown = everyCorrespondentRow(reader).some(({ acknowledgedSequence }) => acknowledgedSequence >= sequence);
  return { ...item, standing: isKnown ? 'same' : 'new', why: null };
}
