import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, SegmentedChoice } from '../../ui/choices.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';

/** Where time stamps come from: from nowhere until somebody agrees to it. */
export function TimestampSection() {
  const { data, error } = useAsk('timestamp.get', {});
  return (
    <Section title="Time stamps">
      <p className="prose">
        A time stamp proves that a signature existed at a certain time, by the word of somebody else. It is the only
        part of the workbench that uses a network, and it is off unless you turn it on. What is sent is a hash: a number
        from which nothing of the report can be read. What comes back is that number with a time, signed.
      </p>
      {error ? <ErrorPanel title="The setting could not be shown" error={error} /> : null}
      {data ? <TimestampForm setting={data} /> : null}
    </Section>
  );
}

function TimestampForm({ setting }: { readonly setting: Output<'timestamp.get'> }) {
  const set = useAction('timestamp.set');
  const [isOn, setOn] = useState(setting.address !== null);
  const [address, setAddress] = useState(setting.address ?? '');
  const [agreed, setAgreed] = useState(setting.agreed);
  const [isChecked, setChecked] = useState(false);
  const isAddress = /^https?:\/\/\S+$/i.test(address.trim());
  const submit = (): void => {
    setChecked(true);
    if (isOn && !(isAddress && agreed)) return;
    const next = isOn ? { address: address.trim(), agreed } : { address: null, agreed: false };
    set.start(next, () => notify({ words: isOn ? 'Time stamps are on.' : 'Time stamps are off.' }));
  };
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <SegmentedChoice
        label="Time stamps"
        segments={[
          { id: 'off', word: 'Off' },
          { id: 'on', word: 'On' },
        ]}
        value={isOn ? 'on' : 'off'}
        onChange={choice => setOn(choice === 'on')}
      />
      {isOn ? (
        <>
          <TextField
            label="Address of the time stamp authority"
            description="As its operator gives it; it begins with http:// or https://."
            value={address}
            onChange={setAddress}
            maxLength={500}
            error={isChecked && !isAddress ? 'Type the whole address, with http:// or https://.' : null}
          />
          <Checkbox
            isSelected={agreed}
            onChange={setAgreed}
            isInvalid={isChecked && !agreed}
            detail="When a report is signed, the hash goes to this address, which sees the network address of this computer and the time. It sees neither the report nor any name."
          >
            I agree that a request leaves this computer
          </Checkbox>
          {isChecked && !agreed ? <p className="field-error">Without this, no time stamp can be asked for.</p> : null}
        </>
      ) : null}
      <div className="row">
        <Button type="submit" isPending={set.isPending}>
          Save the setting
        </Button>
      </div>
      {set.error ? <ErrorPanel error={set.error} /> : null}
    </form>
  );
}
