import type { AuditExtract } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { cover, resultPanel } from '../parts/cover.ts';
import { about, apprenticeAndPlan } from '../parts/facts.ts';
import { leadingIn, section } from '../parts/headings.ts';
import { numberedList } from '../parts/lists.ts';
import { signatures } from '../parts/signature-block.ts';
import { columnGap, dataTable, factsTable } from '../parts/tables.ts';
import { textWidth, type } from '../styles.ts';
import type { Content, TextNode } from '../tagged/nodes.ts';

type Event = AuditExtract['events'][number];

/** How much of a hash is printed in the table. */
const hashPrefix = 16;

/** The events of an assessment as the audit log has them, whether the log is unbroken, and how anybody can check it. */
export function auditContents(edition: Edition, model: AuditExtract): Content[] {
  const { log: texts, format } = edition.texts;
  const { events, log } = model;
  const [first, last] = [events[0]?.sequence ?? 0, events.at(-1)?.sequence ?? 0];
  const counted = (count: number) => format.count(count, texts.event);
  return [
    ...cover(edition, model),
    resultPanel(edition, {
      label: texts.result,
      word: log.brokenAt === null ? texts.intact : texts.broken(log.brokenAt),
      statement:
        log.brokenAt === null ? texts.intactStatement(counted(log.eventCount)) : texts.brokenStatement(log.brokenAt),
      counts: [texts.counts(counted(events.length), first, last)],
    }),
    apprenticeAndPlan(edition, model),
    section(edition, 'ends', texts.ends, [ends(edition, model)]),
    section(edition, 'events', texts.events, eventTable(edition, model)),
    section(edition, 'recipe', texts.recipe, recipe(edition, model)),
    signatures(edition, model),
    about(edition, model),
  ];
}

function ends({ texts: { log: texts, format } }: Edition, { events, log }: AuditExtract): Content {
  const shown = [events[0], events.at(-1)].flatMap(event => (event ? [event] : []));
  const [first, last] = shown;
  return factsTable(
    [
      [texts.checked, format.dateTime(log.checkedAt)],
      [texts.firstHash, log.firstHash],
      [texts.firstShown(first?.sequence ?? 0), first?.hash ?? null],
      [texts.lastShown(last?.sequence ?? 0), last?.hash ?? null],
      [texts.lastHash(log.eventCount), log.lastHash],
      [texts.publicKey, log.publicKey],
    ],
    textWidth,
    130,
  );
}

function eventTable(edition: Edition, { events, log }: AuditExtract): Content[] {
  const { log: texts } = edition.texts;
  const { columns } = texts;
  const widths = { sequence: 34, at: 118, actor: 84, hash: 82 };
  const used = Object.values(widths).reduce((sum, width) => sum + width, 0) + 5 * columnGap;
  const table = dataTable(
    edition,
    [
      { heading: columns.sequence, width: widths.sequence },
      { heading: columns.at, width: widths.at },
      { heading: columns.actor, width: widths.actor },
      { heading: columns.sentence, width: textWidth - used },
      { heading: columns.hash, width: widths.hash },
    ],
    events.map(({ sequence, at, actor, sentence, hash }) => [
      `${sequence}`,
      texts.atUtc(at),
      actor,
      sequence === log.brokenAt ? texts.doesNotFit(sentence) : sentence,
      hash.slice(0, hashPrefix),
    ]),
  );
  const introduction: TextNode = { ...type.quiet, text: texts.introduction, margin: [0, 0, 0, 6] };
  return [leadingIn(introduction, 20, table), table];
}

function recipe(edition: Edition, { events }: AuditExtract): Content[] {
  const { log: texts } = edition.texts;
  const introduction: TextNode = { ...type.body, text: texts.recipeIntroduction, margin: [0, 0, 0, 6] };
  const steps = numberedList(texts.steps);
  const [example] = events;
  if (!example) return [introduction, steps];
  return [
    leadingIn(introduction, 20, steps),
    steps,
    { ...type.body, text: texts.example(example.sequence), bold: true, margin: [0, 6, 0, 3], needs: 80 },
    { ...type.small, text: hashedText(example), margin: [0, 0, 0, 5] },
    { ...type.body, text: texts.exampleHash, bold: true, margin: [0, 0, 0, 3] },
    { ...type.small, text: example.hash },
  ];
}

/** The text whose SHA-256 is an event's hash: how the log makes it, see electron/core/audit.ts. */
export function hashedText({ sequence, at, actorId, type: kind, subjectId, detail, previousHash }: Event): string {
  return JSON.stringify([sequence, at, actorId, kind, subjectId, detail, previousHash]);
}
