import { type DerNode, derMembers, readDer, readOid, TAG } from './der.ts';
import { CERTIFICATE_OID } from './object-identifiers.ts';

/** A distinguished name of a certificate: `text` is the RFC 4514 form, most specific part first. */
export interface DistinguishedName {
  readonly commonName?: string;
  readonly organisation?: string;
  /** As what the organisation knows the person. */
  readonly title?: string;
  readonly text: string;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '1.2.840.113549.1.9.1': 'E',
};

const BMP_STRING = 0x1e;
const UTF8_STRING = 0x0c;

function decode(value: DerNode | undefined): string {
  if (!value) return '';
  if (value.tag === UTF8_STRING) return value.content.toString('utf8');
  if (value.tag === BMP_STRING) return new TextDecoder('utf-16be').decode(value.content);
  return value.content.toString('latin1');
}

/** Escapes the value of one part of a name for printing, as RFC 4514 §2.4 says; control characters cannot break a line. */
export function escapeNameValue(value: string): string {
  return (
    value
      .replace(/[\\",+;<>=]/g, '\\$&')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, c =>
        [...Buffer.from(c)].map(octet => `\\${octet.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
      )
      .replace(/^[ #]| $/g, '\\$&')
  );
}

/** Reads a DER-encoded Name. Throws AppError when it is damaged. */
export function readName(der: Buffer): DistinguishedName {
  const parts = derMembers(readDer(der), TAG.sequence)
    .flatMap(set => derMembers(set, TAG.set))
    .map(attribute => {
      const [type, value] = derMembers(attribute, TAG.sequence);
      return { type: readOid(type), value: decode(value) };
    });
  const first = (type: string) => parts.find(part => part.type === type)?.value;
  const commonName = first(CERTIFICATE_OID.commonName);
  const organisation = first(CERTIFICATE_OID.organisation);
  const title = first(CERTIFICATE_OID.title);
  return {
    ...(commonName !== undefined && { commonName }),
    ...(organisation !== undefined && { organisation }),
    ...(title !== undefined && { title }),
    text: parts
      .reverse()
      .map(part => `${SHORT_NAMES[part.type] ?? part.type}=${escapeNameValue(part.value)}`)
      .join(', '),
  };
}
