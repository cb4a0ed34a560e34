import { stageNames } from '../../shared/domain/assessment-stage.ts';
import { useProvider } from '../actions.ts';
import { call, useAsk } from '../api.ts';
import { navigate } from '../routes.ts';

/** Lets the palette find every apprentice, assessment, duty and KSB of the open workspace. */
export function Providers() {
  useApprenticesAndAssessments();
  useStatements();
  return null;
}

function useApprenticesAndAssessments(): void {
  const { data = [] } = useAsk('apprentice.list', {});
  useProvider({
    id: 'apprentice',
    section: 'Apprentices',
    findings: () =>
      data.map(apprentice => ({
        id: apprentice.id,
        title: `${apprentice.givenNames} ${apprentice.familyName}`,
        detail: `ULN ${apprentice.uln} · ${apprentice.employer}`,
        run: () => navigate({ page: 'apprentices', id: apprentice.id }),
      })),
  });
  useProvider({
    id: 'assessment',
    section: 'Assessments',
    findings: () =>
      data.flatMap(({ givenNames, familyName, assessments }) =>
        assessments.map(({ id, standard, stage }) => ({
          id,
          title: `${givenNames} ${familyName}: ${standard}`,
          detail: stageNames[stage],
          run: () => navigate({ page: 'assessment', id }),
        })),
      ),
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
