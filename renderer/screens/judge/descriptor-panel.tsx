import { Check, Scale, Star, X } from 'lucide-react';
import { useImperativeHandle, useRef } from 'react';
import { needsRationale } from '../../../shared/domain/readiness-to-sign.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { judgeKeys } from './judge-keys.ts';
import type { Judged } from './judged.ts';
import type { JudgeDesk } from './use-judge-desk.ts';
import { type Judging, useJudging } from './use-judging.ts';

/** One descriptor: its text and KSBs, the decision and the reasons for it. */
export function DescriptorPanel({ desk }: { readonly desk: JudgeDesk }) {
  const { view, current } = desk;
  const area = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLElement>(null);
  const judging = useJudging(view, current);
  const { decide, link, saveRationale } = judging;
  useImperativeHandle(desk.panel, () => ({
    decide,
    link,
    // Leaving the field saves it; outside of it the single keys work.
    saveRationale: () => (document.activeElement === area.current ? panel.current?.focus() : saveRationale()),
    focusRationale: () => area.current?.focus(),
  }));
  const statements = view.statements.filter(({ code }) => current.descriptor.ksbs.includes(code));
  const textOf = (code: string): string | undefined => statements.find(one => one.code === code)?.text;
  return (
    <article ref={panel} tabIndex={-1} className="judge-panel" aria-label={`Descriptor ${current.label}`}>
      <DescriptorHead judged={current} textOf={textOf} />
      <Decision desk={desk} judging={judging} />
      <Rationale desk={desk} judging={judging} area={area} />
      <Consistency desk={desk} />
      {judging.error ? <ErrorPanel title="The judgement was not saved" error={judging.error} /> : null}
      <Disclosure title="Statements in full" note={statements.length} level={4}>
        <dl className="judge-statements">
          {statements.map(({ code, text }) => (
            <div key={code}>
              <dt>{code}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </article>
  );
}

/** What does not go together with the decision on this descriptor; a hint, which may be left. */
function Consistency({ desk }: { readonly desk: JudgeDesk }) {
  const own = desk.view.consistency.filter(({ descriptorKeys }) => descriptorKeys.includes(desk.current.key));
  return (
    <div role="status">
      {own.map(({ message }) => (
        <p key={message} className="judge-consistency">
          <Scale size={14} aria-hidden /> {message}
        </p>
      ))}
    </div>
  );
}

interface DescriptorHeadProps {
  readonly judged: Judged;
  readonly textOf: (code: string) => string | undefined;
}

function DescriptorHead({ judged, textOf }: DescriptorHeadProps) {
  const { descriptor, theme, themeLabel, label } = judged;
  return (
    <header>
      <p className="judge-eyebrow">
        {themeLabel}, {theme.title} · {descriptor.grade === 'pass' ? 'pass descriptor' : 'distinction descriptor'}
      </p>
      <h3 className="judge-words">
        <span className="judge-label">{label}</span> {descriptor.text}
      </h3>
      <KsbList>
        {descriptor.ksbs.map(code => (
          <KsbChip key={code} code={code} text={textOf(code)} />
        ))}
      </KsbList>
    </header>
  );
}

interface PartProps {
  readonly desk: JudgeDesk;
  readonly judging: Judging;
}

function Decision({ desk, judging }: PartProps) {
  const { current, isLocked } = desk;
  const isDistinction = current.descriptor.grade === 'distinction';
  return (
    <div className="judge-decision">
      <SegmentedChoice
        label="Decision"
        description={
          <>
            <KeyHint keys={judgeKeys.notMet} /> not met, <KeyHint keys={judgeKeys.met} /> met
          </>
        }
        segments={[
          { id: 'notMet', word: 'Not met', icon: X, tone: 'not-met' },
          { id: 'met', word: 'Met', icon: isDistinction ? Star : Check, tone: isDistinction ? 'distinction' : 'met' },
        ]}
        value={current.decision}
        onChange={judging.decide}
        isDisabled={isLocked}
      />
      {current.decision !== null && !isLocked ? (
        <Button tone="quiet" size="dense" keys={judgeKeys.open} onPress={() => judging.decide(null)}>
          Leave it open
        </Button>
      ) : null}
    </div>
  );
}

interface RationaleProps extends PartProps {
  readonly area: React.RefObject<HTMLTextAreaElement | null>;
}

function Rationale({ desk, judging, area }: RationaleProps) {
  const { current, isLocked } = desk;
  const isNeeded = needsRationale(current.descriptor, current.decision);
  return (
    <div className="judge-rationale">
      <TextArea
        label="Rationale"
        isOptional={!isNeeded}
        description={rationaleHint(current, isNeeded)}
        rows={4}
        value={judging.rationale}
        onChange={judging.type}
        onBlur={judging.saveRationale}
        isReadOnly={isLocked}
        maxLength={20_000}
        areaRef={area}
      />
      <p className="judge-saved" role="status">
        {isLocked
          ? ''
          : judging.isUnsaved
            ? 'Kept as you type; Ctrl Enter or leaving the field makes it part of the judgement.'
            : judging.rationale === ''
              ? ''
              : 'Saved'}
      </p>
    </div>
  );
}

function rationaleHint({ decision }: Judged, isNeeded: boolean): string {
  if (!isNeeded) return 'What the decision rests on, in your words.';
  return decision === 'met'
    ? 'Needed for a distinction descriptor: say why it is met.'
    : 'Needed: say why it is not met.';
}
