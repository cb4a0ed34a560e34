import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Focusable, Button as RacButton } from 'react-aria-components';
import { Tooltip } from './tooltip.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface KsbChipProps {
  /** K6, S4, B2 … */
  readonly code: string;
  /** The statement behind the code; shown in the tooltip, read out with the code. */
  readonly text?: string | undefined;
  /** How often it was seen; 0 draws it dashed. Left out: not told. */
  readonly seen?: number;
  /** Makes it a button. */
  readonly onPress?: () => void;
  /** What pressing does, in words, after the code: "untag". */
  readonly pressWord?: string;
}

function seenWords(seen: number | undefined): string {
  return seen === undefined ? '' : seen === 0 ? ', not seen yet' : ', seen';
}

/** The code of a knowledge, skill or behaviour statement: K square, S round, B half of each; its text one hover or focus away. */
export function KsbChip({ code, text, seen, onPress, pressWord }: KsbChipProps) {
  const look = {
    className: 'ksb',
    'data-kind': code[0],
    'data-seen': seen === undefined ? undefined : seen > 0 ? 'yes' : 'no',
  };
  const inside = (
    <>
      {code}
      {seen === undefined || seen < 2 ? null : <span className="ksb-count">×{seen}</span>}
      <VisuallyHidden>{seenWords(seen)}</VisuallyHidden>
    </>
  );
  if (onPress) {
    const chip = (
      <RacButton {...look} onPress={onPress} {...(pressWord ? { 'aria-label': `${code}, ${pressWord}` } : {})}>
        {inside}
        {pressWord ? <X size={12} aria-hidden /> : null}
      </RacButton>
    );
    return text ? <Tooltip words={text}>{chip}</Tooltip> : chip;
  }
  if (!text) return <span {...look}>{inside}</span>;
  return (
    <Tooltip words={text}>
      <Focusable>
        <span {...look} role="img" aria-label={`${code}: ${text}${seenWords(seen)}`}>
          {inside}
        </span>
      </Focusable>
    </Tooltip>
  );
}

/** Codes side by side. */
export function KsbList({ children }: { readonly children: ReactNode }) {
  return <span className="ksb-list">{children}</span>;
}
