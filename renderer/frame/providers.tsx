import { stageNames } from '../../shared/domain/assessment-stage.ts';
import { useProvider } from '../actions.ts';
import { call } from '../api.ts';
import { navigate } from '../routes.ts';

/** Lets the palette find every apprentice, assessment, duty and KSB of the open workspace. */
export function Providers() {
  useApprenticesAndAssessments();
  useStatements();
  return null;
}

/** As many of each kind as the palette can show. */
const mostPeople = 20;

/** Looked up as one types: a workspace may hold ten thousand of them. */
function useApprenticesAndAssessments(): void {
  const find = (query: string) => call('apprentice.find', { text: query.slice(0, 200), limit: mostPeople });
  useProvider({
    id: 'apprentice',
    section: 'Apprentices',
    findings: () => [],
    look: async query =>
      (await find(query)).apprentices.map(({ id, name, uln, employer }) => ({
        id,
        title: name,
        detail: `ULN ${uln} · ${employer}`,
        run: () => navigate({ page: 'apprentices', id }),
      })),
  });
  useProvider({
    id: 'assessment',
    section: 'Assessments',
    findings: () => [],
    look: async query =>
      (await find(query)).assessments.map(({ id, name, standard, stage }) => ({
        id,
        title: `${name}: ${standard}`,
        detail: stageNames[stage],
        run: () => navigate({ page: 'assessment', id }),
      })),
  });
}

const mostStatements = 20;

/** Duties and KSBs of every standard, looked up in the workspace's index as one types. */
function useStatements(): void {
  useProvider({
    id: 'statement',
    section: 'KSBs',
    findings: () => [],
    look: async query => {
      const found = await call('framework.search', { text: query.slice(0, 200), limit: mostStatements });
      return found.map(({ frameworkId, reference, code, text, highlights }) => ({
        id: `${frameworkId}/${code}`,
        title: `${code} ${text}`,
        detail: reference,
        at: highlights.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, index) => code.length + 1 + start + index),
        ),
        run: () => navigate({ page: 'standard', id: frameworkId, item: code }),
      }));
    },
  });
}
