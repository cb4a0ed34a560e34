import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { AddPerson } from './add-person.tsx';
import { PersonLine } from './person-line.tsx';

/** Everybody who works on assessments here, and the certificate that each signs with. */
export function PeopleSection() {
  const { data = [], error } = useAsk('identity.list', {});
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title="People"
      aside={
        <Button icon={UserPlus} onPress={() => setAdding(true)}>
          Add a person…
        </Button>
      }
    >
      <p className="prose muted">
        Whoever signs has a key, which never leaves this workspace, and a certificate, which says whose key it is. A
        certificate made here is vouched for by nobody else; one that an organisation issues is trusted by everybody who
        trusts the organisation.
      </p>
      {error ? <ErrorPanel title="The people could not be shown" error={error} /> : null}
      <ul>
        {data.map(person => (
          <PersonLine key={person.personId} person={person} />
        ))}
      </ul>
      {isAdding ? <AddPerson onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
