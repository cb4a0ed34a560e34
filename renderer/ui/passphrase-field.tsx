import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import {
  Input,
  TextField as RacTextField,
  type TextFieldProps as RacTextFieldProps,
  ToggleButton,
} from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';

/** How hard a passphrase is to guess: steps 0 to 4 and what to do about it. */
export interface Strength {
  readonly steps: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

export interface PassphraseFieldProps
  extends Omit<RacTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'type' | 'autoComplete'>,
    FieldWords {
  /** `current` opens what exists, `new` sets one: password managers ask for the difference. */
  readonly purpose: 'current' | 'new';
  readonly strength?: Strength | undefined;
}

/** A passphrase: hidden until shown, pasting and password managers allowed, its strength in words below. */
export function PassphraseField(props: PassphraseFieldProps) {
  const [words, { purpose, strength, ...rest }] = splitWords(props);
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <RacTextField
      {...rest}
      className="field"
      isInvalid={Boolean(words.error)}
      type={isShown ? 'text' : 'password'}
      autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
    >
      <FieldFrame words={words}>
        <div className="control-group">
          <Input className="control" spellCheck="false" autoCapitalize="off" />
          <ToggleButton
            className="icon-button control-trail"
            aria-label="Show passphrase"
            isSelected={isShown}
            onChange={setShown}
          >
            <Icon size={16} aria-hidden />
          </ToggleButton>
        </div>
        {strength ? <StrengthLine strength={strength} /> : null}
      </FieldFrame>
    </RacTextField>
  );
}

function StrengthLine({ strength }: { readonly strength: Strength }) {
  return (
    <div className="strength" role="status">
      <span className="strength-steps" aria-hidden="true">
        {[1, 2, 3, 4].map(step => (
          <span className="strength-step" key={step} data-on={step <= strength.steps || undefined} />
        ))}
      </span>
      <span>{strength.words}</span>
    </div>
  );
}
