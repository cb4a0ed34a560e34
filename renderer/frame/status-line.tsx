import { Check, CircleX, LoaderCircle } from 'lucide-react';
import { Button as RacButton } from 'react-aria-components';
import type { OpenWorkspace } from '../../shared/contract/workspace.ts';
import { RecordingStatus } from '../recording/recording-status.tsx';
import { useSavedState } from '../saved-state.ts';
import { KeyHint } from '../ui/key-hint.tsx';

interface StatusLineProps {
  readonly workspace: OpenWorkspace;
  readonly onKeys: () => void;
}

/** The foot of the window: whether everything is saved, who works here, and how far the audit log has come. */
export function StatusLine({ workspace, onKeys }: StatusLineProps) {
  return (
    <footer className="status-line">
      <Saved />
      <RecordingStatus />
      <span className="status-who truncate">
        {workspace.assessor}, {workspace.organisation}
      </span>
      <span className="status-audit figures">
        Audit log at {workspace.audit.sequence}
        <span className="status-head"> · {workspace.audit.head.slice(0, 8)}</span>
      </span>
      <RacButton className="status-keys" onPress={onKeys}>
        Keys <KeyHint keys="?" />
      </RacButton>
    </footer>
  );
}

function Saved() {
  const saved = useSavedState();
  const isFailed = saved.state === 'failed';
  return (
    <span className="status-saved" role="status" data-state={saved.state}>
      {isFailed ? (
        <CircleX size={14} aria-hidden />
      ) : saved.state === 'saving' ? (
        <LoaderCircle size={14} aria-hidden />
      ) : (
        <Check size={14} aria-hidden />
      )}
      {isFailed ? `Could not save: ${saved.message}` : saved.state === 'saving' ? 'Saving…' : 'All changes saved'}
    </span>
  );
}
