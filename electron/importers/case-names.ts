import type { Framework } from '../../shared/domain/framework.ts';
import type { DocumentExtension } from './case-extension.ts';
import type { CaseText } from './case-text.ts';
import { asText, field, given, type LooseRecord, looseRecord } from './fields.ts';
import { type Findings, noteProblem } from './findings.ts';
import { frameworkId, notStated } from './framework-naming.ts';

/** All of a framework but its title, issuer, statements and links. */
export type FrameworkNames = Omit<
  Framework,
  'schema' | 'title' | 'issuer' | 'sections' | 'items' | 'links' | 'crosswalk'
>;

/** The names that our own export gives, without options' duties that are no duties here. */
export function ownNames(own: DocumentExtension, duties: ReadonlySet<string>): FrameworkNames {
  const { options, ...rest } = own;
  if (!options) return rest;
  return {
    ...rest,
    options: options.map(option => ({ ...option, duties: option.duties.filter(code => duties.has(code)) })),
  };
}

/** The names that a package from elsewhere gives. CASE has no reference number, so a part of its identifier stands in for it. */
export function foreignNames(
  document: LooseRecord,
  definitions: LooseRecord,
  identity: string | undefined,
  read: CaseText,
  findings: Findings,
): FrameworkNames {
  const text = (name: string) => given(field(document, name, asText))?.trim() ?? '';
  const [changed] = /^\d{4}-\d{2}-\d{2}/.exec(text('lastChangeDateTime')) ?? [];
  const version = read('Version', text('version')) || changed || notStated;
  if (version === notStated)
    noteProblem(findings, 'Version', 'The package says neither its version nor when it was changed.');
  const reference = identity === undefined ? notStated : `CASE ${identity.slice(0, 8)}`;
  const summary = read('Description', text('description'), 'paragraphs');
  return {
    id: frameworkId(reference, version, text('title')),
    kind: 'competencyFramework',
    reference,
    version,
    ...(identity === undefined ? {} : { identity }),
    source: `A CASE 1.0 package${text('uri') === '' ? '' : `, ${read('Address', text('uri'))}`}.`,
    licence: licenceOf(document, definitions, read),
    ...(summary === '' ? {} : { summary }),
    facts: factsOf(document, read),
  };
}

const facts = [
  ['Publisher', 'publisher'],
  ['Status', 'adoptionStatus'],
  ['Status from', 'statusStartDate'],
  ['Status until', 'statusEndDate'],
  ['Subject', 'subject'],
  ['Language', 'language'],
  ['Last change', 'lastChangeDateTime'],
  ['Official source', 'officialSourceURL'],
  ['Notes', 'notes'],
] as const;

function factsOf(document: LooseRecord, read: CaseText): Framework['facts'] {
  const listed = (value: unknown) =>
    asText(value) ??
    (Array.isArray(value)
      ? value
          .slice(0, 1_000)
          .flatMap(one => asText(one) ?? [])
          .join('; ')
      : undefined);
  return facts.flatMap(([label, name]) => {
    const value = read(label, given(field(document, name, listed)) ?? '');
    return value === '' ? [] : [{ label, value }];
  });
}

function licenceOf(document: LooseRecord, definitions: LooseRecord, read: CaseText): Framework['licence'] {
  const link = looseRecord(document.get('licenseuri'));
  const identifier = given(field(link, 'identifier', asText));
  const licences = definitions.get('cflicenses');
  const defined = (Array.isArray(licences) ? licences : [])
    .map(looseRecord)
    .find(one => identifier === undefined || given(field(one, 'identifier', asText)) === identifier);
  const name = read('Licence', given(field(defined ?? link, 'title', asText)) ?? '');
  const attribution = read('Licence', defined ? (given(field(defined, 'licenseText', asText)) ?? '') : '');
  if (name === '' && attribution === '') {
    return {
      name: 'Not stated',
      attribution: 'The package states no licence. Ask its publisher before you share or publish it.',
    };
  }
  return {
    name: name === '' ? 'As stated by the publisher' : name,
    attribution: attribution === '' ? name : attribution,
  };
}
