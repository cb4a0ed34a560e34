import { FlaskConical, History, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type BannerKind = 'practice' | 'warning' | 'recovered' | 'info';

const looks: Readonly<Record<BannerKind, { readonly icon: LucideIcon; readonly tone: string }>> = {
  practice: { icon: FlaskConical, tone: 'practice' },
  warning: { icon: TriangleAlert, tone: 'warning' },
  recovered: { icon: History, tone: 'info' },
  info: { icon: Info, tone: 'info' },
};

interface BannerProps {
  readonly kind: BannerKind;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Buttons; they come last. */
  readonly actions?: ReactNode;
}

/** A standing fact about the page: practice, a warning that waits, or what was recovered after an interruption. */
export function Banner({ kind, title, children, actions }: BannerProps) {
  const { icon: Icon, tone } = looks[kind];
  return (
    <div className="banner" data-tone={tone} role={kind === 'practice' ? 'note' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="banner-words">
        {title ? <p className="banner-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className="banner-actions">{actions}</div> : null}
    </div>
  );
}
