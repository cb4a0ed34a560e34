import { type KeyboardEvent, useRef } from 'react';
import { formatCount, formatDate } from '../../../shared/british.ts';
import type { DfeLearner } from '../../../shared/contract/dfe.ts';
import { ruleTitle } from '../../../shared/domain/dfe/finding.ts';
import { useActions } from '../../actions.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { DfeDesk } from './use-dfe-desk.ts';

interface LearnerListProps {
  readonly desk: DfeDesk;
  readonly onWrite: () => void;
}

/** Everybody who may be written, each with whether the service would take them; a tick puts them into the file. */
export function LearnerList({ desk, onWrite }: LearnerListProps) {
  const toggle = (id: string): void => desk.leaveOut([id], !desk.left.has(id));
  useActions([
    {
      id: 'dfe.toggle',
      title: 'Put into the file, or leave out',
      section: 'DfE files',
      keys: 'x',
      isAvailable: () => desk.selected !== null && desk.dialog === null,
      run: () => desk.selected && toggle(desk.selected.assessmentId),
    },
  ]);
  /** Ahead of the list, which takes Enter for itself, also with Ctrl. */
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onWrite();
  };
  return (
    <div className="dfe-list" onKeyDownCapture={press}>
      <LearnerSearch desk={desk} />
      <List
        label="Released results"
        rows={desk.shown}
        isVirtual
        selected={desk.selected?.assessmentId ?? null}
        onSelect={desk.setLookedAt}
        dependencies={[desk.left]}
        empty={emptyWords(desk)}
      >
        {row => <LearnerRow learner={row} isIn={!desk.left.has(row.id)} onToggle={() => toggle(row.id)} />}
      </List>
    </div>
  );
}

function emptyWords({ query, scope, data }: DfeDesk): string {
  if (query !== '') return 'Nobody fits.';
  if (scope === 'refused') return 'Nobody: the service would refuse none of them.';
  return (data?.learners.length ?? 0) > 0
    ? 'Everybody was written to a file of this kind. Show everybody to write one again.'
    : 'No result is released yet.';
}

function LearnerSearch({ desk }: { readonly desk: DfeDesk }) {
  const field = useRef<HTMLInputElement>(null);
  const focus = (): void => field.current?.focus();
  useActions([{ id: 'dfe.search', title: 'Search the results', section: 'DfE files', keys: '/', run: focus }]);
  return (
    <div className="pane-search">
      <SearchField
        label="Search the results"
        isLabelHidden
        placeholder="Name, ULN, employer or standard"
        value={desk.query}
        onChange={desk.setQuery}
        inputRef={field}
      />
    </div>
  );
}

interface LearnerRowProps {
  readonly learner: DfeLearner;
  readonly isIn: boolean;
  readonly onToggle: () => void;
}

function LearnerRow({ learner, isIn, onToggle }: LearnerRowProps) {
  const { assessmentId, name, uln, standard, result, writtenAt, problems } = learner;
  const refused = problems.filter(({ level }) => level === 'failure').map(({ rule }) => ruleTitle(rule));
  const facts = [uln, standard, ...(writtenAt === null ? [] : [`written on ${formatDate(writtenAt)}`])];
  return (
    <ListRow
      id={assessmentId}
      title={name}
      lead={
        <Checkbox slot={null} isSelected={isIn} onChange={onToggle}>
          <VisuallyHidden>{`Write ${name} to the file`}</VisuallyHidden>
        </Checkbox>
      }
      detail={
        <>
          {facts.join(' · ')}
          {refused.length > 0 ? <div>{`To put right: ${refused.join(', ')}`}</div> : null}
        </>
      }
      trail={
        <>
          {result}
          <LevelTag learner={learner} />
        </>
      }
    />
  );
}

/** Whether the service would take the learner, in a word and a shape. */
export function LevelTag({ learner: { level, problems } }: { readonly learner: DfeLearner }) {
  switch (level) {
    case 'pass':
      return <StatusTag tone="met" word="Ready" />;
    case 'warning':
      return <StatusTag tone="warning" word={formatCount(problems.length, 'warning')} />;
    case 'failure':
      return <StatusTag tone="not-met" word="Refused" />;
  }
}
