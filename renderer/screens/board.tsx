import { Upload } from 'lucide-react';
import { formatCount } from '../../shared/british.ts';
import { useActions } from '../actions.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Select } from '../ui/select.tsx';
import { AnswerDialog } from './board/answer-dialog.tsx';
import { AssignDialog } from './board/assign-dialog.tsx';
import { BoardList } from './board/board-list.tsx';
import { scopes } from './board/board-words.ts';
import { ImportApprentices } from './board/import-apprentices.tsx';
import { type BoardDesk, useBoardDesk } from './board/use-board-desk.ts';

/** Every assessment of the organisation by where it is and for how long, and what is to be done with it. */
export function BoardScreen() {
  const desk = useBoardDesk();
  const { data, error } = desk;
  useActions([
    { id: 'board.import', title: 'Import apprentices…', section: 'Board', run: () => desk.setDialog('import') },
    {
      id: 'board.assign',
      title: 'Assign the ticked assessments…',
      section: 'Board',
      isAvailable: () => desk.chosen.length > 0,
      run: () => desk.setDialog('assign'),
    },
  ]);
  return (
    <div className="page-full">
      <div className="page-full-head stack">
        <PageHeader
          title="Board"
          facts={data ? [formatCount(data.length, 'assessment')] : []}
          actions={
            <Button icon={Upload} onPress={() => desk.setDialog('import')}>
              Import apprentices…
            </Button>
          }
        />
        {data && data.length > 0 ? <BoardChoice desk={desk} /> : null}
      </div>
      {error ? <ErrorPanel title="The board could not be shown" error={error} /> : null}
      {data ? <BoardBody desk={desk} /> : error ? null : <Loading what="the board" lines={8} />}
      <BoardDialogs desk={desk} />
    </div>
  );
}

function BoardChoice({ desk }: { readonly desk: BoardDesk }) {
  const { data = [], scope, setScope, shown, ticked, tickAll } = desk;
  const choices = scopes(data);
  const isAll = shown.length > 0 && shown.every(({ id }) => ticked.has(id));
  return (
    <div className="board-choice">
      <Select
        label="Show"
        choices={choices}
        value={scope}
        onChange={id => setScope(choices.find(choice => choice.id === id)?.id ?? scope)}
      />
      <Checkbox isSelected={isAll} isIndeterminate={!isAll && ticked.size > 0} onChange={tickAll}>
        Tick all in view
      </Checkbox>
    </div>
  );
}

function BoardBody({ desk }: { readonly desk: BoardDesk }) {
  if (desk.data?.length === 0) {
    return (
      <div className="page">
        <EmptyState
          title="No assessments yet"
          action={
            <Button tone="primary" icon={Upload} onPress={() => desk.setDialog('import')}>
              Import apprentices…
            </Button>
          }
        >
          Import your apprentices from a list, or add them one by one. Then tick them here and assign them to an
          assessor.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="board-body">
      <BoardList desk={desk} />
      <BoardFoot desk={desk} />
    </div>
  );
}

/** What can be done with the ticked assessments. */
function BoardFoot({ desk }: { readonly desk: BoardDesk }) {
  const { chosen } = desk;
  const canAssign = chosen.length > 0 && chosen.every(({ hasResult, stage }) => !hasResult && stage !== 'here');
  const canAnswer = chosen.length > 0 && chosen.every(({ hasResult }) => hasResult);
  return (
    <div className="board-foot row row-apart">
      <span role="status">
        {chosen.length > 0
          ? `${formatCount(chosen.length, 'assessment')} ticked`
          : 'Tick assessments to assign or answer them'}
      </span>
      <div className="row">
        <Button isDisabled={!canAnswer} onPress={() => desk.setDialog('answer')}>
          Send reviews…
        </Button>
        <Button tone="primary" isDisabled={!canAssign} onPress={() => desk.setDialog('assign')}>
          Assign…
        </Button>
      </div>
    </div>
  );
}

function BoardDialogs({ desk }: { readonly desk: BoardDesk }) {
  const { dialog, setDialog, chosen, untickAll } = desk;
  const close = (): void => setDialog(null);
  const done = (): void => {
    untickAll();
    close();
  };
  switch (dialog) {
    case 'assign':
      return <AssignDialog lines={chosen} onClose={close} onDone={done} />;
    case 'answer':
      return <AnswerDialog lines={chosen} onClose={close} onDone={done} />;
    case 'import':
      return <ImportApprentices onClose={close} />;
    case null:
      return null;
  }
}
