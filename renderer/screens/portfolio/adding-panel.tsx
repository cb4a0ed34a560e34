import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';
import type { useAddingFiles } from './use-adding-files.ts';

interface AddingPanelProps {
  readonly adding: ReturnType<typeof useAddingFiles>;
  /** What became of the files that were added last, in words. */
  readonly told: string;
}

/** How far files have come that are being added, with the way to end it; what became of those before; what went wrong. */
export function AddingPanel({ adding: { coming, fault, stop }, told }: AddingPanelProps) {
  return (
    <div className="adding" data-active={coming !== null || fault !== null || told !== '' || undefined}>
      {coming ? (
        <div className="row row-apart">
          {coming.kind === 'chosen' ? (
            <WorkUnderWay label="Adding files" />
          ) : (
            <ProgressBar label="Adding files" done={coming.done} words={coming.name} />
          )}
          <Button size="dense" onPress={stop}>
            Stop
          </Button>
        </div>
      ) : null}
      <p role="status">{coming ? '' : told}</p>
      {fault ? <ErrorPanel title="Not everything was added" error={fault} /> : null}
    </div>
  );
}
