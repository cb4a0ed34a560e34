import type { CrosswalkLink, FrameworkLink, LinkKind } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { associationExtension, extensionIn } from './case-extension.ts';
import type { CaseAssociation, CaseEnd } from './case-nodes.ts';
import { type Findings, noteProblem } from './findings.ts';

/** The links of a package: within it, and out of it. */
export interface CaseLinks {
  readonly links: readonly FrameworkLink[];
  readonly crosswalk: readonly CrosswalkLink[];
  readonly counts: FrameworkPreview['links'];
}

const kinds: ReadonlyMap<string, LinkKind> = new Map([
  ['exactmatchof', 'equivalent'],
  ['isrelatedto', 'related'],
  ['replacedby', 'replaces'],
  ['precedes', 'precedes'],
  ['ispartof', 'partOf'],
  ['ispeerof', 'peer'],
  ['exemplar', 'exemplar'],
  ['hasskilllevel', 'skillLevel'],
]);
/** Kinds that say the same from either end. */
const mutual: ReadonlySet<LinkKind> = new Set(['equivalent', 'related', 'peer']);

/** An association as a link: from what, to what, and whether our own export says how its target was written. */
interface Link {
  readonly kind: LinkKind;
  readonly from: CaseEnd;
  readonly to: CaseEnd;
  readonly target: CrosswalkLink['to'] | undefined;
}

/** Every association but `isChildOf` as a link; what leads out of the package is kept as a crosswalk. */
export function caseLinks(
  associations: readonly CaseAssociation[],
  codes: ReadonlyMap<string, string>,
  findings: Findings,
): CaseLinks {
  const links = new Map<string, FrameworkLink>();
  const crosswalk = new Map<string, CrosswalkLink>();
  const found = associations.filter(({ type }) => type !== 'ischildof').map(one => linkOf(one, codes, findings));
  const counts = { found: found.length, resolved: 0, outside: 0 };
  for (const link of found) {
    const from = codeOf(link.from, codes);
    const to = codeOf(link.to, codes);
    if (from !== undefined && to !== undefined) {
      links.set(JSON.stringify([link.kind, from, to]), { kind: link.kind, from, to });
      counts.resolved += 1;
    } else if (from !== undefined) {
      const outside = { kind: link.kind, from, to: link.target ?? targetOf(link.to) };
      crosswalk.set(JSON.stringify([link.kind, from, outside.to.identity]), outside);
      counts.outside += 1;
    } else {
      noteProblem(
        findings,
        'Association',
        `It leads from ${link.from.identity}, which is not in this package, and was left out.`,
      );
    }
  }
  return { links: [...links.values()], crosswalk: [...crosswalk.values()], counts };
}

const codeOf = ({ identity }: CaseEnd, codes: ReadonlyMap<string, string>): string | undefined =>
  codes.get(identity.toLowerCase());

/** Reads a link so that it begins inside the package: `replacedBy` from the newer end, mutual links from the end that is here. */
function linkOf(association: CaseAssociation, codes: ReadonlyMap<string, string>, findings: Findings): Link {
  const { type, origin, destination, record } = association;
  const own = extensionIn(associationExtension, record.get('extensions'));
  const named = own?.kind ?? kinds.get(type);
  if (named === undefined)
    noteProblem(
      findings,
      'Association',
      `“${type.slice(0, 60)}” is no kind of link that is known. It was kept as related.`,
    );
  const kind = named ?? 'related';
  const isHere = (end: CaseEnd) => codeOf(end, codes) !== undefined;
  if (type === 'replacedby') {
    if (isHere(destination)) return { kind, from: destination, to: origin, target: own?.to };
    noteProblem(
      findings,
      'Association',
      `${origin.title ?? origin.identity} was replaced by something outside. It was kept as related.`,
    );
    return { kind: 'related', from: origin, to: destination, target: own?.to };
  }
  const turned = mutual.has(kind) && !isHere(origin) && isHere(destination);
  return turned
    ? { kind, from: destination, to: origin, target: own?.to }
    : { kind, from: origin, to: destination, target: own?.to };
}

function targetOf({ identity, uri, title }: CaseEnd): CrosswalkLink['to'] {
  return { identity, ...(uri === undefined ? {} : { uri }), ...(title === undefined ? {} : { title }) };
}
