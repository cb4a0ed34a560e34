import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { readAttachment, storeAttachment } from '../db/attachments.ts';
import { addDocumentTimestamp } from '../signing/document-timestamp.ts';
import { httpTimestamp } from '../signing/http-timestamp.ts';
import type { Timestamp } from '../signing/timestamp.ts';
import { changeSetting, setting } from './settings.ts';
import { facts, insertReportFile, keepAttachment, reportById } from './signed-reports.ts';
import { believed } from './trust-rows.ts';

const timestampSetting = z.strictObject({ address: z.string().nullable(), agreed: z.boolean() });
const none: z.output<typeof timestampSetting> = { address: null, agreed: false };

/** How long the exchange with an authority may take, and how much it may answer. */
const limits = { timeoutMs: 15_000, maxBytes: 100_000 } as const;

export const getTimestamp: Handler<'timestamp.get'> = ({ reader }) =>
  setting(reader, 'timestamp', timestampSetting, none);

export const setTimestamp: Handler<'timestamp.set'> = (context, { address, agreed }) => {
  if (address !== null) httpTimestamp(address, { ...limits, fetch: globalThis.fetch });
  changeSetting(context, 'timestamp', { address, agreed: address !== null && agreed });
  return {};
};

/** Where time stamps come from, or undefined where none are to be used: nobody agreed, or this once the person chose to go without. */
export function timestampFor(context: TaskContext, choice: 'use' | 'without' = 'use'): Timestamp | undefined {
  const { address, agreed, roots } = context.query(({ reader }) => ({
    ...setting(reader, 'timestamp', timestampSetting, none),
    roots: believed(reader).timestampRoots,
  }));
  if (choice === 'without' || address === null || !agreed) return undefined;
  return httpTimestamp(address, { ...limits, fetch: globalThis.fetch, roots });
}

export const timestampReport: Handler<'report.timestamp'> = async (context, { reportId }) => {
  const timestamp = timestampFor(context);
  if (!timestamp) {
    throw new AppError(
      'timestamp.off',
      'No time stamp authority is set. Set its address, and agree to its use, first.',
    );
  }
  const { row, folder } = context.query(({ reader, workspace }) => ({
    row: reportById(reader, reportId),
    folder: filesOf(workspace.folder).attachments,
  }));
  const pdf = await addDocumentTimestamp(readAttachment(folder, row), { timestamp });
  const attachment = storeAttachment(folder, pdf);
  return context.command(command => {
    const { writer, reader, workspace, now, record } = command;
    if (reportById(reader, reportId).sha256 !== row.sha256) {
      throw new AppError('report.overtaken', 'The report was signed again meanwhile. Add the time stamp once more.');
    }
    const attachmentId = keepAttachment(command, attachment);
    const at = now.toISOString();
    writer.run(insertReportFile, { reportId, kind: 'timestamped', attachmentId, byId: workspace.ownerId, at });
    const { documentId } = row;
    record({ type: 'report.timestamped', subjectId: reportId, detail: { documentId, sha256: attachment.sha256 } });
    return facts(reportById(reader, reportId));
  });
};
