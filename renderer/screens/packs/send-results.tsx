import { PackagePlus } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { BoardLine } from '../../../shared/contract/organisation.ts';
import { useActions } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { notify } from '../../ui/toast.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';
import { sizeWords } from './pack-words.ts';

/** The way to send signed assessments to the organisation. */
export function SendResults() {
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(true);
  useActions([{ id: 'pack.sendResults', title: 'Send results…', section: 'Packs', run: open }]);
  return (
    <>
      <Button icon={PackagePlus} onPress={open}>
        Send results…
      </Button>
      {isOpen ? <SendResultsDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SendResultsDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useSending(onClose);
  const { signed, chosen, send, error } = desk;
  return (
    <Dialog
      title="Send results"
      isOpen
      onClose={desk.leave}
      actions={
        <>
          <Button onPress={desk.leave}>Not now</Button>
          {signed?.length === 0 ? null : (
            <Button tone="primary" isDisabled={!desk.canSend} isPending={send.isPending} onPress={desk.start}>
              {`Save a pack of ${formatCount(chosen.length, 'result')}…`}
            </Button>
          )}
        </>
      }
    >
      {signed?.length === 0 ? (
        <EmptyState title="Nothing is signed yet">
          An assessment can be sent once its overall report is signed.
        </EmptyState>
      ) : null}
      {!signed && !error ? <Loading what="what is signed" /> : null}
      {signed && signed.length > 0 ? <WhatToSend desk={desk} signed={signed} /> : null}
      {send.isPending ? <WorkUnderWay label="Writing the pack" /> : null}
      {error ? <ErrorPanel title="No pack was written" error={error} /> : null}
    </Dialog>
  );
}

/** What is sent and how. Ticked at first is whatever is signed and not released yet. */
function useSending(onClose: () => void) {
  const board = useAsk('board.list', {});
  const known = useAsk('pack.list', {});
  const send = useAction('pack.sendResults');
  const cancel = useAction('task.cancel');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [isEncrypted, setEncrypted] = useState(true);
  const [hasPortfolio, setPortfolio] = useState(false);
  const organisation = known.data?.correspondents.find(({ role }) => role === 'organisation');
  const signed = board.data?.filter(({ isSigned }) => isSigned);
  const isChosen = ({ id, stage }: BoardLine): boolean => toggled.has(id) !== (stage !== 'released');
  const chosen = signed?.filter(isChosen) ?? [];
  const isMixed = new Set(chosen.map(({ practice }) => practice)).size > 1;
  const encrypt = isEncrypted && organisation !== undefined;
  const start = (): void => {
    const assessmentIds = chosen.map(({ id }) => id);
    const choices = hasPortfolio ? (['portfolio'] as const) : [];
    const workspaceId = organisation?.workspaceId ?? null;
    send.start({ assessmentIds, choices: [...choices], workspaceId, encrypt }, written => {
      if (!written) return;
      notify({ words: `${formatCount(chosen.length, 'result')} packed. ${savedWords(written)}`, tone: 'met' });
      onClose();
    });
  };
  return {
    ...{
      signed,
      chosen,
      isChosen,
      isMixed,
      send,
      start,
      organisation,
      encrypt,
      setEncrypted,
      hasPortfolio,
      setPortfolio,
    },
    toggle: (id: string) => setToggled(before => withOrWithout(before, id, !before.has(id))),
    canSend: chosen.length > 0 && !isMixed,
    error: board.error ?? known.error ?? send.error,
    leave: () => {
      if (send.isPending) cancel.start({});
      onClose();
    },
  };
}

interface WhatToSendProps {
  readonly desk: ReturnType<typeof useSending>;
  readonly signed: readonly BoardLine[];
}

function WhatToSend({ desk, signed }: WhatToSendProps) {
  const { organisation, send, isChosen, toggle, isMixed, hasPortfolio, setPortfolio, encrypt, setEncrypted } = desk;
  return (
    <>
      <p className="prose muted">
        {`The pack holds the assessments whole, with their signed reports and your audit log, for ${organisation?.name ?? 'your organisation'}. It is signed with your certificate. Send it by e-mail or on a memory stick.`}
      </p>
      <fieldset className="stack stack-tight" disabled={send.isPending}>
        <legend className="field-label">Whose results</legend>
        {signed.map(line => (
          <Checkbox
            key={line.id}
            isSelected={isChosen(line)}
            onChange={() => toggle(line.id)}
            detail={`${line.standard}${line.practice ? ', practice' : ''}${line.stage === 'released' ? ', released' : ''}`}
          >
            {line.apprenticeName}
          </Checkbox>
        ))}
      </fieldset>
      {isMixed ? (
        <p role="alert">
          Practice and real assessments do not travel in one pack. Choose only the ones or only the others.
        </p>
      ) : null}
      <Checkbox
        isSelected={hasPortfolio}
        onChange={setPortfolio}
        detail="Recordings stay on this computer in any case."
      >
        Send the portfolios along
      </Checkbox>
      <Checkbox
        isSelected={encrypt}
        isDisabled={organisation === undefined}
        onChange={setEncrypted}
        detail={
          organisation
            ? 'Only this organisation’s workspace can open it.'
            : 'The organisation’s key comes with its first pack.'
        }
      >
        Encrypt it
      </Checkbox>
    </>
  );
}

/** A set with or without one of its members. */
export function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

/** That a pack was saved, where, and how large it is. */
export const savedWords = ({ file, sizeBytes }: { readonly file: string; readonly sizeBytes: number }): string =>
  `Saved as ${file.split(/[\\/]/).at(-1)}, ${sizeWords(sizeBytes)}.`;
