import { stageNames } from '../../shared/domain/assessment-stage.ts';
import { ksbsOf } from '../../shared/domain/framework.ts';
import { useProvider } from '../actions.ts';
import { useAsk } from '../api.ts';
import { navigate } from '../routes.ts';

/** Lets the palette find every apprentice, assessment and KSB of the open workspace. */
export function Providers() {
  useApprenticesAndAssessments();
  const { data } = useAsk('framework.list', {});
  return (data ?? []).map(framework => <KsbProvider key={framework.id} frameworkId={framework.id} />);
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

function KsbProvider({ frameworkId }: { readonly frameworkId: string }) {
  const { data } = useAsk('framework.get', { id: frameworkId });
  useProvider({
    id: `ksb/${frameworkId}`,
    section: 'KSBs',
    findings: () =>
      data
        ? ksbsOf(data).map(({ code, text }) => ({
            id: code,
            title: `${code} ${text}`,
            detail: data.reference,
            run: () => navigate({ page: 'standard', id: frameworkId, item: code }),
          }))
        : [],
  });
  return null;
}
