import { type ReactNode, useEffect, useRef } from 'react';
import { type Crumb, usePage } from './page.ts';

/** The h1 of a page. When the page appears and nothing in it took the focus, the heading does, so that reading starts there. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const main = ref.current?.closest('main');
    const isTaken = document.activeElement !== main && main?.contains(document.activeElement);
    if (main && !isTaken) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 className="page-heading" ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}

interface PageHeaderProps {
  readonly title: string;
  /** The way here from the top, the page itself left out. */
  readonly crumbs?: readonly Crumb[];
  /** Tags beside the title: practice, state, grade. */
  readonly tags?: ReactNode;
  /** Short facts in one line under the title. */
  readonly facts?: readonly ReactNode[];
  /** The next step: one primary button; a quiet one or a menu may stand before it. */
  readonly actions?: ReactNode;
}

/** The head of a page: title, tags, a line of facts, and the one thing to do next. */
export function PageHeader({ title, crumbs, tags, facts, actions }: PageHeaderProps) {
  usePage(title, crumbs);
  return (
    <header className="page-header">
      <div className="page-header-words">
        <div className="page-title-line">
          <PageHeading>{title}</PageHeading>
          {tags}
        </div>
        {facts && facts.length > 0 ? (
          <ul className="page-facts">
            {facts.map((fact, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a page keep their order
              <li key={index}>{fact}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {actions ? <div className="row">{actions}</div> : null}
    </header>
  );
}
