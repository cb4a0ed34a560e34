import type { ReactNode } from 'react';
import type { Proof } from '../../../shared/contract/safekeeping.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The two secrets that open a workspace: what is asked of each, and how to come to the other. */
export const ways = {
  passphrase: {
    proof: (passphrase: string): Proof => ({ kind: 'passphrase', passphrase }),
    empty: 'Type your passphrase.',
    other: 'Use the recovery key instead',
  },
  recoveryKey: {
    proof: (recoveryKey: string): Proof => ({ kind: 'recoveryKey', recoveryKey }),
    empty: 'Type the recovery key.',
    other: 'Use the passphrase instead',
  },
} as const;

export type Way = keyof typeof ways;

/** The way that is not this one. */
export const otherWay = (way: Way): Way => (way === 'passphrase' ? 'recoveryKey' : 'passphrase');

interface SecretFieldProps {
  readonly way: Way;
  readonly field: {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly error: string | null | undefined;
    readonly autoFocus?: boolean;
  };
}

/** The field for the passphrase, or for the recovery key as it stands on paper. */
export function SecretField({ way, field }: SecretFieldProps): ReactNode {
  return way === 'passphrase' ? (
    <PassphraseField purpose="current" label="Passphrase" {...field} />
  ) : (
    <TextField
      label="Recovery key"
      description="Eight groups of four letters and figures; hyphens, spaces and capitals do not matter."
      autoComplete="off"
      spellCheck="false"
      {...field}
    />
  );
}
