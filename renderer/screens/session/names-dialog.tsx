import { type FormEvent, useRef, useState } from 'react';
import { formatCount, formatDateTime } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { initialsOf } from '../../../shared/domain/private-names.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { SessionDesk } from './use-session-desk.ts';

type Names = Output<'name.list'>;

/** The check list of names: words that no report may hold, what stands in their place, and where they still are. */
export function NamesDialog({ desk }: { readonly desk: SessionDesk }) {
  const isOpen = desk.dialog?.kind === 'names';
  const sessionId = desk.view.id;
  const { data, error } = useAsk('name.list', { sessionId }, { isEnabled: isOpen });
  const check = useAction('name.check');
  const leave = (): void => desk.setDialog(null);
  const isLocked = desk.view.state === 'signed';
  const left = data?.names.reduce((sum, { places }) => sum + places.length, 0) ?? 0;
  return (
    <Dialog
      title="Names of service users"
      size="wide"
      isOpen={isOpen}
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>Leave</Button>
          <Button
            tone="primary"
            isDisabled={isLocked || left > 0}
            isPending={check.isPending}
            onPress={() => check.start({ sessionId }, leave)}
          >
            I have looked the words through
          </Button>
        </>
      }
    >
      <p>
        Service users stand in notes and reports as initials or roles, never by name. Mark each name that you wrote: the
        report cannot be signed while it is anywhere in it.
      </p>
      {error || check.error ? <ErrorPanel error={error ?? check.error ?? { message: '' }} /> : null}
      {data ? <NamesBody names={data} desk={desk} isLocked={isLocked} /> : error ? null : <Loading what="the names" />}
    </Dialog>
  );
}

interface NamesBodyProps {
  readonly names: Names;
  readonly desk: SessionDesk;
  readonly isLocked: boolean;
}

function NamesBody({ names, desk, isLocked }: NamesBodyProps) {
  const mark = useAction('name.mark');
  const sessionId = desk.view.id;
  return (
    <div className="stack">
      {isLocked ? null : (
        <MarkForm
          onMark={(word, replacement, onDone) => mark.start({ sessionId, word, replacement }, onDone)}
          isPending={mark.isPending}
        />
      )}
      {mark.error ? <ErrorPanel title="The word was not marked" error={mark.error} /> : null}
      {names.names.length > 0 ? (
        <ul className="names" aria-label="Marked names">
          {names.names.map(name => (
            <MarkedName key={name.id} name={name} sessionId={sessionId} isLocked={isLocked} />
          ))}
        </ul>
      ) : null}
      {names.likely.length > 0 && !isLocked ? (
        <section>
          <h3 className="names-title">Words that look like names</h3>
          <p className="muted">A press marks one; the rest may stay as they are.</p>
          <div className="row">
            {names.likely.map(word => (
              <Button key={word} size="dense" onPress={() => mark.start({ sessionId, word, replacement: '' })}>
                {word}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
      <p className="muted" role="status">
        {names.checkedAt ? `Looked through on ${formatDateTime(names.checkedAt)}.` : 'Not looked through yet.'}
      </p>
    </div>
  );
}

interface MarkFormProps {
  readonly onMark: (word: string, replacement: string, onDone: () => void) => void;
  readonly isPending: boolean;
}

function MarkForm({ onMark, isPending }: MarkFormProps) {
  const [word, setWord] = useState('');
  const [replacement, setReplacement] = useState('');
  const [isChecked, setChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isShort = word.trim().length < 2;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (isShort) field.current?.focus();
    if (isShort) return;
    onMark(word.trim(), replacement.trim(), () => {
      setWord('');
      setReplacement('');
      setChecked(false);
      field.current?.focus();
    });
  };
  return (
    <form className="names-form" onSubmit={submit}>
      <TextField
        label="Name"
        autoFocus
        inputRef={field}
        value={word}
        onChange={setWord}
        maxLength={60}
        error={isChecked && isShort ? 'Type the name.' : null}
      />
      <TextField
        label="Written instead"
        isOptional
        placeholder={initialsOf(word) || 'Initials or a role'}
        value={replacement}
        onChange={setReplacement}
        maxLength={60}
      />
      <Button type="submit" isPending={isPending}>
        Mark it
      </Button>
    </form>
  );
}

interface MarkedNameProps {
  readonly name: Names['names'][number];
  readonly sessionId: string;
  readonly isLocked: boolean;
}

function MarkedName({ name, sessionId, isLocked }: MarkedNameProps) {
  const { id, word, replacement, places } = name;
  const replace = useAction('name.replace');
  const unmark = useAction('name.unmark');
  const fault = replace.error ?? unmark.error;
  return (
    <li className="name-line">
      <span>
        <strong>{word}</strong> → {replacement}
        <span className="muted">
          {' '}
          {places.length === 0 ? 'nowhere in this session' : places.map(({ where }) => where).join(', ')}
        </span>
      </span>
      {isLocked ? null : (
        <span className="row">
          {places.length > 0 ? (
            <Button size="dense" isPending={replace.isPending} onPress={() => replace.start({ sessionId, id })}>
              Replace in {formatCount(places.length, 'place')}
            </Button>
          ) : null}
          <Button size="dense" tone="quiet" aria-label={`${word} is no name`} onPress={() => unmark.start({ id })}>
            Not a name
          </Button>
        </span>
      )}
      {fault ? <ErrorPanel error={fault} /> : null}
    </li>
  );
}
