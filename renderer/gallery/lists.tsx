import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { GradeMark } from '../ui/grade-mark.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Section } from '../ui/section.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { Table } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';

const people = [
  {
    id: '1',
    name: 'Amara Okafor',
    employer: 'Northgate Primary School',
    tone: 'info',
    state: 'In progress',
    notes: 24,
  },
  { id: '2', name: 'Ben Whitfield', employer: 'Heron House', tone: 'waiting', state: 'Ready to sign', notes: 61 },
  { id: '3', name: 'Chandni Rao', employer: 'Leicester City Council', tone: 'locked', state: 'Signed', notes: 112 },
] as const;

/** Lists, tables, tabs, folded parts and facts. */
export function ListSpecimens() {
  return (
    <>
      <Section title="Lists" note="3 apprentices" aside={<Button size="dense">Add an apprentice</Button>}>
        <div className="row row-fields">
          <Apprentices />
          <div className="dense">
            <Figures />
          </div>
        </div>
      </Section>
      <Section title="Facts, tabs, folds">
        <FactList
          facts={[
            { name: 'Standard', value: 'ST1030 Safeguarding support officer, v1.0' },
            { name: 'Plan', value: 'Demonstration plan 1.0' },
            { name: 'ULN', value: '9276308686' },
            { name: 'Employer', value: 'Northgate Primary School' },
            { name: 'Overall grade', value: <GradeMark grade={null} /> },
          ]}
        />
        <Tabs
          label="Method"
          pages={[
            { id: 'pd', title: 'Professional discussion', count: 14, content: <Folds /> },
            { id: 'obs', title: 'Observation', count: 22, content: <p>Not started.</p> },
          ]}
        />
        <FactList
          layout="rows"
          facts={[
            { name: 'Signed by', value: 'J. Marsh, 21 November 2026, 14:05 GMT' },
            { name: 'Document', value: 'PD-0190 · 2 pages' },
            { name: 'Countersigned', value: null },
          ]}
        />
      </Section>
    </>
  );
}

function Apprentices() {
  const [selected, setSelected] = useState('2');
  return (
    <List label="Apprentices" rows={people} selected={selected} onSelect={setSelected}>
      {person => (
        <ListRow
          id={person.id}
          title={person.name}
          detail={person.employer}
          trail={<StatusTag tone={person.tone} word={person.state} />}
        />
      )}
    </List>
  );
}

function Figures() {
  return (
    <Table
      label="Apprentices as a table"
      rows={people}
      onOpen={() => undefined}
      sort={{ column: 'name', direction: 'ascending' }}
      onSort={() => undefined}
      columns={[
        { id: 'name', title: 'Apprentice', isRowHeader: true, isSortable: true, cell: person => person.name },
        { id: 'state', title: 'State', cell: person => <StatusTag tone={person.tone} word={person.state} /> },
        { id: 'notes', title: 'Notes', align: 'end', isSortable: true, cell: person => person.notes },
      ]}
    />
  );
}

function Folds() {
  return (
    <>
      <Disclosure title="Theme A: Responding" note="4 of 6 met" isOpenAtFirst>
        <p className="prose">Recognises a concern, acts at once and within policy, and records what was said.</p>
      </Disclosure>
      <Disclosure title="Theme B: Sharing" note="1 of 4 met">
        <p>Shares what is needed with whoever needs it.</p>
      </Disclosure>
    </>
  );
}
