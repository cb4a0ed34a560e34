import { ChevronDown } from 'lucide-react';
import { Popover, Button as RacButton, Select as RacSelect, SelectValue } from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';
import { type Choice, ChoiceList } from './option.tsx';

export interface SelectProps extends FieldWords {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly name?: string;
}

/** One of a known list of up to a few dozen choices; with more, or with typing, use ComboBox. */
export function Select(props: SelectProps) {
  const [words, { choices, value, onChange, placeholder = 'Choose', isDisabled = false, name }] = splitWords(props);
  return (
    <RacSelect
      className="field"
      value={value}
      onChange={id => {
        if (id !== null) onChange(String(id));
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={Boolean(words.error)}
      {...(name ? { name } : {})}
    >
      <FieldFrame words={words}>
        <RacButton className="control select-button">
          <SelectValue<Choice> className="truncate">
            {({ selectedItems, defaultChildren }) => selectedItems[0]?.title ?? defaultChildren}
          </SelectValue>
          <ChevronDown size={16} aria-hidden />
        </RacButton>
      </FieldFrame>
      <Popover className="popover" offset={4}>
        <ChoiceList choices={choices} empty="There is nothing to choose from." />
      </Popover>
    </RacSelect>
  );
}
