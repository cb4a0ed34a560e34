import type { ConsentQuestion, RecordingConsent } from '../../../shared/domain/recording.ts';
import { SegmentedChoice } from '../../ui/choices.tsx';

interface RecordingConsentFieldProps {
  readonly question: ConsentQuestion;
  readonly value: RecordingConsent;
  readonly onChange: (consent: RecordingConsent) => void;
  readonly error: string | undefined;
}

const answers = [
  { id: 'given', word: 'Consents' },
  { id: 'refused', word: 'Does not consent' },
] as const;
const notAsked = { id: 'notAsked', word: 'Not asked' } as const;

const descriptions: Readonly<Record<Exclude<ConsentQuestion, 'none'>, string>> = {
  optional:
    'The plan allows it with the consent of the apprentice, who is told what is recorded, why, and how long it is kept. It can be asked later, too.',
  required:
    'The plan asks for it. Tell the apprentice what is recorded, why, and how long it is kept. Without consent the session goes on unrecorded, and closing it asks for the reason.',
};

/** What the apprentice says to being recorded; not there where the plan provides for no recording or asks for no consent. */
export function RecordingConsentField({ question, value, onChange, error }: RecordingConsentFieldProps) {
  if (question === 'none') return null;
  const isRequired = question === 'required';
  return (
    <SegmentedChoice<RecordingConsent>
      label="Recording the sound: the apprentice"
      description={descriptions[question]}
      segments={isRequired ? answers : [...answers, notAsked]}
      value={isRequired && value === 'notAsked' ? null : value}
      onChange={onChange}
      {...(error ? { error } : {})}
    />
  );
}
