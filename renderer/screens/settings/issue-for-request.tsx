import { useState } from 'react';
import { useAction } from '../../api.ts';
import { Checkbox, RadioList } from '../../ui/choices.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import type { CertificateRequest } from './authority-desk.tsx';
import { Fingerprint } from './certificate-facts.tsx';
import { YearsField } from './years-field.tsx';

interface IssueForRequestProps {
  readonly request: CertificateRequest;
  readonly onClose: () => void;
}

type Role = 'assessor' | 'qualityAssurer';

/** Issues a certificate for a request from another workspace, after its key was compared with its sender. */
export function IssueForRequest({ request: { facts, bytes }, onClose }: IssueForRequestProps) {
  const issue = useAction('authority.issueForRequest');
  const [role, setRole] = useState<Role>('assessor');
  const [years, setYears] = useState(2);
  const [isCompared, setCompared] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const submit = (): boolean => {
    setChecked(true);
    if (!isCompared) return false;
    issue.start({ bytes: new Uint8Array(bytes), role, validYears: years }, issued => {
      if (!issued) return;
      notify({ words: `Issued to ${issued.holder}. Send the saved file back.` });
      onClose();
    });
    return true;
  };
  return (
    <FormDialog
      title={`Issue a certificate to ${facts.name}`}
      onClose={onClose}
      action="Issue and save it…"
      isPending={issue.isPending}
      fault={issue.error}
      onSubmit={submit}
      size="wide"
    >
      <FactList
        layout="rows"
        facts={[
          { name: 'Name', value: facts.name },
          { name: 'Organisation', value: facts.organisation },
          { name: 'Email', value: facts.email },
          { name: 'Kind of key', value: facts.keyKind },
          { name: 'Key', value: <Fingerprint hex={facts.keySha256} /> },
        ]}
      />
      <Checkbox
        isSelected={isCompared}
        onChange={setCompared}
        isInvalid={isChecked && !isCompared}
        detail="By telephone or face to face: a file alone does not prove who sent it."
      >
        The sender read out the same key
      </Checkbox>
      {isChecked && !isCompared ? <p className="field-error">Compare the key with its sender first.</p> : null}
      <RadioList
        label="Signs as"
        choices={[
          { id: 'assessor', title: 'Assessor' },
          { id: 'qualityAssurer', title: 'Quality assurer' },
        ]}
        value={role}
        onChange={setRole}
      />
      <YearsField years={years} onChange={setYears} />
    </FormDialog>
  );
}
