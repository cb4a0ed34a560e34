import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Checkbox, RadioList, SegmentedChoice, Switch } from '../ui/choices.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { DateField } from '../ui/date-field.tsx';
import type { Choice } from '../ui/option.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { SignaturePad } from '../ui/signature-pad.tsx';
import type { Stroke } from '../ui/signature-strokes.ts';
import { TextArea, TextField } from '../ui/text-field.tsx';

const plans: readonly Choice[] = [
  { id: 'demo', title: 'Demonstration plan', detail: 'Fictional · ST1030 v1.0 · complete' },
  { id: 'template', title: 'Safeguarding support officer', detail: 'ST1030 v1.0 · unconfirmed template' },
  { id: 'old', title: 'Withdrawn plan', isDisabled: true },
];

/** Fields and choices in their states. */
export function FieldSpecimens() {
  return (
    <Section title="Fields">
      <div className="row row-fields">
        <Words />
        <Choices />
        <Ticks />
      </div>
    </Section>
  );
}

function Words() {
  const [name, setName] = useState('Amara');
  const [passphrase, setPassphrase] = useState('seven quiet herons');
  const [notes, setNotes] = useState('Rang the DSL at once, logged it before leaving; quoted the escalation policy.');
  return (
    <div className="form">
      <TextField label="Given names" value={name} onChange={setName} />
      <TextField
        label="Unique learner number"
        description="Ten digits, as on the provider’s record."
        error="The number has nine digits. Check it against the provider’s record."
        defaultValue="927630868"
      />
      <PassphraseField
        label="Passphrase"
        description="Twelve characters or more. Several words are easiest to remember."
        purpose="new"
        value={passphrase}
        onChange={setPassphrase}
        strength={{ steps: 3, words: 'Good. One more word would make it strong.' }}
      />
      <TextArea label="Rationale" isOptional value={notes} onChange={setNotes} />
      <TextField label="Signed reports" isDisabled defaultValue="Locked since the report was signed" />
    </div>
  );
}

function Choices() {
  const [plan, setPlan] = useState<string | null>('demo');
  const [date, setDate] = useState<string | null>('2026-11-21');
  const [decision, setDecision] = useState<'notMet' | 'met' | 'distinction' | null>('met');
  return (
    <div className="form">
      <Select label="Assessment plan" choices={plans} value={plan} onChange={setPlan} />
      <ComboBox label="Find a plan" choices={plans} value={plan} onChange={setPlan} placeholder="Type a few letters" />
      <DateField label="Gateway" value={date} onChange={setDate} />
      <SearchField label="Filter apprentices" placeholder="Name, employer or ULN" defaultValue="heron" />
      <SegmentedChoice
        label="Decision"
        value={decision}
        onChange={setDecision}
        segments={[
          { id: 'notMet', word: 'Not met', icon: X, tone: 'not-met' },
          { id: 'met', word: 'Met', icon: Check, tone: 'met' },
        ]}
      />
      <SegmentedChoice
        label="Kind of note"
        value={null}
        onChange={() => undefined}
        error="Choose what the note is."
        segments={['Seen', 'Question', 'Answer', 'Remark'].map(word => ({ id: word, word }))}
      />
    </div>
  );
}

function Ticks() {
  const [rule, setRule] = useState<'count' | 'break'>('break');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  return (
    <div className="form">
      <Checkbox defaultSelected detail="Another assessor takes it where you cannot say this.">
        I am independent of the apprentice, the employer and the provider.
      </Checkbox>
      <Checkbox>The apprentice was briefed.</Checkbox>
      <Checkbox isIndeterminate>All statements of theme A</Checkbox>
      <Checkbox isDisabled>Recording agreed</Checkbox>
      <Switch defaultSelected>Lock when the screen locks</Switch>
      <Switch detail="Fewer lines between rows.">Dense lists</Switch>
      <RadioList
        label="The workbench stopped for 4 min 12 s while the clock ran"
        value={rule}
        onChange={setRule}
        choices={[
          { id: 'count', title: 'Count the time', detail: 'The discussion went on.' },
          { id: 'break', title: 'Make it a break', detail: 'The discussion stopped too.' },
        ]}
      />
      <SignaturePad label="Your signature" strokes={strokes} onChange={setStrokes} />
    </div>
  );
}
