import { asIdentity, asList, asText, field, given, type LooseRecord, looseRecord } from './fields.ts';

/** A statement or the document of a CASE package, by what associations call it. */
export interface CaseNode {
  readonly record: LooseRecord;
  /** The identifier as the package gives it; GUIDs that stand inside a URL are taken out of it. */
  readonly identity: string;
  /** Its number in the list of statements. */
  readonly index: number;
}

/** An association between two nodes, whichever dialect it was written in. */
export interface CaseAssociation {
  readonly type: string;
  readonly origin: CaseEnd;
  readonly destination: CaseEnd;
  readonly sequence: number | null;
  readonly record: LooseRecord;
}

/** One end of an association. */
export interface CaseEnd {
  readonly identity: string;
  readonly uri: string | undefined;
  readonly title: string | undefined;
}

const guidAtEnd = /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[/?#].*)?$/i;

/** What identifies a node in every dialect: the GUID, also where the identifier is a URL that ends in it; else the text itself. */
export function caseIdentity(value: unknown): string | undefined {
  const text = asIdentity(value);
  if (text === undefined) return undefined;
  return text.includes('/') || text.includes(':') ? (guidAtEnd.exec(text)?.[1]?.toLowerCase() ?? text) : text;
}

/** The nodes of a list of records; what has no identifier gets the number of its place as one. */
export function caseNodes(list: readonly unknown[]): readonly CaseNode[] {
  return list.map((held, index) => {
    const record = looseRecord(held);
    const identity = given(field(record, 'identifier', caseIdentity)) ?? given(field(record, 'uri', caseIdentity));
    return { record, identity: identity ?? `no identifier, place ${index + 1}`, index };
  });
}

/** An association in either dialect: with `originNodeURI` as an object or a URL, or with `originNodeIdentifier`. Null where an end or the type is missing. */
export function caseAssociation(held: unknown): CaseAssociation | null {
  const record = looseRecord(held);
  const type = given(field(record, 'associationType', asText))
    ?.replace(/[^a-z]/gi, '')
    .toLowerCase();
  const origin = endOf(record, 'origin');
  const destination = endOf(record, 'destination');
  if (type === undefined || !origin || !destination) return null;
  const sequence = Number(given(field(record, 'sequenceNumber', asText)) ?? Number.NaN);
  return { type, origin, destination, sequence: Number.isFinite(sequence) ? sequence : null, record };
}

function endOf(record: LooseRecord, end: 'origin' | 'destination'): CaseEnd | null {
  const node = record.get(`${end}nodeuri`) ?? record.get(`${end}node`);
  const inside = looseRecord(node);
  const uri = given(field(inside, 'uri', asText)) ?? (typeof node === 'string' ? node : undefined);
  const names = [inside.get('identifier'), record.get(`${end}nodeidentifier`), uri];
  const identity = names.map(caseIdentity).find(one => one !== undefined);
  return identity === undefined ? null : { identity, uri, title: given(field(inside, 'title', asText)) };
}

/** The lists of a package; a package may stand inside an object of its own. */
export function casePackage(value: unknown): {
  readonly document: LooseRecord;
  readonly items: readonly unknown[];
  readonly associations: readonly unknown[];
  readonly definitions: LooseRecord;
} | null {
  const outer = looseRecord(value);
  const record = outer.has('cfdocument') || outer.has('cfitems') ? outer : looseRecord(outer.get('cfpackage'));
  if (!record.has('cfdocument') && !record.has('cfitems')) return null;
  return {
    document: looseRecord(record.get('cfdocument')),
    items: asList(record.get('cfitems')) ?? [],
    associations: asList(record.get('cfassociations')) ?? [],
    definitions: looseRecord(record.get('cfdefinitions')),
  };
}
