import type { ConsentQuestion, RecordingConsent } from '../../../shared/domain/recording.ts';
import { RadioList } from '../../ui/choices.tsx';

interface RecordingConsentFieldProps {
  readonly question: ConsentQuestion;
  readonly value: RecordingConsent;
  readonly onChange: (consent: RecordingConsent) => void;
  readonly error: string | undefined;
}

const answers = [
  { id: 'given', title: 'The apprentice consents', detail: 'Told what is recorded, why, and how long it is kept.' },
  { id: 'refused', title: 'The apprentice does not consent', detail: 'Nothing is recorded.' },
  { id: 'notAsked', title: 'Not asked', detail: 'It can be asked later, before anything is recorded.' },
] as const;

/** What the apprentice says to being recorded; not there where the plan provides for no recording or asks for no consent. */
export function RecordingConsentField({ question, value, onChange, error }: RecordingConsentFieldProps) {
  if (question === 'none') return null;
  const isRequired = question === 'required';
  return (
    <RadioList
      label="Recording the sound"
      description={
        isRequired
          ? 'The plan asks for a recording. Without consent the session goes on unrecorded, and closing it asks for the reason.'
          : 'The plan allows a recording where the apprentice consents.'
      }
      choices={isRequired ? answers.filter(({ id }) => id !== 'notAsked') : answers}
      value={isRequired && value === 'notAsked' ? null : value}
      onChange={onChange}
      {...(error ? { error } : {})}
    />
  );
}
