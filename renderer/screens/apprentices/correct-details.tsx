import { useId } from 'react';
import type { Apprentice } from '../../../shared/contract/shapes.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { notify } from '../../ui/toast.tsx';
import { ApprenticeForm } from './apprentice-form.tsx';

interface CorrectDetailsProps {
  readonly apprentice: Apprentice;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Corrects what is recorded of an apprentice. */
export function CorrectDetails({ apprentice, isOpen, onClose }: CorrectDetailsProps) {
  const formId = useId();
  const correct = useAction('apprentice.correct');
  return (
    <Dialog
      title="Correct the details"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" isPending={correct.isPending}>
            Save the corrections
          </Button>
        </>
      }
    >
      <ApprenticeForm
        id={formId}
        details={apprentice}
        onSubmit={details =>
          correct.start({ ...details, id: apprentice.id }, () => {
            onClose();
            notify({ words: 'The details were corrected. Reports that are signed keep what they said.' });
          })
        }
      >
        {correct.error ? <ErrorPanel title="The details were not corrected" error={correct.error} /> : null}
      </ApprenticeForm>
    </Dialog>
  );
}
