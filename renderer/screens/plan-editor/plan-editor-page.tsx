import { Redo2, Undo2 } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { type Framework, ksbsOf } from '../../../shared/domain/framework.ts';
import { placeInWords } from '../../../shared/domain/plan-field-names.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { findingsIn, isError } from '../../../shared/domain/plan-findings.ts';
import { vocabularyOf } from '../../../shared/domain/plan-vocabulary.ts';
import { useActions } from '../../actions.ts';
import { selectRoute } from '../../routes.ts';
import { IconButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { SplitPanes } from '../../ui/split-panes.tsx';
import { notify } from '../../ui/toast.tsx';
import { PlanTag } from '../standards/plan-tag.tsx';
import { CheckPlanButton } from './check-dialog.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { type PlanDesk, PlanDeskProvider } from './plan-desk.ts';
import { SectionForm, type Target } from './section-form.tsx';
import { SectionList } from './section-list.tsx';
import { sectionOfPlace, sectionsOf } from './sections.ts';
import { usePlanDraft } from './use-plan-draft.ts';

interface PlanEditorPageProps {
  readonly stored: Output<'plan.get'>;
  readonly framework: Framework;
  /** The id of the section in view; the first one unless told. */
  readonly section: string | undefined;
}

/** The editor of one draft: its sections, the form of the one in view, and what the validator finds. */
export function PlanEditorPage({ stored, framework, section }: PlanEditorPageProps) {
  const draft = usePlanDraft(stored.plan);
  const { plan } = draft;
  const checked = useDeferredValue(plan);
  const findings = useMemo(() => findingsIn(checked, framework), [checked, framework]);
  const ksbs = useMemo(() => ksbsOf(framework), [framework]);
  const [target, setTarget] = useState<Target | null>(null);
  const reached = useCallback(() => setTarget(null), []);
  const sections = sectionsOf(plan);
  const current = sections.find(({ id }) => id === section) ?? sections[0] ?? { id: 'identity', title: '' };
  const select = (id: string): void => selectRoute({ page: 'planEditor', id: plan.id, section: id });
  const goTo = (place: PlanPlace, code?: string): void => {
    const id = sectionOfPlace(plan, place);
    if (id !== current.id) select(id);
    setTarget({ section: id, place, ...(code === undefined ? {} : { code }) });
  };
  const { set, change } = draft;
  const desk: PlanDesk = { plan, framework, ksbs, words: vocabularyOf(plan), findings, set, change, goTo };
  return (
    <PlanDeskProvider value={desk}>
      <div className="page-full plan-editor">
        <div className="page-full-head">
          <EditorHead stored={stored} draft={draft} desk={desk} />
        </div>
        <SplitPanes
          label="Plan editor"
          first="form"
          panes={[
            {
              id: 'sections',
              title: 'Sections',
              isFlush: true,
              weight: 0.9,
              content: <SectionList plan={plan} findings={findings} selected={current.id} onSelect={select} />,
            },
            {
              id: 'form',
              title: current.title,
              weight: 2.6,
              content: <SectionForm key={current.id} section={current} target={target} onReached={reached} />,
            },
            {
              id: 'findings',
              title: 'Findings',
              isFlush: true,
              weight: 1.1,
              content: (
                <FindingsPanel plan={plan} findings={findings} onOpen={({ place, code }) => goTo(place, code)} />
              ),
            },
          ]}
        />
      </div>
    </PlanDeskProvider>
  );
}

interface EditorHeadProps {
  readonly stored: Output<'plan.get'>;
  readonly draft: ReturnType<typeof usePlanDraft>;
  readonly desk: PlanDesk;
}

/** Which plan is typed in, how much is still to be put right, and the ways back and on. */
function EditorHead({ stored, draft, desk }: EditorHeadProps) {
  const { plan, framework, findings } = desk;
  const back = useUndo(draft, desk.goTo);
  const errors = findings.filter(isError).length;
  return (
    <PageHeader
      title={plan.title || 'Assessment plan'}
      crumbs={[
        { title: 'Standards and plans', route: { page: 'standards' } },
        { title: 'Plan', route: { page: 'plan', id: plan.id } },
      ]}
      tags={<PlanTag plan={{ origin: plan.origin, status: stored.status }} />}
      facts={[
        `${framework.reference} version ${framework.version}`,
        errors === 0 ? 'Nothing to put right' : `${formatCount(errors, 'finding')} to put right`,
        'Everything is kept as you type',
      ]}
      actions={
        <>
          <IconButton label="Undo" icon={Undo2} keys="Mod+Z" isDisabled={!draft.nextUndo} onPress={back.undo} />
          <IconButton label="Redo" icon={Redo2} keys="Mod+Shift+Z" isDisabled={!draft.nextRedo} onPress={back.redo} />
          <RouteLink to={{ page: 'plan', id: plan.id }} look="button">
            Read it through
          </RouteLink>
          <CheckPlanButton
            id={plan.id}
            typedBy={stored.record.typedBy}
            isDisabled={errors > 0 || plan.origin !== 'published'}
            before={draft.flush}
          />
        </>
      }
    />
  );
}

/** Taking back and making again, by key and by button: field by field, with the focus where the change was. */
function useUndo(draft: ReturnType<typeof usePlanDraft>, goTo: (place: PlanPlace) => void) {
  const undo = (): void => {
    if (!draft.nextUndo) return;
    const place = draft.nextUndo;
    draft.undo();
    goTo(place);
    notify({ words: `Taken back. ${placeInWords(draft.plan, place)}.`, tone: 'info' });
  };
  const redo = (): void => {
    if (!draft.nextRedo) return;
    const place = draft.nextRedo;
    draft.redo();
    goTo(place);
    notify({ words: `Made again. ${placeInWords(draft.plan, place)}.`, tone: 'info' });
  };
  useActions([
    { id: 'plan.undo', title: 'Undo the last change', section: 'Plan', keys: 'Mod+Z', run: undo },
    {
      id: 'plan.redo',
      title: 'Redo the change taken back',
      section: 'Plan',
      keys: 'Mod+Shift+Z',
      otherKeys: 'Mod+Y',
      run: redo,
    },
  ]);
  return { undo, redo };
}
