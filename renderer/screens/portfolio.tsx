import { FilePlus2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { formatCount } from '../../shared/british.ts';
import type { PortfolioPiece, TakenFiles } from '../../shared/contract/portfolio.ts';
import type { Output } from '../../shared/contract.ts';
import { useActions } from '../actions.ts';
import { useAction, useAsk } from '../api.ts';
import { selectRoute } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { focusNextPane } from '../ui/pane-order.ts';
import { SplitPanes } from '../ui/split-panes.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Assessment } from './assessment.tsx';
import { AddingPanel } from './portfolio/adding-panel.tsx';
import { DropZone } from './portfolio/drop-zone.tsx';
import { MappingForm } from './portfolio/mapping-form.tsx';
import { PieceList } from './portfolio/piece-list.tsx';
import { PieceView, SavePiece, type ViewHandle } from './portfolio/piece-view.tsx';
import { takenWords } from './portfolio/piece-words.ts';
import { portfolioKeys } from './portfolio/portfolio-keys.ts';
import { turnActions } from './portfolio/turn-actions.ts';
import { useAddingFiles } from './portfolio/use-adding-files.ts';
import { ReasonDialog } from './session/reason-dialog.tsx';

interface PortfolioScreenProps {
  readonly assessmentId: string;
  readonly pieceId: string | undefined;
}

/** The portfolio of an assessment: its pieces, the one that is read, and what it shows. */
export function PortfolioScreen({ assessmentId, pieceId }: PortfolioScreenProps) {
  const assessment = useAsk('assessment.get', { id: assessmentId });
  const portfolio = useAsk('portfolio.list', { assessmentId });
  const error = assessment.error ?? portfolio.error;
  if (assessment.data && portfolio.data) {
    return <Portfolio assessment={assessment.data} portfolio={portfolio.data} pieceId={pieceId} />;
  }
  return (
    <div className="page">
      <PageHeader title="Portfolio" crumbs={[{ title: 'Apprentices', route: { page: 'apprentices' } }]} />
      {error ? <ErrorPanel title="The portfolio could not be shown" error={error} /> : <Loading what="the portfolio" />}
    </div>
  );
}

interface PortfolioProps {
  readonly assessment: Assessment;
  readonly portfolio: Output<'portfolio.list'>;
  readonly pieceId: string | undefined;
}

function Portfolio({ assessment, portfolio, pieceId }: PortfolioProps) {
  const [told, setTold] = useState('');
  const select = (id: string): void => selectRoute({ page: 'portfolio', assessmentId: assessment.id, pieceId: id });
  const take = (taken: TakenFiles): void => {
    setTold(takenWords(taken));
    const [first] = [...taken.added, ...taken.known];
    if (first) select(first.id);
  };
  const adding = useAddingFiles({ assessmentId: assessment.id, sessionId: null }, take);
  useActions([
    {
      id: 'portfolio.add',
      title: 'Add files to the portfolio',
      section: 'Portfolio',
      keys: portfolioKeys.add,
      run: adding.choose,
    },
  ]);
  const { pieces } = portfolio;
  const selected = pieces.find(({ id }) => id === pieceId) ?? pieces[0];
  return (
    <DropZone className="page-full portfolio" onDrop={adding.drop}>
      <div className="page-full-head">
        <PortfolioHead assessment={assessment} count={pieces.filter(standing).length} onAdd={adding.choose} />
        <AddingPanel adding={adding} told={told} />
      </div>
      {selected ? (
        <Pieces {...{ portfolio, selected, select }} />
      ) : (
        <div className="page">
          <EmptyState
            title="Nothing in the portfolio yet"
            action={
              <Button tone="primary" icon={FilePlus2} keys={portfolioKeys.add} onPress={adding.choose}>
                Add files…
              </Button>
            }
          >
            Add the apprentice’s work: documents, pictures, sound and film. Choose files or drop them here; each is
            encrypted with a key of its own.
          </EmptyState>
        </div>
      )}
    </DropZone>
  );
}

const standing = ({ withdrawnReason }: PortfolioPiece): boolean => withdrawnReason === null;

interface PortfolioHeadProps {
  readonly assessment: Assessment;
  readonly count: number;
  readonly onAdd: () => void;
}

function PortfolioHead({ assessment, count, onAdd }: PortfolioHeadProps) {
  const { apprentice, id, practice } = assessment;
  const name = `${apprentice.givenNames} ${apprentice.familyName}`;
  return (
    <PageHeader
      title={`Portfolio of ${name}`}
      crumbs={[
        { title: 'Apprentices', route: { page: 'apprentices' } },
        { title: name, route: { page: 'assessment', id } },
      ]}
      tags={practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
      facts={[formatCount(count, 'piece'), assessment.standard]}
      actions={
        <Button icon={FilePlus2} keys={portfolioKeys.add} onPress={onAdd}>
          Add files…
        </Button>
      }
    />
  );
}

interface PiecesProps {
  readonly portfolio: Output<'portfolio.list'>;
  readonly selected: PortfolioPiece;
  readonly select: (id: string) => void;
}

function Pieces({ portfolio, selected, select }: PiecesProps) {
  const viewer = useRef<ViewHandle>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isOpen = standing(selected) && !selected.isLocked;
  useActions([
    ...(isOpen
      ? [
          {
            id: 'portfolio.withdraw',
            title: 'Withdraw this piece',
            section: 'Portfolio',
            keys: portfolioKeys.withdraw,
            run: () => setWithdrawing(true),
          },
        ]
      : []),
    ...turnActions(viewer),
  ]);
  return (
    <>
      <SplitPanes
        label="Show"
        first="piece"
        panes={[
          {
            id: 'pieces',
            title: 'Pieces',
            weight: 0.8,
            isFlush: true,
            content: (
              <PieceList
                pieces={portfolio.pieces}
                selectedId={selected.id}
                onSelect={select}
                onOpen={() => focusNextPane(1)}
              />
            ),
          },
          {
            id: 'piece',
            title: selected.title,
            weight: 1.5,
            aside: <SavePiece piece={selected} />,
            content: <PieceView key={selected.id} piece={selected} handle={viewer} first={null} />,
          },
          {
            id: 'mapping',
            title: 'What it shows',
            weight: 0.9,
            aside: isOpen ? (
              <Button size="dense" tone="quiet" keys={portfolioKeys.withdraw} onPress={() => setWithdrawing(true)}>
                Withdraw…
              </Button>
            ) : null,
            content: (
              <MappingForm key={selected.id} piece={selected} statements={portfolio.statements} viewer={viewer} />
            ),
          },
        ]}
      />
      <WithdrawPiece piece={selected} isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} />
    </>
  );
}

interface WithdrawPieceProps {
  readonly piece: PortfolioPiece;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function WithdrawPiece({ piece, isOpen, onClose }: WithdrawPieceProps) {
  const { run } = useAction('portfolio.withdraw');
  return (
    <ReasonDialog
      title="Withdraw this piece?"
      isOpen={isOpen}
      onClose={onClose}
      action="Withdraw it"
      cancel="Leave it"
      description="It stays in the record with the reason, and no judgement can rest on it any more."
      usual={['Another apprentice’s work', 'Added by mistake', 'The apprentice asked for it']}
      onReason={reason => run({ id: piece.id, reason })}
    >
      <p className="prose">{piece.title}</p>
    </ReasonDialog>
  );
}
