import { KsbChip, KsbList } from '../ui/ksb-chip.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Meter } from '../ui/meter.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { TextArea } from '../ui/text-field.tsx';

const notes = [
  {
    id: '1',
    time: '40:12',
    body: 'How did you decide whether to ring the designated lead first?',
    codes: ['K6', 'S7'],
  },
  {
    id: '2',
    time: '40:30',
    body: 'Rang the DSL at once, logged it before leaving; quoted the policy.',
    codes: ['K6', 'B6'],
  },
  { id: '3', time: '41:02', body: 'What if she had not been in?', codes: [] },
];

/** Three panes as a live session has them. */
export function PaneSpecimens() {
  return (
    <div className="page-full">
      <SplitPanes
        label="Parts of the session"
        first="notes"
        panes={[
          { id: 'plan', title: 'Plan', content: <p>Theme A: Responding. Four of six questions asked.</p> },
          {
            id: 'notes',
            title: 'Notes',
            weight: 2,
            isFlush: true,
            content: (
              <List label="Notes" rows={notes} onOpen={() => undefined}>
                {note => (
                  <ListRow
                    id={note.id}
                    lead={<span className="figures">{note.time}</span>}
                    title={note.body}
                    weight="plain"
                    trail={note.codes.map(code => <KsbChip key={code} code={code} />)}
                  />
                )}
              </List>
            ),
            foot: <TextArea label="Note" isLabelHidden rows={1} placeholder="Type a note. # tags a KSB" />,
          },
          {
            id: 'coverage',
            title: 'Coverage',
            content: (
              <div className="stack">
                <Meter label="Theme A" value={4} of={6} words="4 of 6 seen" />
                <KsbList>
                  {['K1', 'K4', 'K6', 'S1', 'S4', 'S7', 'B6'].map((code, index) => (
                    <KsbChip key={code} code={code} seen={index % 3} text="A statement" />
                  ))}
                </KsbList>
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
