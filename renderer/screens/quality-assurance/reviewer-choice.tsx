import type { Person } from '../../../shared/contract/quality-assurance.ts';
import { useAsk } from '../../api.ts';
import { Banner } from '../../ui/banner.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Select } from '../../ui/select.tsx';

/** The quality assurers of this workspace. */
export function useReviewers(): readonly Person[] {
  const { data = [] } = useAsk('person.list', {});
  return data.filter(({ role }) => role === 'qualityAssurer');
}

interface ReviewerChoiceProps {
  readonly label: string;
  readonly reviewers: readonly Person[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly isChecked: boolean;
}

/** Who reviews or countersigns; where nobody can, the way to add somebody. */
export function ReviewerChoice({ label, reviewers, value, onChange, isChecked }: ReviewerChoiceProps) {
  if (reviewers.length === 0) {
    return (
      <Banner
        kind="info"
        title="There is no quality assurer in this workspace yet"
        actions={
          <RouteLink to={{ page: 'settings', section: 'people' }} look="button">
            Add one in Settings
          </RouteLink>
        }
      >
        Nobody can review their own assessment.
      </Banner>
    );
  }
  return (
    <Select
      label={label}
      choices={reviewers.map(({ id, name }) => ({ id, title: name }))}
      value={value}
      onChange={onChange}
      error={isChecked && value === null ? 'Choose who it is.' : null}
    />
  );
}
