import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { filesOf, type OpenWorkspace } from '../core/open-workspace.ts';
import { readAll, readPart } from '../recordings/chunk-file.ts';
import { indexWebm, seekableHead } from '../recordings/webm.ts';
import { fileOf, type SegmentRow, segmentById } from './recording-rows.ts';

/** A segment as it is listened to: a head with length and index, and behind it the recorded clusters. */
interface Listening {
  readonly head: Buffer;
  /** Where the clusters begin in the recorded content, and how long they are, in bytes. */
  readonly clustersFrom: number;
  readonly clusterBytes: number;
}

const mostBytes = 1_048_576;
/** What was made ready for listening, for as long as the workspace is open. */
const ready = new WeakMap<OpenWorkspace, Map<string, Listening>>();

export const recordingBytes: Handler<'recording.bytes'> = ({ reader, workspace }, { segmentId, from, to }) => {
  const segment = segmentById(reader, segmentId);
  if (segment.endedAt === null) {
    throw new AppError('recording.running', 'This is being recorded now. Pause the recording to listen to it.');
  }
  const file = fileOf(segment);
  const { head, clustersFrom, clusterBytes } = listeningTo(workspace, segment);
  const size = head.length + clusterBytes;
  const end = Math.min(to, from + mostBytes, size);
  const ofHead = head.subarray(Math.min(from, head.length), Math.min(end, head.length));
  const shift = clustersFrom - head.length;
  const rest =
    end > head.length
      ? readPart(filesOf(workspace.folder).attachments, file, segment, Math.max(from, head.length) + shift, end + shift)
      : Buffer.alloc(0);
  return { bytes: Buffer.concat([ofHead, rest]), size };
};

function listeningTo(workspace: OpenWorkspace, segment: SegmentRow): Listening {
  const known = ready.get(workspace) ?? new Map<string, Listening>();
  ready.set(workspace, known);
  const found = known.get(segment.id) ?? prepared(workspace, segment);
  known.set(segment.id, found);
  return found;
}

function prepared({ folder }: OpenWorkspace, segment: SegmentRow): Listening {
  const content = readAll(filesOf(folder).attachments, fileOf(segment), segment);
  const index = indexWebm(content);
  if (!index) throw new AppError('recording.empty', 'There is no sound in this stretch of the recording.');
  const clusterBytes = content.length - index.clustersFrom;
  return { head: seekableHead(index, clusterBytes), clustersFrom: index.clustersFrom, clusterBytes };
}
