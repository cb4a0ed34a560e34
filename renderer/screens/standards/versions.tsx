import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Section } from '../../ui/section.tsx';
import { DifferenceList } from '../import/difference-list.tsx';

type Listed = Output<'framework.list'>[number];

/** The other versions of a standard that are held, each to be opened or compared; nothing where it is the only one. */
export function OtherVersions({ framework }: { readonly framework: Framework }) {
  const { data: frameworks = [] } = useAsk('framework.list', {});
  const [compared, setCompared] = useState<Listed | null>(null);
  const others = frameworks.filter(({ reference, id }) => reference === framework.reference && id !== framework.id);
  if (others.length === 0) return null;
  return (
    <Section title="Other versions">
      <ul className="version-list">
        {others.map(other => (
          <li className="row row-apart version-row" key={other.id}>
            <RouteLink to={{ page: 'standard', id: other.id }}>{`Version ${other.version}: ${other.title}`}</RouteLink>
            <Button size="dense" icon={GitCompareArrows} onPress={() => setCompared(other)}>
              Compare with version {other.version}
            </Button>
          </li>
        ))}
      </ul>
      {compared ? <CompareDialog framework={framework} from={compared} onClose={() => setCompared(null)} /> : null}
    </Section>
  );
}

interface CompareDialogProps {
  readonly framework: Framework;
  readonly from: Listed;
  readonly onClose: () => void;
}

function CompareDialog({ framework, from, onClose }: CompareDialogProps) {
  const { data, error } = useAsk('framework.differences', { id: framework.id, from: from.id });
  const open = (): void => {
    onClose();
    navigate({ page: 'standard', id: from.id });
  };
  return (
    <Dialog
      title={`${framework.reference}: from version ${from.version} to version ${framework.version}`}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={open}>Open version {from.version}</Button>
          <Button tone="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {error ? <ErrorPanel error={error} /> : null}
      {data ? <DifferenceList comparison={data} /> : error ? null : <Loading what="the differences" />}
    </Dialog>
  );
}
