import { useAction } from '../../api.ts';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { useWorkspaceRole } from '../common/workspace-role.ts';

/** What this workspace is for: an assessor's own, or the organisation's, which assigns, reviews and releases. */
export function RoleSection() {
  const role = useWorkspaceRole();
  const set = useAction('workspace.setRole');
  return (
    <Section title="What this workspace is for">
      <p className="prose muted">
        An assessor’s workspace runs assessments and sends results. The organisation’s has a board, assigns assessments,
        takes results in, reviews and releases them. Nothing is lost by changing it.
      </p>
      <SegmentedChoice
        label="This workspace is"
        segments={[
          { id: 'assessor', word: 'An assessor’s' },
          { id: 'organisation', word: 'The organisation’s' },
        ]}
        value={role ?? null}
        onChange={chosen => set.start({ role: chosen })}
      />
      {set.error ? <ErrorPanel error={set.error} /> : null}
    </Section>
  );
}
