import { Circle, CircleCheck, Eye } from 'lucide-react';
import { useState } from 'react';
import { capitalised } from '../../../shared/british.ts';
import { type PortfolioEvidence, stretchWords } from '../../../shared/domain/portfolio.ts';
import { useAsk } from '../../api.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { PieceDialog } from '../portfolio/piece-dialog.tsx';
import { kindIcons } from '../portfolio/piece-words.ts';
import { portfolioFor } from './judged.ts';
import type { JudgeDesk } from './use-judge-desk.ts';

/** What of the portfolio the judgement may rest on: places, and pieces as a whole, that show the descriptor's KSBs. Each can be read from here. */
export function PortfolioEvidenceList({ desk }: { readonly desk: JudgeDesk }) {
  const { current, view, shownPiece, showPiece } = desk;
  const { data } = useAsk('portfolio.list', { assessmentId: view.assessmentId });
  const [atOpening] = useState(() => current.portfolioEvidenceIds);
  if (!data) return null;
  const { shown, others } = portfolioFor({ ...current, portfolioEvidenceIds: atOpening }, data.pieces);
  const { gone } = portfolioFor(current, data.pieces);
  const piece = data.pieces.find(({ id }) => id === shownPiece?.pieceId);
  if (shown.length + others.length + gone.length === 0) return null;
  return (
    <>
      {shown.length + gone.length > 0 ? <h3 className="evidence-title">From the portfolio</h3> : null}
      {gone.map(id => (
        <p key={id} className="evidence-struck">
          A linked place is not in the portfolio any more.{' '}
          <Button size="dense" isDisabled={desk.isLocked} onPress={() => desk.panel.current?.link(id, 'portfolio')}>
            Unlink it
          </Button>
        </p>
      ))}
      <Lines desk={desk} evidence={shown} pieces={data.pieces} />
      {others.length > 0 ? (
        <Disclosure
          title={shown.length > 0 ? 'Other places of the portfolio' : 'Places of the portfolio'}
          note={others.length}
        >
          <Lines desk={desk} evidence={others} pieces={data.pieces} />
        </Disclosure>
      ) : null}
      {piece && shownPiece ? (
        <PieceDialog piece={piece} first={shownPiece.stretch} onClose={() => showPiece(null)} />
      ) : null}
    </>
  );
}

interface LinesProps {
  readonly desk: JudgeDesk;
  readonly evidence: readonly PortfolioEvidence[];
  readonly pieces: readonly { readonly id: string; readonly kind: keyof typeof kindIcons }[];
}

function Lines({ desk, evidence, pieces }: LinesProps) {
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence-list">
      {evidence.map(one => (
        <li key={one.id} className="evidence-piece">
          <Line desk={desk} evidence={one} kind={pieces.find(({ id }) => id === one.pieceId)?.kind ?? 'document'} />
          <IconButton
            label={`Open ${one.title}${one.stretch ? ` at ${stretchWords(one.stretch)}` : ''}`}
            icon={Eye}
            size="dense"
            onPress={() => desk.showPiece({ pieceId: one.pieceId, stretch: one.stretch })}
          />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly desk: JudgeDesk;
  readonly evidence: PortfolioEvidence;
  readonly kind: keyof typeof kindIcons;
}

function Line({ desk, evidence, kind }: LineProps) {
  const { id, title, stretch, remark, ksbs } = evidence;
  const isLinked = desk.current.portfolioEvidenceIds.includes(id);
  const Icon = isLinked ? CircleCheck : Circle;
  const Kind = kindIcons[kind];
  return (
    <button
      type="button"
      className="evidence-line"
      aria-pressed={isLinked}
      disabled={desk.isLocked}
      onFocus={() => {
        desk.evidenceInView.current = { id, side: 'portfolio' };
      }}
      onClick={() => desk.panel.current?.link(id, 'portfolio')}
    >
      <span className="evidence-mark">
        <Icon size={16} aria-hidden />
        <span aria-hidden="true">{isLinked ? 'Linked' : 'Link'}</span>
      </span>
      <span className="evidence-words">
        <span className="evidence-question">
          <Kind size={14} aria-hidden /> {title}
        </span>
        <span className="evidence-body">
          {stretch ? capitalised(stretchWords(stretch)) : 'As a whole'}
          {remark === '' ? '' : `: ${remark}`}
        </span>
        <KsbList>
          {ksbs
            .filter(code => desk.current.descriptor.ksbs.includes(code))
            .map(code => (
              <KsbChip key={code} code={code} />
            ))}
        </KsbList>
      </span>
    </button>
  );
}
