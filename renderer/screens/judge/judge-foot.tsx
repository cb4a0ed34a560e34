import { ChevronDown, ChevronUp, FileSignature } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { judgeKeys } from './judge-keys.ts';
import { nextToDo } from './judged.ts';
import { standingSentence } from './standing.ts';
import type { JudgeDesk } from './use-judge-desk.ts';

/** What the foot tells of, and where it leads. */
export interface FootDesk extends Pick<JudgeDesk, 'view' | 'goTo' | 'isDerivationShown' | 'showDerivation'> {
  /** Goes to the next descriptor that waits; none where nothing does. */
  readonly goToNextToDo?: (() => void) | undefined;
}

/** The foot of a desk with descriptors. */
export const footOf = (desk: JudgeDesk): FootDesk => ({
  ...desk,
  goToNextToDo: nextToDo(desk.judged, desk.current.key) ? desk.goToNextToDo : undefined,
});

/** The grade so far, what still stands between here and a grade, and the next step. */
export function JudgeFoot({ desk }: { readonly desk: FootDesk }) {
  const { view } = desk;
  return (
    <section className="judge-foot" aria-label="Grade so far">
      {desk.isDerivationShown ? <Derivation desk={desk} /> : null}
      <div className="judge-foot-line">
        <GradeMark grade={view.result.grade} none="No grade yet" />
        <p className="judge-standing" role="status">
          {standingSentence(view)} {view.result.wouldChange ?? ''}
        </p>
        <Button
          tone="quiet"
          icon={desk.isDerivationShown ? ChevronDown : ChevronUp}
          keys={judgeKeys.derivation}
          aria-expanded={desk.isDerivationShown}
          onPress={() => desk.showDerivation(!desk.isDerivationShown)}
        >
          How it comes about
        </Button>
        <NextStep desk={desk} />
      </div>
    </section>
  );
}

function NextStep({ desk: { view, goToNextToDo } }: { readonly desk: FootDesk }) {
  const isReady = view.obstaclesToSigning.every(({ severity }) => severity !== 'blocks');
  const report = { page: 'report', subject: { kind: 'method', sessionId: view.id } } as const;
  if (isReady || view.state === 'signed') {
    return (
      <RouteLink look="primary" icon={FileSignature} to={report}>
        {view.state === 'signed' ? 'See the signed report' : 'Preview and sign the report'}
        <KeyHint keys={judgeKeys.report} />
      </RouteLink>
    );
  }
  return (
    <>
      <RouteLink look="quiet" to={report}>
        What blocks signing
        <KeyHint keys={judgeKeys.report} />
      </RouteLink>
      {goToNextToDo ? (
        <Button tone="primary" keys={judgeKeys.toDo} onPress={goToNextToDo}>
          Next to do
        </Button>
      ) : null}
    </>
  );
}

const words = { supports: 'for', limits: 'against', open: 'open', result: 'result' } as const;

function Derivation({ desk }: { readonly desk: FootDesk }) {
  return (
    <ol className="derivation" aria-label="How the grade comes about">
      {desk.view.result.lines.map(line => (
        <li key={line.text} data-effect={line.effect}>
          <span className="derivation-effect">{words[line.effect]}</span>
          {line.descriptorKey === undefined ? (
            <span>{line.text}</span>
          ) : (
            <button type="button" className="derivation-link" onClick={() => desk.goTo(line.descriptorKey ?? '')}>
              {line.text}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
