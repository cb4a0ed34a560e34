import { useRef } from 'react';
import type { BoardLine } from '../../../shared/contract/organisation.ts';
import { boardStageNames } from '../../../shared/domain/packs/board-stage.ts';
import { useActions } from '../../actions.ts';
import { navigate } from '../../routes.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { usePracticeWorkspace } from '../common/practice-workspace.ts';
import { ageWords, stageTones } from './board-words.ts';
import type { BoardDesk } from './use-board-desk.ts';

/** The assessments, one a row; a tick takes one into what is done next, Enter opens it. */
export function BoardList({ desk }: { readonly desk: BoardDesk }) {
  const now = new Date().toISOString();
  const showsPractice = !usePracticeWorkspace();
  const { shown, ticked, tick, lookedAt, setLookedAt } = desk;
  const selected = shown.find(({ id }) => id === lookedAt) ?? shown[0];
  useActions([
    {
      id: 'board.tick',
      title: 'Tick or untick',
      section: 'Board',
      keys: 'x',
      isAvailable: () => selected !== undefined && desk.dialog === null,
      run: () => selected && tick(selected.id, !ticked.has(selected.id)),
    },
  ]);
  return (
    <div className="board-list">
      <BoardSearch desk={desk} />
      <List
        label="Assessments"
        rows={shown}
        isVirtual
        selected={selected?.id ?? null}
        onSelect={setLookedAt}
        onOpen={id => navigate({ page: 'assessment', id })}
        dependencies={[ticked]}
        empty="No assessment fits."
      >
        {line => (
          <BoardRow
            line={line}
            now={now}
            showsPractice={showsPractice}
            isTicked={ticked.has(line.id)}
            onTick={isTicked => tick(line.id, isTicked)}
          />
        )}
      </List>
    </div>
  );
}

function BoardSearch({ desk }: { readonly desk: BoardDesk }) {
  const field = useRef<HTMLInputElement>(null);
  const focus = (): void => field.current?.focus();
  useActions([{ id: 'board.search', title: 'Search the board', section: 'Board', keys: '/', run: focus }]);
  return (
    <div className="pane-search">
      <SearchField
        label="Search the board"
        isLabelHidden
        placeholder="Name, ULN, employer, standard or assessor"
        value={desk.query}
        onChange={desk.setQuery}
        inputRef={field}
      />
    </div>
  );
}

interface BoardRowProps {
  readonly line: BoardLine;
  readonly now: string;
  readonly showsPractice: boolean;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function BoardRow({ line, now, showsPractice, isTicked, onTick }: BoardRowProps) {
  const { id, apprenticeName, uln, employer, standard, stage, since, assessor, grade, practice, isAnswerDue } = line;
  return (
    <ListRow
      id={id}
      title={apprenticeName}
      lead={
        <Checkbox slot={null} isSelected={isTicked} onChange={onTick}>
          <VisuallyHidden>{`Tick ${apprenticeName}`}</VisuallyHidden>
        </Checkbox>
      }
      detail={[standard, uln, employer, ...(assessor === null ? [] : [`with ${assessor}`])].join(' · ')}
      trail={
        <>
          {showsPractice && practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
          {isAnswerDue ? <StatusTag tone="warning" word="To tell" /> : null}
          {grade === null ? null : <GradeMark grade={grade} />}
          <span className="board-stage">
            <StatusTag tone={stageTones[stage]} word={boardStageNames[stage]} />
          </span>
          <span className="board-age">{ageWords(since, now)}</span>
        </>
      }
    />
  );
}
