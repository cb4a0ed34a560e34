import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What belongs here: "No apprentices yet". */
  readonly title: string;
  readonly children?: ReactNode;
  /** The first step: one button or link, rarely two. */
  readonly action?: ReactNode;
}

/** An empty place that says what belongs there and offers the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-words">{children}</div> : null}
      {action ? <div className="empty-action">{action}</div> : null}
    </div>
  );
}
