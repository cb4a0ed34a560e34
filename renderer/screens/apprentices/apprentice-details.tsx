import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { Apprentice } from '../../../shared/contract/shapes.ts';
import type { Output } from '../../../shared/contract.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';
import { StageTag } from '../common/stage-tag.tsx';
import { AddAssessment } from './add-assessment.tsx';
import { CorrectDetails } from './correct-details.tsx';
import { UlnFact } from './uln-fact.tsx';

interface ApprenticeDetailsPaneProps {
  readonly apprentice: Output<'apprentice.list'>[number];
}

/** One apprentice beside the list: who they are, and their assessments. */
export function ApprenticeDetailsPane({ apprentice }: ApprenticeDetailsPaneProps) {
  const { assessments, ...details } = apprentice;
  return (
    <div className="stack apprentice-details">
      <Assessments apprentice={apprentice} />
      <Details apprentice={details} />
    </div>
  );
}

function Assessments({ apprentice }: ApprenticeDetailsPaneProps) {
  const [isAdding, setAdding] = useState(false);
  const { id, givenNames, familyName, assessments } = apprentice;
  return (
    <Section
      title="Assessments"
      aside={
        <Button size="dense" icon={Plus} onPress={() => setAdding(true)}>
          Add assessment
        </Button>
      }
    >
      <List
        label="Assessments"
        rows={assessments}
        onOpen={assessment => navigate({ page: 'assessment', id: assessment })}
        empty="None yet. Add one to choose the plan that they are assessed by."
      >
        {row => <ListRow id={row.id} title={row.standard} trail={<StageTag stage={row.stage} />} />}
      </List>
      <AddAssessment
        apprentice={{ id, name: `${givenNames} ${familyName}` }}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

function Details({ apprentice }: { readonly apprentice: Apprentice }) {
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <Section
      title="Details"
      aside={
        <Button size="dense" icon={Pencil} onPress={() => setCorrecting(true)}>
          Correct the details
        </Button>
      }
    >
      <FactList
        layout="rows"
        facts={[
          { name: 'Given names', value: apprentice.givenNames },
          { name: 'Family name', value: apprentice.familyName },
          { name: 'ULN', value: <UlnFact uln={apprentice.uln} /> },
          { name: 'Employer', value: apprentice.employer },
          { name: 'Training provider', value: apprentice.trainingProvider },
          { name: 'Added', value: formatDate(apprentice.addedAt) },
        ]}
      />
      <CorrectDetails apprentice={apprentice} isOpen={isCorrecting} onClose={() => setCorrecting(false)} />
    </Section>
  );
}
