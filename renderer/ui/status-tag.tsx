import {
  Check,
  Circle,
  CircleDashed,
  Clock,
  FlaskConical,
  Info,
  Lock,
  type LucideIcon,
  Star,
  TriangleAlert,
  X,
} from 'lucide-react';

export type StatusTone =
  | 'neutral'
  | 'info'
  | 'met'
  | 'not-met'
  | 'distinction'
  | 'warning'
  | 'practice'
  | 'open'
  | 'waiting'
  | 'locked';

const shapes: Readonly<Record<StatusTone, LucideIcon>> = {
  neutral: Circle,
  info: Info,
  met: Check,
  'not-met': X,
  distinction: Star,
  warning: TriangleAlert,
  practice: FlaskConical,
  open: CircleDashed,
  waiting: Clock,
  locked: Lock,
};

interface StatusTagProps {
  readonly tone: StatusTone;
  /** The state in a word or two: "Not met", "Ready to sign". */
  readonly word: string;
}

/** A state, told by its word and shape; the colour seconds them. */
export function StatusTag({ tone, word }: StatusTagProps) {
  const Shape = shapes[tone];
  return (
    <span className="tag" data-tone={tone}>
      <Shape size={14} strokeWidth={2.25} aria-hidden />
      {word}
    </span>
  );
}
