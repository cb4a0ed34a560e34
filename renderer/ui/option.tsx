import { Check } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';

/** One choice of a Select or ComboBox. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  /** A second line in smaller type. */
  readonly detail?: string | undefined;
  readonly isDisabled?: boolean;
}

interface ChoiceListProps {
  /** Left out under a ComboBox, which hands its filtered choices down itself. */
  readonly choices?: readonly Choice[];
  readonly empty?: string;
}

/** The list of choices that a Select or ComboBox opens. */
export function ChoiceList({ choices, empty = 'Nothing fits what you typed.' }: ChoiceListProps) {
  return (
    <ListBox<Choice>
      {...(choices ? { items: choices } : {})}
      className="option-list"
      renderEmptyState={() => <div className="option-empty">{empty}</div>}
    >
      {choice => (
        <ListBoxItem className="option" id={choice.id} textValue={choice.title} isDisabled={choice.isDisabled ?? false}>
          {({ isSelected }) => (
            <>
              {isSelected ? <Check size={16} aria-hidden /> : null}
              <span className="option-words">
                {choice.title}
                {choice.detail ? <span className="option-detail">{choice.detail}</span> : null}
              </span>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
