import { Check, type LucideIcon, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as RacCheckbox,
  type CheckboxProps as RacCheckboxProps,
  RadioGroup as RacRadioGroup,
  Switch as RacSwitch,
  type SwitchProps as RacSwitchProps,
  Radio,
} from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';

/** One of the few ways to answer. */
export interface Segment<T extends string> {
  readonly id: T;
  readonly word: string;
  readonly icon?: LucideIcon;
  /** Told by word and icon; the tone only seconds them. */
  readonly tone?: 'met' | 'not-met' | 'distinction';
}

export interface SegmentedChoiceProps<T extends string> extends FieldWords {
  readonly segments: readonly Segment<T>[];
  readonly value: T | null;
  readonly onChange: (id: T) => void;
  readonly isDisabled?: boolean;
}

/** A choice of two to five short words side by side, for example Not met / Met; arrows move, one is chosen at once. */
export function SegmentedChoice<T extends string>(props: SegmentedChoiceProps<T>) {
  const [words, { segments, value, onChange, isDisabled = false }] = splitWords(props);
  return (
    <RacRadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={id => onChange(id as T)}
      isDisabled={isDisabled}
      isInvalid={Boolean(words.error)}
    >
      <FieldFrame words={words}>
        <div className="segments">
          {segments.map(({ id, word, icon: Icon, tone }) => (
            <Radio className="segment" key={id} value={id} data-tone={tone}>
              {Icon ? <Icon size={16} strokeWidth={2.25} aria-hidden /> : null}
              <span className="segment-word" data-word={word}>
                {word}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </RacRadioGroup>
  );
}

export interface RadioListProps<T extends string> extends FieldWords {
  readonly choices: readonly { readonly id: T; readonly title: string; readonly detail?: ReactNode }[];
  readonly value: T | null;
  readonly onChange: (id: T) => void;
  readonly isDisabled?: boolean;
}

/** A choice whose answers need a sentence each, one below the other. */
export function RadioList<T extends string>(props: RadioListProps<T>) {
  const [words, { choices, value, onChange, isDisabled = false }] = splitWords(props);
  return (
    <RacRadioGroup
      className="field"
      value={value}
      onChange={id => onChange(id as T)}
      isDisabled={isDisabled}
      isInvalid={Boolean(words.error)}
    >
      <FieldFrame words={words}>
        <div className="radio-list">
          {choices.map(choice => (
            <Radio className="tick-row" key={choice.id} value={choice.id}>
              {({ isSelected }) => (
                <>
                  <span className="tick-box" data-shape="round">
                    {isSelected ? <span className="tick-dot" /> : null}
                  </span>
                  <span className="tick-words">
                    {choice.title}
                    {choice.detail ? <span className="field-description">{choice.detail}</span> : null}
                  </span>
                </>
              )}
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </RacRadioGroup>
  );
}

export interface CheckboxProps extends Omit<RacCheckboxProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** A second line in smaller type. */
  readonly detail?: ReactNode;
}

/** One statement that holds or does not. */
export function Checkbox({ children, detail, ...rest }: CheckboxProps) {
  return (
    <RacCheckbox {...rest} className="tick-row">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="tick-box">
            {isIndeterminate ? (
              <Minus size={14} strokeWidth={3} aria-hidden />
            ) : isSelected ? (
              <Check size={14} strokeWidth={3} aria-hidden />
            ) : null}
          </span>
          <span className="tick-words">
            {children}
            {detail ? <span className="field-description">{detail}</span> : null}
          </span>
        </>
      )}
    </RacCheckbox>
  );
}

export interface SwitchProps extends Omit<RacSwitchProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly detail?: ReactNode;
}

/** A setting that takes effect at once; its state stands beside it in a word. */
export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <RacSwitch {...rest} className="tick-row">
      {({ isSelected }) => (
        <>
          <span className="switch-track" aria-hidden="true">
            <span className="switch-knob" />
          </span>
          <span className="tick-words">
            {children}{' '}
            <span className="switch-state" aria-hidden="true">
              {isSelected ? 'On' : 'Off'}
            </span>
            {detail ? <span className="field-description">{detail}</span> : null}
          </span>
        </>
      )}
    </RacSwitch>
  );
}
