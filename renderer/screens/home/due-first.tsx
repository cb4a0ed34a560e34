import type { AssessmentRow } from '../../../shared/contract/workspace.ts';
import { printRoute } from '../../routes.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { StageTag } from '../common/stage-tag.tsx';
import { routeOfNext } from './next-due.ts';

interface DueFirstProps {
  readonly row: AssessmentRow;
  /** Nothing stands before it, so its step has the page's key. */
  readonly isFirst: boolean;
}

/** The one thing that is due first, with the button that leads to it. */
export function DueFirst({ row, isFirst }: DueFirstProps) {
  return (
    <section className="due" aria-labelledby="due-title">
      <div className="due-words">
        <h2 className="due-label" id="due-title">
          Next
        </h2>
        <p className="due-name">
          <a className="due-link" href={printRoute({ page: 'assessment', id: row.id })}>
            {row.apprenticeName}
          </a>
          <StageTag stage={row.stage} />
        </p>
        <p className="muted">
          {row.standard} · {row.planTitle}
        </p>
      </div>
      <RouteLink to={routeOfNext(row)} look={isFirst ? 'primary' : 'button'}>
        {row.nextStep}
        {isFirst ? <KeyHint keys="c" /> : null}
      </RouteLink>
    </section>
  );
}
