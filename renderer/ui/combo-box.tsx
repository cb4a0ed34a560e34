import { ChevronDown } from 'lucide-react';
import { type Ref, useContext, useEffect } from 'react';
import {
  ComboBoxStateContext,
  Input,
  Popover,
  Button as RacButton,
  ComboBox as RacComboBox,
} from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';
import { type Choice, ChoiceList } from './option.tsx';

export interface ComboBoxProps extends FieldWords {
  readonly choices: readonly Choice[];
  /** The chosen id; null while none is chosen. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Text of the field where other words than the choices are allowed. */
  readonly text?: string;
  readonly onTextChange?: (text: string) => void;
  readonly allowsOtherText?: boolean;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Whether a choice fits what was typed: each word of it stands somewhere in the title or the detail. */
function fitsIn(choices: readonly Choice[]): (title: string, typed: string) => boolean {
  const whole = new Map(choices.map(({ title, detail }) => [title, `${title} ${detail ?? ''}`.toLowerCase()]));
  return (title, typed) => {
    const text = whole.get(title) ?? title.toLowerCase();
    return typed
      .toLowerCase()
      .split(/\s+/)
      .every(word => text.includes(word));
  };
}

/** A list filtered by typing; choices match on any part of their title or detail. */
export function ComboBox(props: ComboBoxProps) {
  const [words, rest] = splitWords(props);
  const { choices, value, onChange, text, onTextChange, allowsOtherText = false, isDisabled = false } = rest;
  return (
    <RacComboBox
      className="field"
      defaultItems={choices}
      value={value}
      onChange={id => onChange(id === null ? null : String(id))}
      {...(text === undefined ? {} : { inputValue: text })}
      {...(onTextChange ? { onInputChange: onTextChange } : {})}
      allowsCustomValue={allowsOtherText}
      allowsEmptyCollection
      defaultFilter={fitsIn(choices)}
      menuTrigger="input"
      isDisabled={isDisabled}
      isInvalid={Boolean(words.error)}
    >
      <FieldFrame words={words}>
        <div className="control-group">
          <Input
            className="control"
            {...(rest.placeholder ? { placeholder: rest.placeholder } : {})}
            {...(rest.inputRef ? { ref: rest.inputRef } : {})}
          />
          <RacButton className="icon-button control-trail">
            <ChevronDown size={16} aria-hidden />
          </RacButton>
        </div>
      </FieldFrame>
      <Popover className="popover" offset={4}>
        <ChoiceList />
      </Popover>
      <ClosedOnceLeft />
    </RacComboBox>
  );
}

/** Closes the list where typing opens it only after the focus has gone on: it would lie over the form, and hide it from screen readers. */
function ClosedOnceLeft() {
  const state = useContext(ComboBoxStateContext);
  const isLeftOpen = state?.isOpen === true && !state.isFocused;
  useEffect(() => {
    if (isLeftOpen) state?.close();
  }, [isLeftOpen, state]);
  return null;
}
