import { useEffect, useRef } from 'react';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { DispensationsForm } from './dispensations-form.tsx';
import { GradeTableForm } from './grade-table-form.tsx';
import { IdentityForm } from './identity-form.tsx';
import { KsbMatrix } from './ksb-matrix.tsx';
import { MethodForm } from './method-form.tsx';
import { MethodsForm } from './methods-form.tsx';
import { focusPlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';
import { CompletionForm, GatewayForm, PathwaysForm, ProgrammeForm } from './programme-forms.tsx';
import { AppealsForm, AssessorForm, ResitsForm, ResultsForm } from './rules-forms.tsx';
import type { EditorSection } from './sections.ts';
import { ThemesForm } from './themes-form.tsx';

/** Where the focus is to go; a new object each time, so that it goes there again. */
export interface Target {
  readonly section: string;
  readonly place: PlanPlace;
  readonly code?: string;
}

interface SectionFormProps {
  readonly section: EditorSection;
  readonly target: Target | null;
  readonly onReached: () => void;
}

/** The form of one section; takes the focus to the place that was asked for once the section is drawn. */
export function SectionForm({ section, target, onReached }: SectionFormProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (target?.section !== section.id) return;
    const frame = requestAnimationFrame(() => {
      if (!form.current) return;
      const cell = target.code && form.current.querySelector<HTMLElement>(`td[data-code="${target.code}"]`);
      if (cell) cell.focus();
      else focusPlace(form.current, target.place);
      onReached();
    });
    return () => cancelAnimationFrame(frame);
  }, [target, section.id, onReached]);
  return (
    <div className="editor-form" ref={form}>
      <FormOf section={section} />
    </div>
  );
}

function FormOf({ section: { id, method = -1 } }: { readonly section: EditorSection }) {
  const { plan } = usePlanDesk();
  if (id.startsWith('method-')) return <MethodForm key={plan.methods[method]?.key} index={method} />;
  if (id.startsWith('themes-')) return <ThemesForm key={plan.methods[method]?.key} index={method} />;
  switch (id) {
    case 'programme':
      return <ProgrammeForm />;
    case 'pathways':
      return <PathwaysForm />;
    case 'gateway':
      return <GatewayForm />;
    case 'completion':
      return <CompletionForm />;
    case 'methods':
      return <MethodsForm />;
    case 'map':
      return <KsbMatrix />;
    case 'gradeTable':
      return <GradeTableForm />;
    case 'resits':
      return <ResitsForm />;
    case 'results':
      return <ResultsForm />;
    case 'appeals':
      return <AppealsForm />;
    case 'assessor':
      return <AssessorForm />;
    case 'dispensations':
      return <DispensationsForm />;
    default:
      return <IdentityForm />;
  }
}
