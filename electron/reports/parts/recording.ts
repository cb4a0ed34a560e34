import type { MethodReport } from '../../../shared/domain/report-model.ts';
import type { ReportedRecording } from '../../../shared/domain/reports/recording.ts';
import type { Edition } from '../edition.ts';
import { textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { leadingIn, section } from './headings.ts';
import { columnGap, dataTable, factsTable, pairOfFacts } from './tables.ts';

const labelWidth = 118;
const widths = { began: 52, length: 70, sha256: 122 };

/** Whether the session was recorded, with whose consent, and each stretch with its length, why it ended, and its hash. Nothing where the plan provides for no recording. */
export function recordingSection(edition: Edition, { recording }: MethodReport): Content[] {
  if (!recording) return [];
  const { recording: texts, sections, format } = edition.texts;
  const { consent, seconds, keptUntil, stretches } = recording;
  const given = [texts.consent, texts.consents[consent]] as const;
  const content =
    stretches.length === 0
      ? [factsTable([given, [texts.length, texts.none]], textWidth, labelWidth)]
      : [
          pairOfFacts(
            [given, [texts.length, format.duration(seconds)]],
            [
              [texts.stretchCount, `${stretches.length}`],
              [texts.keptUntil, keptUntil === null ? null : format.date(keptUntil)],
            ],
            labelWidth,
          ),
          ...told(edition, stretches),
        ];
  return [section(edition, 'recording', sections.recording, content)];
}

function told(edition: Edition, stretches: ReportedRecording['stretches']): Content[] {
  const { recording: texts, format } = edition.texts;
  const severalDays = new Set(stretches.map(({ startedAt }) => format.date(startedAt))).size > 1;
  const clock = severalDays ? format.dateTime : format.clock;
  const began = severalDays ? 86 : widths.began;
  const ended = textWidth - began - widths.length - widths.sha256 - 4 * columnGap;
  const table = dataTable(
    edition,
    [
      { heading: texts.columns.began, width: began },
      { heading: texts.columns.length, width: widths.length },
      { heading: texts.columns.ended, width: ended },
      { heading: texts.columns.sha256, width: widths.sha256 },
    ],
    stretches.map(({ startedAt, endedAt, seconds, end, reason, sha256 }) => [
      clock(startedAt),
      format.duration(seconds),
      texts.ended(clock(endedAt), texts.endings[end], reason),
      sha256 ?? texts.noHash,
    ]),
  );
  return [leadingIn({ ...type.quiet, text: texts.introduction, margin: [0, 8, 0, 8] }, 30, table), table];
}
