import type { Framework } from '../../shared/domain/framework.ts';
import type { TextLines } from './text-lines.ts';

const rights = /©|\bcopyright\b|intellectual property|must not be reproduced|open government licence|creative commons/i;
const longest = 500;

/** The licence as far as a text states it: its sentence about rights, or a warning that there is none. */
export function statedLicence({ lines }: TextLines): Framework['licence'] {
  const stated = lines.find(line => rights.test(line.text.slice(0, 2_000)));
  if (!stated) {
    return {
      name: 'Not stated',
      attribution: 'The text does not state its licence. Ask its issuer before you share or publish it.',
    };
  }
  return { name: 'As stated by the issuer', attribution: stated.text.slice(0, longest) };
}
