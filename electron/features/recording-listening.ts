import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { filesOf, type OpenWorkspace } from '../core/open-workspace.ts';
import type { ShownFile } from '../core/shown-file.ts';
import { readAll, readPart } from '../recordings/chunk-file.ts';
import { indexWebm, seekableHead } from '../recordings/webm.ts';
import { fileOf, findSegment, type SegmentRow, segmentById } from './recording-rows.ts';

/** A segment as it is listened to: a head with length and index, and behind it the recorded clusters. */
interface Listening {
  readonly head: Buffer;
  /** Where the clusters begin in the recorded content, and how long they are, in bytes. */
  readonly clustersFrom: number;
  readonly clusterBytes: number;
}

/** What was made ready for listening, for as long as the workspace is open. */
const ready = new WeakMap<OpenWorkspace, Map<string, Listening>>();

export const listenToRecording: Handler<'recording.listen'> = ({ reader, workspace }, { segmentId }) => {
  const segment = segmentById(reader, segmentId);
  if (segment.endedAt === null) {
    throw new AppError('recording.running', 'This is being recorded now. Pause the recording to listen to it.');
  }
  ready.get(workspace)?.delete(segmentId);
  listeningTo(workspace, segment);
  return {};
};

/** A stretch of a recording as one seekable WebM file, of which only what is read is decrypted; undefined where there is none with this id, it is being recorded, or it was destroyed. */
export function recordingFile(workspace: OpenWorkspace, segmentId: string): ShownFile | undefined {
  const segment = findSegment(workspace.reader, segmentId);
  if (!segment?.fileKey || segment.endedAt === null) return undefined;
  const { head, clustersFrom, clusterBytes } = listeningTo(workspace, segment);
  const file = fileOf(segment);
  const { attachments } = filesOf(workspace.folder);
  const shift = clustersFrom - head.length;
  return {
    mediaType: 'audio/webm',
    sizeBytes: head.length + clusterBytes,
    read(from, to) {
      const ofHead = head.subarray(Math.min(from, head.length), Math.min(to, head.length));
      if (to <= head.length) return new Uint8Array(ofHead);
      const rest = readPart(attachments, file, segment, Math.max(from, head.length) + shift, to + shift);
      return new Uint8Array(Buffer.concat([ofHead, rest]));
    },
  };
}

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
