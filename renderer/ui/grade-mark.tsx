import type { Grade } from '../../shared/domain/plan.ts';

const words: Readonly<Record<Grade, string>> = {
  fail: 'Fail',
  pass: 'Pass',
  credit: 'Credit',
  merit: 'Merit',
  distinction: 'Distinction',
};
const tones: Readonly<Record<Grade, string>> = {
  fail: 'not-met',
  pass: 'met',
  credit: 'met',
  merit: 'met',
  distinction: 'distinction',
};
const ring = 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15';
const box =
  'M4.5 3h11a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-11a1.5 1.5 0 0 1 1.5-1.5';
const star = 'M10 1.8l2.5 5.3l5.8 0.7l-4.3 4l1.1 5.8l-5.1-2.9l-5.1 2.9l1.1-5.8l-4.3-4l5.8-0.7z';
const check = 'M6.3 10.4l2.6 2.6l4.9-5.6';

/** What each grade looks like: a struck ring, a tick in a ring, in a box, in a full disc, and a full star. */
const shapes: Readonly<Record<Grade, { readonly around: string; readonly within: string; readonly isFull: boolean }>> =
  {
    fail: { around: ring, within: 'M5 15L15 5', isFull: false },
    pass: { around: ring, within: check, isFull: false },
    credit: { around: box, within: check, isFull: false },
    merit: { around: ring, within: check, isFull: true },
    distinction: { around: star, within: '', isFull: true },
  };

interface GradeMarkProps {
  /** Null while there is none. */
  readonly grade: Grade | null;
  readonly size?: 'regular' | 'large';
  /** What to say while there is no grade. */
  readonly none?: string;
}

/** A grade by word and rank shape. */
export function GradeMark({ grade, size = 'regular', none = 'No grade yet' }: GradeMarkProps) {
  return (
    <span className="grade" data-tone={grade ? tones[grade] : undefined} data-grade={grade ?? 'none'} data-size={size}>
      <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
        {grade ? <Shape grade={grade} /> : <circle cx="10" cy="10" r="7.5" strokeDasharray="3 2.5" />}
      </svg>
      {grade ? words[grade] : none}
    </span>
  );
}

function Shape({ grade }: { readonly grade: Grade }) {
  const { around, within, isFull } = shapes[grade];
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      <path d={around} fill={isFull ? 'currentColor' : 'none'} />
      <path d={within} className={isFull ? 'grade-cut' : undefined} />
    </g>
  );
}
