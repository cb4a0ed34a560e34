import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createWorkbench } from '../../electron/core/dispatch.ts';
import { heldIdentity } from '../../electron/features/identity-rows.ts';
import { buildSignedData, sha256 } from '../../electron/signing/cms.ts';
import type { Channel, Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { holdSession, judgeAll, mark } from '../integration/features/job.ts';

/** Nobody's passphrase. */
export const passphrase = 'correct horse battery';

const organisation = 'Example Organisation';
const checklist = {
  place: 'Meeting room',
  identityDocument: 'Passport',
  present: '',
  adjustmentPercent: 0,
  adjustments: '',
  independenceDeclared: true,
  briefingGiven: true,
} as const;

/** A workbench whose clock the caller moves and whose dialogs answer with the file that was named last. */
function desk(scratch: string, name: string) {
  const userData = path.join(scratch, name);
  mkdirSync(userData);
  let now = Date.now() - 6 * 60 * 60_000;
  let chosen = '';
  const answer = async (): Promise<string> => chosen;
  const workbench = createWorkbench({
    userData,
    now: () => {
      now += 7;
      return new Date(now);
    },
    dialogs: { chooseFolder: answer, chooseFile: answer, chooseFiles: async () => [chosen], saveFile: answer },
    emit: () => {},
    onBug: fault => {
      throw fault;
    },
  });
  const ask = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const reply = await workbench.dispatch(channel, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message);
    return reply.value as never;
  };
  return {
    workbench,
    userData,
    ask,
    refusal: async () => '',
    passMinutes: (minutes: number) => {
      now += minutes * 60_000;
    },
    file: (file: string) => (chosen = path.join(scratch, file)),
    begin: (assessor: string) => ask('workspace.create', { label: name, passphrase, assessor, organisation }),
  };
}

type Desk = ReturnType<typeof desk>;

async function certify(assessor: Desk, office: Desk): Promise<void> {
  const [owner] = await assessor.ask('person.list', {});
  const personId = owner?.id ?? '';
  assessor.file('request.csr');
  await assessor.ask('identity.saveRequest', { personId });
  office.file('request.csr');
  const request = await office.ask('authority.readRequest', {});
  office.file('certificate.pem');
  const bytes = request?.bytes ?? new Uint8Array();
  await office.ask('authority.issueForRequest', { bytes, role: 'assessor', validYears: 2 });
  assessor.file('certificate.pem');
  await assessor.ask('identity.installIssued', { personId });
}

async function assess(bench: Desk): Promise<string> {
  const { id: apprenticeId } = await bench.ask('apprentice.add', {
    givenNames: 'Zoë',
    familyName: 'Example',
    uln: '1000000010',
    employer: 'Example Care (fictional)',
    trainingProvider: 'Example Training (fictional)',
  });
  const subject = { apprenticeId, planId: 'st1030-demonstration', practice: true };
  const { id: assessmentId } = await bench.ask('assessment.add', subject);
  for (const methodKey of ['observation', 'professionalDiscussion']) {
    const { id: sessionId } = await bench.ask('session.begin', { assessmentId, methodKey, checklist });
    await holdSession(bench, sessionId);
    await judgeAll(bench, sessionId, () => 'met');
    await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  }
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  return assessmentId;
}

/** The result pack of one assessment, the organisation's folder that it is to be taken in at, and how its sender signs. */
export async function oneResult(scratch: string) {
  const office = desk(scratch, 'office');
  const assessor = desk(scratch, 'assessor');
  await office.begin('Olive Office');
  await office.ask('workspace.setRole', { role: 'organisation' });
  await office.ask('authority.create', { name: 'Example Authority', validYears: 10 });
  await assessor.begin('Robin Fictional');
  await certify(assessor, office);
  const assessmentIds = [await assess(assessor)];
  const file = assessor.file('one.epapack');
  await assessor.ask('pack.sendResults', { assessmentIds, choices: [], workspaceId: null, encrypt: false });
  const identity = await assessor.workbench.task(async context =>
    context.query(({ reader, workspace }) => heldIdentity(reader, workspace.ownerId)),
  );
  if (!identity) throw new Error('The assessor signs with nothing.');
  const status = await office.ask('workspace.status', {});
  if (status.state !== 'open') throw new Error('The organisation’s workspace is not open.');
  office.workbench.close();
  assessor.workbench.close();
  const sign = (manifest: Buffer): Buffer => buildSignedData(sha256(manifest), identity);
  return { file, sign, userData: office.userData, folder: status.workspace.folder };
}
