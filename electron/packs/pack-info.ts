import { z } from 'zod';
import { type PackKind, packKind } from '../../shared/domain/packs/pack-kinds.ts';
import { AppError } from '../../shared/errors.ts';
import { tagLines, tagValues } from './tag-lines.ts';

/** The format that is written here. A pack of a later one is refused, since nobody can know what it means. */
export const packFormat = 1;

const line = z
  .string()
  .min(1)
  .max(500)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character would break the line that the value stands on
  .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]+$/);

/** What a pack says of itself in bag-info.txt; the sender's signature covers it. */
export const packInfo = z.strictObject({
  kind: packKind,
  /** A UUID of the pack alone; also the name of the only folder in it. */
  id: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  /** The organisation that the sender works for. */
  organisation: line,
  /** The workspace that it comes from. */
  workspaceId: line,
  /** When it was made by the sender's clock: ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** Made in a demonstration: nothing in it is anybody's result. */
  practice: z.boolean(),
  /** The program that wrote it. */
  software: line,
  /** SHA-256 of the certificate that it was encrypted to; a pack in plain has none. */
  recipient: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type PackInfo = z.infer<typeof packInfo>;

const descriptions: Readonly<Record<PackKind, string>> = {
  assignment: 'Assessments assigned to an assessor',
  result: 'Results of assessments',
  review: 'Quality assurance decisions',
  receipt: 'Receipt for results',
};

/** bagit.txt, which is the same in every bag (RFC 8493 §2.1.1). */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The text of bag-info.txt. `oxum` counts the payload: its bytes and files (RFC 8493 §2.2.2). */
export function textOfBagInfo(info: PackInfo, oxum: { readonly bytes: number; readonly files: number }): string {
  const marked = info.practice ? 'PRACTICE, nobody’s real result: ' : '';
  return tagLines([
    ['Source-Organization', info.organisation],
    ['External-Identifier', info.id],
    ['External-Description', `${marked}${descriptions[info.kind]}`],
    ['Bagging-Date', info.madeAt.slice(0, 10)],
    ['Payload-Oxum', `${oxum.bytes}.${oxum.files}`],
    ['Bag-Software-Agent', info.software],
    ['EPA-Pack-Format', String(packFormat)],
    ['EPA-Pack-Kind', info.kind],
    ['EPA-Pack-Made-At', info.madeAt],
    ['EPA-Pack-Practice', info.practice ? 'yes' : 'no'],
    ['EPA-Sender-Workspace', info.workspaceId],
    ...(info.recipient === undefined ? [] : [['EPA-Recipient-Certificate', info.recipient] as const]),
  ]);
}

/** What bag-info.txt says, with its Payload-Oxum as it stands. Throws AppError `pack.newer` or `pack.info`. */
export function readBagInfo(text: string): { readonly info: PackInfo; readonly oxum: string } {
  const values = tagValues(text, 'bag-info.txt');
  const format = values.get('epa-pack-format');
  if (format === undefined) {
    throw new AppError('pack.info', 'This is a bag of files, but not a pack of EPA Workbench. Nothing was read.');
  }
  if (format !== String(packFormat)) {
    throw new AppError(
      'pack.newer',
      'This pack was made by a newer version of EPA Workbench. Update the workbench and open it again. Nothing was read.',
    );
  }
  const practice = values.get('epa-pack-practice');
  const recipient = values.get('epa-recipient-certificate');
  const parsed = packInfo.safeParse({
    kind: values.get('epa-pack-kind'),
    id: values.get('external-identifier'),
    organisation: values.get('source-organization'),
    workspaceId: values.get('epa-sender-workspace'),
    madeAt: values.get('epa-pack-made-at'),
    practice: practice === 'yes' ? true : practice === 'no' ? false : undefined,
    software: values.get('bag-software-agent'),
    ...(recipient === undefined ? {} : { recipient }),
  });
  const oxum = values.get('payload-oxum');
  if (!parsed.success || oxum === undefined || values.get('bagging-date') !== parsed.data.madeAt.slice(0, 10)) {
    throw new AppError(
      'pack.info',
      'What the pack says of itself (bag-info.txt) is not complete or contradicts itself. Ask the sender for a new pack; nothing was read.',
    );
  }
  return { info: parsed.data, oxum };
}
