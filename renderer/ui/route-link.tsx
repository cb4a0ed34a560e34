import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { printRoute, type Route } from '../routes.ts';

interface RouteLinkProps {
  readonly to: Route;
  readonly children: ReactNode;
  /** `text` inside a sentence, `button` or `primary` where a page offers a step that leads elsewhere. */
  readonly look?: 'text' | 'button' | 'primary' | 'quiet';
  readonly icon?: LucideIcon;
}

/** A link to another page of the workbench. */
export function RouteLink({ to, children, look = 'text', icon: Icon }: RouteLinkProps) {
  if (look === 'text') {
    return (
      <a className="link" href={printRoute(to)}>
        {children}
      </a>
    );
  }
  return (
    <a className="button" data-tone={look === 'button' ? 'standard' : look} href={printRoute(to)}>
      {Icon ? <Icon size={16} aria-hidden /> : null}
      {children}
    </a>
  );
}
