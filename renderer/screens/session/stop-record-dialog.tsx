import { type FormEvent, useId, useState } from 'react';
import { formatClock } from '../../../shared/british.ts';
import { type SessionStop, stopNames } from '../../../shared/domain/session-stops.ts';
import { refresh, useAction } from '../../api.ts';
import { flushDrafts, useDraft } from '../../drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';
import { keptDraft, type SessionView } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** The record of a stop: when it was noticed, what happened, what was done and who was told. What is typed is kept at once. */
export function StopRecordDialog({ desk }: { readonly desk: SessionDesk }) {
  const formId = useId();
  const stopId = desk.dialog?.kind === 'stopRecord' ? desk.dialog.stopId : null;
  const stop = desk.view.stops.find(({ id }) => id === stopId);
  const record = useAction('stop.record');
  /** What was typed is read back before the record can be opened again. */
  const leave = (): void => {
    void flushDrafts()
      .then(refresh)
      .finally(() => desk.setDialog(null));
  };
  if (!stop) return null;
  return (
    <Dialog
      title={`Stopped for ${stopNames[stop.kind].name}`}
      size="wide"
      isOpen
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>Write it later</Button>
          <Button tone="primary" type="submit" form={formId} isPending={record.isPending}>
            {stop.record ? 'Save as a further version' : 'Save the record'}
          </Button>
        </>
      }
    >
      <p>
        The clock stopped at {formatClock(stop.stoppedAt)}. {stopNames[stop.kind].first}
      </p>
      <RecordForm
        key={stop.id}
        id={formId}
        view={desk.view}
        stop={stop}
        onRecorded={words => record.start({ id: stop.id, ...words }, leave)}
      />
      {record.error ? <ErrorPanel title="The record was not saved" error={record.error} /> : null}
    </Dialog>
  );
}

interface RecordFormProps {
  readonly id: string;
  readonly view: SessionView;
  readonly stop: SessionStop;
  readonly onRecorded: (words: NonNullable<SessionStop['record']>) => void;
}

const fields = [
  {
    key: 'what',
    label: 'What happened',
    missing: 'Say what happened.',
    hint: 'In your words; initials or roles only.',
  },
  { key: 'done', label: 'What was done', missing: 'Say what was done.', hint: 'By whom, and when.' },
  {
    key: 'told',
    label: 'Who was told',
    missing: 'Say who was told.',
    hint: 'Roles and times: the lead, the manager, the organisation.',
  },
] as const;

function RecordForm({ id, view, stop, onRecorded }: RecordFormProps) {
  const [noticedAt, setNoticedAt] = useState(stop.record?.noticedAt ?? formatClock(stop.stoppedAt));
  const [isChecked, setChecked] = useState(false);
  const words = {
    what: useStopWords(view, stop, 'what'),
    done: useStopWords(view, stop, 'done'),
    told: useStopWords(view, stop, 'told'),
  };
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(noticedAt.trim());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    const given = { what: words.what.text.trim(), done: words.done.text.trim(), told: words.told.text.trim() };
    if (isTime && Object.values(given).every(text => text !== ''))
      onRecorded({ noticedAt: noticedAt.trim(), ...given });
    else focusFirstInvalid(event.currentTarget);
  };
  return (
    <form id={id} className="stack" onSubmit={submit} noValidate>
      <TextField
        label="Noticed at"
        description="Hours and minutes: 14:05."
        value={noticedAt}
        onChange={setNoticedAt}
        error={isChecked && !isTime ? 'Give the time as hours and minutes: 14:05.' : null}
      />
      {fields.map(({ key, label, missing, hint }, index) => (
        <TextArea
          key={key}
          label={label}
          description={hint}
          autoFocus={index === 0}
          maxLength={2000}
          value={words[key].text}
          onChange={words[key].type}
          error={isChecked && words[key].text.trim() === '' ? missing : null}
        />
      ))}
    </form>
  );
}

/** A field of the record: what was kept of it while it was typed, else what was recorded last. */
function useStopWords(view: SessionView, stop: SessionStop, key: 'what' | 'done' | 'told') {
  const field = `stop:${stop.id}:${key}`;
  return useDraft({ sessionId: view.id, field }, keptDraft(view, field)?.body ?? stop.record?.[key] ?? '');
}
