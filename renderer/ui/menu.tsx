import { ChevronDown, type LucideIcon } from 'lucide-react';
import {
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Menu as RacMenu,
} from 'react-aria-components';
import { Button, type ButtonTone, IconButton } from './button.tsx';
import { KeyHint } from './key-hint.tsx';

/** One thing that a menu offers. */
export interface MenuChoice {
  readonly id: string;
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly tone?: 'standard' | 'danger';
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** Choices that belong together; the title is shown above them when there is one. */
export interface MenuGroup {
  readonly title?: string;
  readonly choices: readonly MenuChoice[];
}

export interface MenuButtonProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly icon?: LucideIcon;
  /** Shows the icon alone, the label in the tooltip. */
  readonly isIconOnly?: boolean;
  readonly tone?: ButtonTone;
  readonly size?: 'regular' | 'dense';
  readonly placement?: PopoverProps['placement'];
}

/** A button that opens a menu of actions. */
export function MenuButton({ label, groups, icon, isIconOnly, tone = 'standard', size, placement }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {isIconOnly && icon ? (
        <IconButton label={label} icon={icon} {...(size ? { size } : {})} />
      ) : (
        <Button tone={tone} icon={icon} {...(size ? { size } : {})}>
          {label}
          <ChevronDown size={14} aria-hidden />
        </Button>
      )}
      <Popover className="popover" offset={4} placement={placement ?? 'bottom start'}>
        <RacMenu className="option-list" aria-label={label}>
          {groups.map((group, index) => (
            <MenuSection key={group.title ?? index} className="option-group" aria-label={group.title ?? label}>
              {group.title ? <Header className="option-section">{group.title}</Header> : null}
              {group.choices.map(choice => (
                <MenuRow key={choice.id} choice={choice} />
              ))}
            </MenuSection>
          ))}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuRow({ choice }: { readonly choice: MenuChoice }) {
  const Icon = choice.icon;
  return (
    <MenuItem
      id={choice.id}
      className="option"
      textValue={choice.title}
      isDisabled={choice.isDisabled ?? false}
      onAction={choice.run}
      data-tone={choice.tone}
    >
      {Icon ? <Icon size={16} aria-hidden /> : null}
      <span className="option-words">{choice.title}</span>
      {choice.keys ? <KeyHint keys={choice.keys} /> : null}
    </MenuItem>
  );
}
