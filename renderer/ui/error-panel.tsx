import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';

/** A fault as it reaches the window: its code and what happened and what to do, in words. */
export interface FaultWords {
  readonly code?: string;
  readonly message: string;
}

interface ErrorPanelProps {
  readonly error: FaultWords;
  readonly title?: string;
  /** What can be done from here: usually one button. */
  readonly children?: ReactNode;
}

/** Says what went wrong and what to do, announced at once; the code is for whoever is asked for help. */
export function ErrorPanel({ error, title, children }: ErrorPanelProps) {
  return (
    <div className="error-panel" role="alert">
      <CircleX size={18} aria-hidden />
      <div className="error-words">
        {title ? <p className="error-title">{title}</p> : null}
        <p>{error.message}</p>
        {children ? <div className="row">{children}</div> : null}
        {error.code ? <p className="error-code">Reference: {error.code}</p> : null}
      </div>
    </div>
  );
}
