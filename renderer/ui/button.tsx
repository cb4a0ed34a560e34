import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as RacButton, type ButtonProps as RacButtonProps } from 'react-aria-components';
import { ariaKeys, KeyHint } from './key-hint.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonTone = 'standard' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<RacButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `primary` once on a page, for the next step; `quiet` beside others; `danger` for what cannot be taken back. */
  readonly tone?: ButtonTone;
  readonly size?: 'regular' | 'dense';
  readonly icon?: LucideIcon | undefined;
  /** Filled danger, for the last step of a destructive action (AlertDialog uses it). */
  readonly isFilled?: boolean;
  /** The key that does the same, as in actions.ts (`Mod+Enter`): shown and announced, but handled by the action. */
  readonly keys?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that says in words what it does; `isPending` keeps its focus while the work is under way. */
export function Button({ children, tone = 'standard', size = 'regular', icon, isFilled, keys, ...rest }: ButtonProps) {
  const Icon = icon;
  return (
    <RacButton
      {...rest}
      {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
      className="button"
      data-tone={tone}
      data-size={size}
      data-filled={isFilled || undefined}
    >
      {rest.isPending ? <span className="spinner" aria-hidden="true" /> : Icon ? <Icon size={16} aria-hidden /> : null}
      {children}
      {keys ? <KeyHint keys={keys} /> : null}
    </RacButton>
  );
}

export interface IconButtonProps extends Omit<RacButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** What it does, in words: the accessible name and the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string | undefined;
  readonly size?: 'regular' | 'dense';
  readonly tone?: 'standard' | 'danger';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of one icon for toolbars and rows; its word is in the tooltip and the accessible name. */
export function IconButton({ label, icon: Icon, keys, size = 'regular', tone = 'standard', ...rest }: IconButtonProps) {
  return (
    <Tooltip words={label} keys={keys}>
      <RacButton
        {...rest}
        {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
        aria-label={label}
        className="icon-button"
        data-size={size}
        data-tone={tone}
      >
        <Icon size={16} aria-hidden />
      </RacButton>
    </Tooltip>
  );
}
