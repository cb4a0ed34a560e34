import type { Framework } from '../../shared/domain/framework.ts';
import { AppError } from '../../shared/errors.ts';
import { documentExtension, extensionIn } from './case-extension.ts';
import { caseLinks } from './case-links.ts';
import { foreignNames, ownNames } from './case-names.ts';
import { type CaseAssociation, caseAssociation, caseIdentity, caseNodes, casePackage } from './case-nodes.ts';
import { caseStatements } from './case-statements.ts';
import { caseTextReader } from './case-text.ts';
import { caseTree } from './case-tree.ts';
import { asText, field, given } from './fields.ts';
import { type Findings, type Imported, noFindings, noteProblem, previewOf } from './findings.ts';
import { notStated } from './framework-naming.ts';
import { readJson } from './read-json.ts';

const mostNodes = 200_000;

/** Reads a 1EdTech CASE 1.0 package in either dialect. Throws AppError: what `readJson` throws, `import.noPackage` and `import.tooMany`. */
export function importCase(text: string): Imported {
  return importCasePackage(readJson(text));
}

/** As `importCase`, from JSON already read. Throws AppError `import.noPackage` or `import.tooMany`. */
export function importCasePackage(value: unknown): Imported {
  const found = casePackage(value);
  if (!found)
    throw new AppError('import.noPackage', 'This JSON is no CASE package: it has no CFDocument and no CFItems.');
  if (found.items.length + found.associations.length > mostNodes) {
    throw new AppError(
      'import.tooMany',
      'This package has over 200,000 statements and associations. Split it, and import the parts.',
    );
  }
  const { document, definitions } = found;
  const findings = noFindings();
  const further = extensionIn(documentExtension, document.get('extensions'));
  const read = caseTextReader(findings, further !== undefined);
  const identity = given(field(document, 'identifier', caseIdentity)) ?? given(field(document, 'uri', caseIdentity));
  const nodes = caseNodes(found.items);
  const associations = associationsIn(found.associations, findings);
  const tree = caseTree(nodes, associations, identity, findings);
  const reading = further ? { ...tree, ordered: nodes } : tree;
  const { sections, items, codes } = caseStatements(reading, further !== undefined, read, findings);
  const { links, crosswalk, counts } = caseLinks(associations, codes, findings);
  const duties = new Set(items.filter(item => item.kind === 'duty').map(item => item.code));
  const framework: Framework = {
    schema: 'epa-framework/1',
    ...(further ? ownNames(further, duties) : foreignNames(document, definitions, identity, read, findings)),
    title: read('Title', given(field(document, 'title', asText)) ?? '') || untitled(findings),
    issuer: read('Creator', given(field(document, 'creator', asText)) ?? '') || notStated,
    sections: [...sections],
    items: [...items],
    links: [...links],
    ...(crosswalk.length === 0 ? {} : { crosswalk: [...crosswalk] }),
  };
  if (items.length === 0) noteProblem(findings, 'Statements', 'The package has no statement.');
  return { frameworks: [previewOf(framework, counts, findings)], problems: [] };
}

function associationsIn(held: readonly unknown[], findings: Findings): readonly CaseAssociation[] {
  return held.flatMap((one, index) => {
    const association = caseAssociation(one);
    if (!association) {
      noteProblem(findings, `Association ${index + 1}`, 'It has no type, or an end of it is missing. It was left out.');
    }
    return association ?? [];
  });
}

function untitled(findings: Findings): string {
  noteProblem(findings, 'Title', 'The package gives no title.');
  return 'Untitled framework';
}
