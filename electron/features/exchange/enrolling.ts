import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreviewedApprentice } from '../../../shared/contract/organisation.ts';
import { apprenticeDetails } from '../../../shared/contract/shapes.ts';
import { looksLikeFormula } from '../../../shared/domain/dfe/rules-learner.ts';
import { checkUln, ulnRemark } from '../../../shared/domain/uln.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import { type ApprenticeRow, apprenticeRows } from '../../importers/apprentice-rows.ts';
import { decodeText } from '../../importers/decode-text.ts';
import { addApprentice, everybody } from '../apprentices.ts';
import { addAssessment } from '../assessments.ts';
import { sha256 } from '../stored.ts';

export const previewApprentices: Handler<'apprentice.previewImport'> = async context => {
  const kind = { name: 'Lists', extensions: ['csv', 'txt', 'tsv'] };
  const file = await context.dialogs.chooseFile('Choose a list of apprentices', kind);
  if (file === null) return null;
  const bytes = readFileSync(file);
  const rows = apprenticeRows(decodeText(bytes).text);
  return context.query(({ reader }) => ({
    fileName: path.basename(file),
    sha256: sha256(bytes),
    rows: [...previewed(reader, rows)],
  }));
};

/** Each row with what is to be said of it. A learner number that is here already, or earlier in the list, is not taken twice. */
function* previewed(reader: Reader, rows: readonly ApprenticeRow[]): Generator<PreviewedApprentice> {
  const known = new Set(everybody(reader).map(({ uln }) => uln));
  const seen = new Set<string>();
  for (const { line, ...cells } of rows) {
    const parsed = apprenticeDetails.safeParse(cells);
    const problem = parsed.success ? repeated(known, seen, cells.uln) : faultOf(cells);
    const warnings = [
      ulnRemark(checkUln(cells.uln)),
      Object.values(cells).some(looksLikeFormula) ? 'A cell begins like a formula. It is kept as text.' : null,
    ].filter(warning => warning !== null);
    seen.add(cells.uln);
    yield { line, ...cells, problem, warnings: problem === null ? warnings : [] };
  }
}

function repeated(known: ReadonlySet<string>, seen: ReadonlySet<string>, uln: string): string | null {
  if (known.has(uln)) return 'An apprentice with this learner number is here already.';
  return seen.has(uln) ? 'This learner number stands in the list twice.' : null;
}

function faultOf(cells: Omit<ApprenticeRow, 'line'>): string {
  const empty = Object.entries(cells).find(([, cell]) => cell === '');
  if (empty) return 'A cell is empty. Every apprentice needs names, ULN, employer and training provider.';
  return ulnRemark(checkUln(cells.uln)) ?? 'A cell is far too long.';
}

export const importApprentices: Handler<'apprentice.import'> = (
  context,
  { apprentices, planId, pathway, practice, sha256: hash },
) => {
  const known = new Set(everybody(context.reader).map(({ uln }) => uln));
  if (
    apprentices.some(({ uln }) => known.has(uln)) ||
    new Set(apprentices.map(({ uln }) => uln)).size < apprentices.length
  ) {
    throw new AppError('apprentices.known', 'One of these apprentices is here already. Look through the list again.');
  }
  for (const details of apprentices) {
    const { id: apprenticeId } = addApprentice(context, details);
    if (planId !== null) addAssessment(context, { apprenticeId, planId, practice, pathway });
  }
  const detail = { sha256: hash, added: apprentices.length, assessments: planId === null ? 0 : apprentices.length };
  context.record({ type: 'apprentices.imported', subjectId: context.workspace.id, detail });
  return { added: apprentices.length };
};
