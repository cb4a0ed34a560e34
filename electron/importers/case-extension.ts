import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type Framework,
  type FrameworkItem,
  type FrameworkSection,
  frameworkShape,
  itemKinds,
  linkKinds,
} from '../../shared/domain/framework.ts';

/** The name under which an export keeps what CASE 1.0 has no field for; CASE lets documents, items and associations have further fields. */
export const extensionName = 'epa-framework/1';

/** What the document of an export adds. */
export const documentExtension = frameworkShape.pick({
  id: true,
  kind: true,
  reference: true,
  version: true,
  identity: true,
  level: true,
  larsCode: true,
  licence: true,
  source: true,
  summary: true,
  facts: true,
  options: true,
  missing: true,
});
export type DocumentExtension = Readonly<z.infer<typeof documentExtension>>;

const text = z.string();
const identity = z.string().min(1).max(400).optional();

/** What an item of an export adds: that it is a section and what a section has besides, or what a statement has besides. */
export const itemExtension = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('section'),
    inherits: z.array(text),
    kind: z.enum(itemKinds).optional(),
    identity,
    text: text.optional(),
  }),
  z.strictObject({
    role: z.literal('statement'),
    kind: z.enum(itemKinds),
    mandatory: z.boolean().optional(),
    core: z.boolean().optional(),
    identity,
    notes: text.optional(),
  }),
]);
export type ItemExtension = Readonly<z.infer<typeof itemExtension>>;

/** What an association of an export adds: which link of the workbench it is, and where it leaves the framework, its target as it was. */
export const associationExtension = z.strictObject({
  kind: z.enum(linkKinds),
  to: z.strictObject({ identity: z.string().min(1).max(400), uri: text.optional(), title: text.optional() }).optional(),
});

/** The extension in a record's further fields, or undefined where there is none that can be read. */
export function extensionIn<T>(shape: z.ZodType<T>, extensions: unknown): T | undefined {
  if (typeof extensions !== 'object' || extensions === null) return undefined;
  const held = (extensions as Readonly<Record<string, unknown>>)[extensionName];
  return shape.safeParse(held).data;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether an identity is a GUID, so that CASE can have it as its identifier. */
export const isGuid = (identity: string | undefined): identity is string =>
  identity !== undefined && guid.test(identity);

/** A GUID that follows from a name (RFC 9562, version 5): the same name always gives the same one. */
export function guidOf(name: string): string {
  const bytes = createHash('sha1').update(`epa-framework ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The GUID that a framework's document has in CASE. */
export const documentGuid = (framework: Framework): string =>
  isGuid(framework.identity) ? framework.identity : guidOf(`document ${framework.id}`);

/** The GUID that an item or section has in CASE: its identity where that is one, else one that follows from its framework and code. */
export const nodeGuid = (frameworkId: string, one: FrameworkItem | FrameworkSection): string =>
  isGuid(one.identity) ? one.identity : guidOf(`node ${frameworkId} ${'key' in one ? one.key : one.code}`);
