import type { ReactElement, ReactNode } from 'react';
import { Tooltip as RacTooltip, type TooltipProps as RacTooltipProps, TooltipTrigger } from 'react-aria-components';
import { KeyHint } from './key-hint.tsx';

interface TooltipProps {
  readonly words: ReactNode;
  readonly keys?: string | undefined;
  readonly placement?: RacTooltipProps['placement'];
  /** The one control that the words belong to: a Button, IconButton, KsbChip or anything focusable of react-aria. */
  readonly children: ReactElement;
}

/** Words that appear when its control is pointed at or focused; for the name of an icon or the text of a code, never for what must be read. */
export function Tooltip({ words, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <RacTooltip className="tooltip" offset={6} placement={placement}>
        <span>{words}</span>
        {keys ? <KeyHint keys={keys} /> : null}
      </RacTooltip>
    </TooltipTrigger>
  );
}
