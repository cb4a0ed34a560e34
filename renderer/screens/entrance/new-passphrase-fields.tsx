import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { leastCharacters, passphraseStrength } from './passphrase-strength.ts';

/** A passphrase that is being chosen, typed twice. */
export interface NewPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

/** What is still wrong with a passphrase that is being chosen, per field. */
export function passphraseFaults({ passphrase, again }: NewPassphrase): Partial<Record<keyof NewPassphrase, string>> {
  if ([...passphrase].length < leastCharacters)
    return { passphrase: `A passphrase needs at least ${leastCharacters} characters.` };
  return again === passphrase ? {} : { again: 'This is not the same passphrase. Show both to compare them.' };
}

interface NewPassphraseFieldsProps {
  readonly label: string;
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly faults: Partial<Record<keyof NewPassphrase, string>>;
  /** Words that anybody could guess of this workspace: a passphrase made of them counts as weaker. */
  readonly known: readonly string[];
}

/** The two fields in which a passphrase is chosen, its strength told in words. */
export function NewPassphraseFields({ label, value, onChange, faults, known }: NewPassphraseFieldsProps) {
  return (
    <>
      <PassphraseField
        purpose="new"
        label={label}
        description="At least 12 characters. Four or five unrelated words are easy to keep and hard to guess; a password manager may fill it in."
        strength={value.passphrase === '' ? undefined : passphraseStrength(value.passphrase, known)}
        value={value.passphrase}
        onChange={passphrase => onChange({ ...value, passphrase })}
        error={faults.passphrase}
      />
      <PassphraseField
        purpose="new"
        label="The same passphrase again"
        value={value.again}
        onChange={again => onChange({ ...value, again })}
        error={faults.again}
      />
    </>
  );
}
