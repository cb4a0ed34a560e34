import { FileSearch, FolderSearch } from 'lucide-react';
import { useState } from 'react';
import type { CheckedFile } from '../../shared/contract/reports.ts';
import { useActions } from '../actions.ts';
import { useAction } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { WorkUnderWay } from './entrance/work-under-way.tsx';
import { DropPlace } from './verify/drop-place.tsx';
import { Findings } from './verify/findings.tsx';

/** Check reports: whether PDFs are signed, by whom, and unchanged since. */
export function VerifyScreen() {
  const { check, given, stop, choose, takeGiven, found } = useChecking();
  const isPending = check.isPending || given.isPending;
  useActions([
    { id: 'report.choose', title: 'Choose PDFs to check', section: 'Report', keys: 'Mod+Enter', run: choose.files },
    { id: 'report.chooseFolder', title: 'Check all PDFs of a folder', section: 'Report', run: choose.folder },
  ]);
  const buttons = (
    <div className="row">
      <Button tone="primary" icon={FileSearch} keys="Mod+Enter" isPending={isPending} onPress={choose.files}>
        {found ? 'Check other PDFs…' : 'Choose PDFs…'}
      </Button>
      <Button icon={FolderSearch} isDisabled={isPending} onPress={choose.folder}>
        A whole folder…
      </Button>
    </div>
  );
  const error = check.error ?? given.error;
  return (
    <DropPlace onFiles={takeGiven}>
      <div className="page">
        <PageHeader title="Check a report" {...(found ? { actions: buttons } : {})} />
        {error ? <ErrorPanel title="Not everything was checked" error={error} /> : null}
        {check.isPending ? (
          <div className="stack stack-tight">
            <WorkUnderWay label="Checking" />
            <Button onPress={stop}>Stop after this file</Button>
          </div>
        ) : null}
        {found ? (
          <Findings key={found.at} files={found.files} remaining={found.remaining} />
        ) : (
          <EmptyState title="Is this report genuine?" action={buttons}>
            Choose PDF reports, or drop them here. You are told in words whether each is signed, by whom, and whether
            anything was changed since. The files stay on this computer; nothing is sent anywhere.
          </EmptyState>
        )}
      </div>
    </DropPlace>
  );
}

interface Found {
  /** Counts the checks, so that each finding is read from its beginning. */
  readonly at: number;
  readonly files: readonly CheckedFile[];
  /** Files that were not looked at, because it was stopped. */
  readonly remaining: number;
}

/** The three ways to hand files over, and what was found in the latest. */
function useChecking() {
  const check = useAction('report.verifyFiles');
  const given = useAction('report.verifyGiven');
  const cancel = useAction('task.cancel');
  const [found, setFound] = useState<Found | null>(null);
  const show = (files: readonly CheckedFile[], remaining: number): void =>
    setFound(before => ({ at: (before?.at ?? 0) + 1, files, remaining }));
  const chooseFrom = (from: 'files' | 'folder') => (): void => {
    given.reset();
    check.start({ from }, answer => answer && show(answer.files, answer.remaining));
  };
  const takeGiven = async (files: readonly File[]): Promise<void> => {
    check.reset();
    const answers: CheckedFile[] = [];
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      answers.push(await given.run({ fileName: file.name, bytes }).catch((fault: Error) => refusal(file, fault)));
    }
    show(answers, 0);
  };
  return {
    check,
    given,
    found,
    takeGiven,
    stop: () => cancel.start({}),
    choose: { files: chooseFrom('files'), folder: chooseFrom('folder') },
  };
}

const refusal = ({ name: fileName }: File, { message: reason }: Error): CheckedFile => ({
  kind: 'notChecked',
  fileName,
  reason,
});
