import { type ReactNode, useState } from 'react';
import type { Proof } from '../../../shared/contract/safekeeping.ts';
import { Button } from '../../ui/button.tsx';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { otherWay, SecretField, type Way, ways } from '../entrance/secret-field.tsx';

interface OwnProof {
  /** The field that asks for it, with the way to the other secret. */
  readonly field: ReactNode;
  /** The proof as typed; null, and said at the field, while it is empty. */
  readonly ask: () => Proof | null;
  /** What the dialog itself has to say: a wrong secret is said at the field. */
  readonly fault: FaultWords | null;
}

/** Asks once more for one of the secrets that open the workspace, before its keys are changed. */
export function useOwnProof(fault: FaultWords | null, reset: () => void): OwnProof {
  const [way, setWay] = useState<Way>('passphrase');
  const [secret, setSecret] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const isWrong = fault?.code === 'passphrase.wrong' || fault?.code === 'recoveryKey.wrong';
  const type = (text: string): void => {
    setSecret(text);
    setEmpty(false);
    if (fault) reset();
  };
  return {
    field: (
      <>
        <SecretField
          key={way}
          way={way}
          field={{ value: secret, onChange: type, error: isEmpty ? ways[way].empty : isWrong ? fault?.message : null }}
        />
        <div className="row">
          <Button
            tone="quiet"
            size="dense"
            onPress={() => {
              type('');
              setWay(otherWay(way));
            }}
          >
            {ways[way].other}
          </Button>
        </div>
      </>
    ),
    ask: () => {
      setEmpty(secret === '');
      return secret === '' ? null : ways[way].proof(secret);
    },
    fault: isWrong ? null : fault,
  };
}
