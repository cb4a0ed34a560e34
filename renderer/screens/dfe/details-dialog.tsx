import { useState } from 'react';
import type { DfeDetails } from '../../../shared/contract/dfe.ts';
import type { Output } from '../../../shared/contract.ts';
import { serviceReference } from '../../../shared/domain/dfe/kinds.ts';
import { isPostcode } from '../../../shared/domain/dfe/postcode.ts';
import { noContact, type PostalContact } from '../../../shared/domain/dfe/record.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';

interface DetailsDialogProps {
  readonly assessmentId: string;
  readonly onClose: () => void;
}

/** What the service asks for beside the result: to whom the certificate goes, the option, the start of learning, its own references. */
export function DetailsDialog({ assessmentId, onClose }: DetailsDialogProps) {
  const { data } = useAsk('dfe.details', { assessmentId });
  return data ? <DetailsForm assessmentId={assessmentId} kept={data} onClose={onClose} /> : null;
}

interface DetailsFormProps extends DetailsDialogProps {
  readonly kept: Output<'dfe.details'>;
}

function DetailsForm({ assessmentId, kept, onClose }: DetailsFormProps) {
  const { start, isPending, error } = useAction('dfe.setDetails');
  const [details, setDetails] = useState<DfeDetails>(kept.details);
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<DfeDetails>): void => setDetails(before => ({ ...before, ...part }));
  const references = [details.epaReference, details.certificateReference];
  const isRight = references.every(one => one === null || serviceReference.safeParse(one).success);
  const submit = (): boolean => {
    setChecked(true);
    const done = (): void => {
      onClose();
      notify({ words: `What the service asks for is kept for ${kept.name}.` });
    };
    if (isRight) start({ assessmentId, ...details }, done);
    return isRight;
  };
  return (
    <FormDialog
      title={`For the service: ${kept.name}`}
      action="Keep it"
      size="wide"
      {...{ onClose, isPending }}
      fault={error}
      onSubmit={submit}
    >
      <ContactFields
        contact={details.contact}
        suggested={kept.suggested}
        onChange={contact => change({ contact: { ...details.contact, ...contact } })}
      />
      <LearningFields kept={kept} details={details} change={change} />
      <div className="row row-fields">
        <ReferenceField
          label="Reference of the EPA record"
          value={details.epaReference}
          isChecked={isChecked}
          onChange={epaReference => change({ epaReference })}
        />
        <ReferenceField
          label="Reference of the certificate"
          value={details.certificateReference}
          isChecked={isChecked}
          onChange={certificateReference => change({ certificateReference })}
        />
      </div>
    </FormDialog>
  );
}

interface ContactFieldsProps {
  readonly contact: PostalContact;
  readonly suggested: PostalContact | null;
  readonly onChange: (part: Partial<PostalContact>) => void;
}

/** The address as it stands on an envelope. */
function ContactFields({ contact, suggested, onChange }: ContactFieldsProps) {
  const isEmpty = Object.values(contact).every(text => text === '');
  const field = (name: keyof PostalContact, label: string, isOptional = false) => (
    <TextField
      label={label}
      isOptional={isOptional}
      value={contact[name]}
      onChange={text => onChange({ [name]: text })}
      maxLength={200}
    />
  );
  return (
    <fieldset className="stack dfe-contact">
      <legend className="field-label">The certificate is posted to</legend>
      {isEmpty && suggested ? (
        <div className="row">
          <Button size="dense" onPress={() => onChange({ ...noContact, ...suggested })}>
            {`As for this employer before: ${suggested.contactName}, ${suggested.city}`}
          </Button>
        </div>
      ) : null}
      <div className="row row-fields">
        {field('contactName', 'Contact name')}
        {field('department', 'Department', true)}
        {field('organisation', 'Organisation')}
      </div>
      <div className="row row-fields">
        {field('addressLine1', 'Address line 1')}
        {field('addressLine2', 'Address line 2', true)}
        {field('addressLine3', 'Address line 3', true)}
      </div>
      <div className="row row-fields">
        {field('city', 'City or town')}
        <TextField
          label="Postcode"
          value={contact.postCode}
          onChange={postCode => onChange({ postCode })}
          maxLength={200}
          description={
            contact.postCode === '' || isPostcode(contact.postCode.trim()) ? null : 'This is no UK postcode yet.'
          }
        />
      </div>
    </fieldset>
  );
}

const asPathway = 'as the pathway';

interface LearningFieldsProps {
  readonly kept: Output<'dfe.details'>;
  readonly details: DfeDetails;
  readonly change: (part: Partial<DfeDetails>) => void;
}

function LearningFields({ kept: { options, pathway }, details, change }: LearningFieldsProps) {
  const usual = pathway === null ? 'None' : `As the pathway: ${pathway}`;
  const known = details.courseOption === null || options.includes(details.courseOption);
  const choices = [...options, ...(known || details.courseOption === null ? [] : [details.courseOption])];
  return (
    <div className="row row-fields">
      <DateField
        label="Learning started on"
        isOptional
        value={details.learningStartedOn}
        onChange={learningStartedOn => change({ learningStartedOn })}
      />
      {choices.length > 0 ? (
        <Select
          label="Course option"
          choices={[{ id: asPathway, title: usual }, ...choices.map(option => ({ id: option, title: option }))]}
          value={details.courseOption ?? asPathway}
          onChange={id => change({ courseOption: id === asPathway ? null : id })}
        />
      ) : null}
    </div>
  );
}

interface ReferenceFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly isChecked: boolean;
  readonly onChange: (reference: string | null) => void;
}

function ReferenceField({ label, value, isChecked, onChange }: ReferenceFieldProps) {
  const isWrong = isChecked && value !== null && !serviceReference.safeParse(value).success;
  return (
    <TextField
      label={label}
      isOptional
      description="Eight digits, as the service gave it."
      value={value ?? ''}
      onChange={text => onChange(text.trim() === '' ? null : text.trim())}
      inputMode="numeric"
      error={isWrong ? 'Eight digits, leading zeros included.' : null}
    />
  );
}
