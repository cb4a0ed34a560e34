import { Check, CircleDashed, PenLine, Star, Unlink, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Judged } from './judged.ts';
import { descriptorLineId, type JudgeDesk } from './use-judge-desk.ts';

/** Themes and descriptors with their state; the arrows go from one to the next. */
export function DescriptorList({ desk }: { readonly desk: JudgeDesk }) {
  const { judged, view } = desk;
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    desk.step(step as 1 | -1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside
    <div className="judge-list" onKeyDown={press}>
      {view.method.themes.map(theme => {
        const own = judged.filter(one => one.theme.key === theme.key);
        if (own.length === 0) return null;
        return (
          <div key={theme.key}>
            <h3 className="judge-theme">
              <span>
                <span className="plan-label">{own[0]?.themeLabel}</span> {theme.title}
              </span>
            </h3>
            <ul>
              {own.map(one => (
                <li key={one.key}>
                  <DescriptorLine
                    judged={one}
                    isCurrent={one.key === desk.current.key}
                    onChoose={() => desk.goTo(one.key)}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

interface DescriptorLineProps {
  readonly judged: Judged;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function DescriptorLine({ judged, isCurrent, onChoose }: DescriptorLineProps) {
  return (
    <button
      type="button"
      id={descriptorLineId(judged.key)}
      className="judge-line"
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onChoose}
    >
      <span className="judge-label">
        {judged.label}
        {judged.descriptor.grade === 'distinction' ? <DistinctionMark /> : null}
      </span>
      <span className="judge-text">{judged.descriptor.text}</span>
      <DecisionMark judged={judged} />
    </button>
  );
}

function DistinctionMark() {
  return (
    <span className="judge-distinction" title="Distinction descriptor">
      <Star size={12} aria-hidden />
      <span className="visually-hidden"> distinction descriptor, </span>
    </span>
  );
}

/** The state of a judgement by word and shape. A distinction descriptor not met only withholds the distinction, so it is not told in red. */
export function DecisionMark({ judged }: { readonly judged: Judged }) {
  const { decision, descriptor, lacksRationale, lacksEvidence } = judged;
  const isDistinction = descriptor.grade === 'distinction';
  const [Icon, tone, word] =
    decision === null
      ? ([CircleDashed, 'open', 'Open'] as const)
      : decision === 'notMet'
        ? ([X, isDistinction ? 'open' : 'not-met', 'Not met'] as const)
        : isDistinction
          ? ([Star, 'distinction', 'Met'] as const)
          : ([Check, 'met', 'Met'] as const);
  return (
    <span className="judge-mark" data-tone={tone}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      {word}
      {lacksRationale ? (
        <span className="judge-lacks">
          <PenLine size={13} aria-hidden /> say why
        </span>
      ) : null}
      {lacksEvidence ? (
        <span className="judge-lacks">
          <Unlink size={13} aria-hidden /> no evidence
        </span>
      ) : null}
    </span>
  );
}
