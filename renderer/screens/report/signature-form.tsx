import { type FormEvent, useRef, useState } from 'react';
import type { SignatureMark } from '../../../shared/contract/reports.ts';
import { isOwnName } from '../../../shared/domain/own-name.ts';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { SignaturePad } from '../../ui/signature-pad.tsx';
import { type Stroke, signatureAspect } from '../../ui/signature-strokes.ts';
import { TextField } from '../../ui/text-field.tsx';

/** A signature as it is being made. */
export interface SignatureAttempt {
  readonly kind: SignatureMark['kind'];
  readonly name: string;
  readonly strokes: readonly Stroke[];
  /** Whether what is missing is told by now. */
  readonly isChecked: boolean;
}

/** Keeps a signature while it is typed or drawn; `check` gives the mark, or tells in the fields what is missing. The typed name begins as the signer's, empty where it is not known who signs. */
export function useSignature(signer: string) {
  const [changes, setChanges] = useState<Partial<SignatureAttempt>>({});
  const attempt: SignatureAttempt = { kind: 'typed', name: signer, strokes: [], isChecked: false, ...changes };
  const change = (part: Partial<SignatureAttempt>): void => setChanges(before => ({ ...before, ...part }));
  const fault = faultOf(attempt, signer);
  const check = (): SignatureMark | undefined => {
    change({ isChecked: true });
    return fault === null ? markOf(attempt) : undefined;
  };
  return { attempt, fault: attempt.isChecked ? fault : null, change, check };
}

interface SignatureFieldsProps {
  readonly signature: ReturnType<typeof useSignature>;
}

/** A typed or a drawn signature: both stand for the same. */
export function SignatureFields({ signature: { attempt, fault, change } }: SignatureFieldsProps) {
  const { kind, name, strokes } = attempt;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <SegmentedChoice
        label="Your signature"
        segments={[
          { id: 'typed', word: 'Type it' },
          { id: 'drawn', word: 'Draw it' },
        ]}
        value={kind}
        onChange={chosen => change({ kind: chosen })}
      />
      {kind === 'typed' ? (
        <TextField
          label="Your name, as you sign"
          value={name}
          onChange={typed => change({ name: typed })}
          maxLength={100}
          error={fault}
          inputRef={input}
          onKeyDown={event => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            submitButton(input.current?.form)?.focus();
          }}
        />
      ) : (
        <>
          <SignaturePad label="Signature" strokes={strokes} onChange={drawn => change({ strokes: drawn })} />
          {fault === null ? null : <p className="field-error">{fault}</p>}
        </>
      )}
    </>
  );
}

interface SignatureFormProps {
  readonly id: string;
  /** The name of whoever signs. */
  readonly signer: string;
  readonly onSigned: (mark: SignatureMark) => void;
}

/** The signature's fields as a form of their own, whose button stands elsewhere. */
export function SignatureForm({ id, signer, onSigned }: SignatureFormProps) {
  const signature = useSignature(signer);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const mark = signature.check();
    if (mark) onSigned(mark);
  };
  return (
    <form id={id} className="stack stack-tight" onSubmit={submit}>
      <SignatureFields signature={signature} />
    </form>
  );
}

/** Enter in the name must not sign at once, so it leads to the button that does. */
const submitButton = (form: HTMLFormElement | null | undefined): HTMLButtonElement | undefined =>
  [...(form?.elements ?? [])]
    .filter(element => element instanceof HTMLButtonElement)
    .find(({ type }) => type === 'submit');

function faultOf({ kind, name, strokes }: SignatureAttempt, signer: string): string | null {
  if (kind === 'drawn') return strokes.length === 0 ? 'Draw your signature, or type it instead.' : null;
  if (name.trim() === '') return 'Type your name to sign.';
  return signer === '' || isOwnName(name, signer) ? null : `Type your own name: ${signer}.`;
}

function markOf({ kind, name, strokes }: SignatureAttempt): SignatureMark {
  if (kind === 'typed') return { kind, name: name.trim() };
  return { kind, strokes: strokes.map(stroke => [...stroke]), aspect: signatureAspect };
}
