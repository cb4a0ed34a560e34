import { createHash } from 'node:crypto';
import type { Framework } from '../../shared/domain/framework.ts';

/** Stands where a source does not say its version, issuer or licence. */
export const notStated = 'not stated';

/** The licence of published apprenticeship standards. */
export const openGovernmentLicence: Framework['licence'] = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright',
};

/** A framework's id, the same for the same reference and version: `st1030-1.0`. Without a reference it comes from the text: `text-9f86d081`. */
export function frameworkId(reference: string, version: string, text = ''): string {
  if (reference !== notStated) return `${slug(reference)}-${slug(version)}`;
  return `text-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'unnamed';

/** Gives each id of a file once: the second `st1030-1.0` becomes `st1030-1.0-2`. */
export function uniqueIds(): (id: string) => string {
  const used = new Map<string, number>();
  return id => {
    const number = (used.get(id) ?? 0) + 1;
    used.set(id, number);
    return number === 1 ? id : `${id}-${number}`;
  };
}
