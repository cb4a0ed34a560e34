import { formatCount } from '../../../shared/british.ts';
import { useAction } from '../../api.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { notify } from '../../ui/toast.tsx';
import type { Assessment } from '../assessment.tsx';

const every = 'every';

/** Which assessment version the next sessions are held with, where the plan samples its statements; nothing elsewhere. */
export function VersionChoice({ assessment }: { readonly assessment: Assessment }) {
  const { id: assessmentId, sampling, plan } = assessment;
  const choose = useAction('assessmentVersion.choose');
  if (!sampling) return null;
  const { chosen, versions } = sampling;
  const isOffered = chosen === null || versions.some(({ id }) => id === chosen.id);
  const change = (id: string): void =>
    choose.start({ assessmentId, versionId: id === every ? null : id }, () =>
      notify({ words: 'The next session is held with it.' }),
    );
  return (
    <Section title="Assessment version">
      <Select
        label="Statements assessed"
        description="Counts for sessions that have not begun; those that have keep theirs."
        choices={[
          { id: every, title: 'Every statement' },
          ...versions.map(({ id, label, statements }) => ({
            id,
            title: `${label}: ${formatCount(statements, 'statement')}`,
          })),
          ...(isOffered || chosen === null ? [] : [{ id: chosen.id, title: `${chosen.label}: withdrawn` }]),
        ]}
        value={chosen?.id ?? every}
        onChange={change}
        isDisabled={choose.isPending}
      />
      <p>
        <RouteLink to={{ page: 'plan', id: plan.id }}>Versions and coverage of this plan</RouteLink>
      </p>
      {choose.error ? <ErrorPanel title="The version was not chosen" error={choose.error} /> : null}
    </Section>
  );
}
