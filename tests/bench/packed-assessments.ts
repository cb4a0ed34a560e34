/** How many assessments the pack of the benchmark holds. */
export const packedAssessments = 1000;

const REPORTS = 3;
const REPORT_BYTES = 38_000; // what the demonstration's signed reports have
const NOTES = 60;
const words =
  'the apprentice explained how a concern is recorded and passed on without delay to whoever may know'.split(' ');

/** Numbers that look like chance and are the same each time. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

function assessmentText(seed: number): Buffer {
  const numbers = chance(seed);
  const next = (): number => numbers.next().value >>> 8;
  const notes = Array.from({ length: NOTES }, () => ({
    id: next().toString(16).padStart(8, '0').repeat(4),
    body: Array.from({ length: 40 }, () => words[next() % words.length]).join(' '),
    ksbs: [`K${next() % 30}`, `S${next() % 20}`],
    offsetSeconds: next() % 3600,
  }));
  return Buffer.from(JSON.stringify({ schema: 'epa-bench/1', notes }));
}

/** Bytes as dense as a compressed PDF; each file's are others. */
function reportBytes(seed: number): Buffer {
  const bytes = Buffer.allocUnsafe(REPORT_BYTES);
  const numbers = chance(seed);
  for (let at = 0; at < REPORT_BYTES; at += 2) bytes.writeUInt16LE(numbers.next().value >>> 16, at);
  return bytes;
}

/** The files of the pack: each assessment's record, and its reports. About 135 kB an assessment. */
export function* packedFiles(): Generator<{ readonly path: string; readonly open: () => Buffer }> {
  for (let index = 0; index < packedAssessments; index += 1) {
    yield { path: `assessments/${index}.json`, open: () => assessmentText(index) };
    for (let report = 0; report < REPORTS; report += 1) {
      yield { path: `attachments/${index}-${report}.pdf`, open: () => reportBytes(index * REPORTS + report) };
    }
  }
}
