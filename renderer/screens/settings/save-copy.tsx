import { useState } from 'react';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';
import type { WorkspaceTaskProps } from './correct-names.tsx';

/** Puts a copy of the whole workspace onto a memory stick or another disk, with its progress; it can be stopped. */
export function SaveCopy({ onClose }: WorkspaceTaskProps) {
  const save = useAction('workspace.saveCopy');
  const cancel = useAction('task.cancel');
  const [folder, setFolder] = useState<string>();
  const close = (): void => {
    if (save.isPending) cancel.start({});
    onClose();
  };
  const foot = save.isPending ? (
    <Button onPress={() => cancel.start({})}>Stop</Button>
  ) : (
    <>
      <Button onPress={onClose}>{folder === undefined ? 'Not now' : 'Close'}</Button>
      {folder === undefined ? (
        <Button tone="primary" onPress={() => save.start({}, saved => setFolder(saved?.folder))}>
          Choose where to put it
        </Button>
      ) : null}
    </>
  );
  return (
    <Dialog title="Save a copy" isOpen onClose={close} actions={foot}>
      <div className="stack">
        {folder === undefined ? (
          <p>
            The copy holds everything in this workspace, encrypted as it is here; the same passphrase and recovery key
            open it. Put it on a memory stick or another disk, and keep it apart from this computer.
          </p>
        ) : (
          <p role="status">
            The copy is saved as <code>{folder}</code>. To use it, open that folder as a workspace.
          </p>
        )}
        {save.isPending ? <WorkUnderWay label="Saving the copy" /> : null}
        {save.error ? <ErrorPanel error={save.error} /> : null}
      </div>
    </Dialog>
  );
}
