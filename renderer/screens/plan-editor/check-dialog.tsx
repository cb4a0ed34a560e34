import { useState } from 'react';
import { isName, isSamePerson } from '../../../shared/domain/plan-standing.ts';
import { useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';

interface CheckPlanButtonProps {
  readonly id: string;
  readonly typedBy: string;
  readonly isDisabled: boolean;
  /** What has to be done first: keeping what was typed last. */
  readonly before?: () => Promise<void>;
}

/** Records that a second person has compared the draft with the published plan. */
export function CheckPlanButton({ id, typedBy, isDisabled, before }: CheckPlanButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" isDisabled={isDisabled} onPress={() => setOpen(true)}>
        Record the check
      </Button>
      {isOpen ? <CheckDialog id={id} typedBy={typedBy} before={before} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface CheckDialogProps {
  readonly id: string;
  readonly typedBy: string;
  readonly before: (() => Promise<void>) | undefined;
  readonly onClose: () => void;
}

function CheckDialog({ id, typedBy, before, onClose }: CheckDialogProps) {
  const [name, setName] = useState('');
  const [isCompared, setCompared] = useState(false);
  const check = useAction('plan.check');
  const isOwn = isName(name) && isSamePerson(name, typedBy);
  const record = async (): Promise<void> => {
    await before?.();
    check.start({ id, checkedBy: name }, () => {
      onClose();
      navigate({ page: 'plan', id });
      notify({ words: `The plan was checked by ${name.trim()}. It can be confirmed now.` });
    });
  };
  return (
    <Dialog
      title="Record the check by a second person"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={!isName(name) || isOwn || !isCompared}
            isPending={check.isPending}
            onPress={() => void record()}
          >
            Record the check
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="prose">
          {typedBy} typed this plan in. Somebody else compares it with the published plan, parameter by parameter,
          before it can be confirmed.
        </p>
        <TextField
          label="Checked by"
          description="The name of the second person."
          value={name}
          onChange={setName}
          autoFocus
          error={isOwn ? `${typedBy} typed the plan in: it takes somebody else.` : null}
        />
        <Checkbox isSelected={isCompared} onChange={setCompared}>
          Every parameter was compared with the published plan
        </Checkbox>
        {check.error ? <ErrorPanel title="The check was not recorded" error={check.error} /> : null}
      </div>
    </Dialog>
  );
}
