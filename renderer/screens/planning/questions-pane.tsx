import { Circle, CircleCheck } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { formatDate } from '../../../shared/british.ts';
import { movedBy, type PlannedTheme } from '../../../shared/domain/planning.ts';
import { questionKindNames } from '../../../shared/domain/question-bank.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { CountMark } from '../session/count-mark.tsx';
import type { BankedQuestion, PlanningDesk } from './use-planning.ts';

/** The bank's questions theme by theme; those picked stand first, numbered in the order in which they are to be asked. */
export function QuestionsPane({ desk }: { readonly desk: PlanningDesk }) {
  const { view, coverage } = desk;
  if (view.questions.length === 0) {
    return (
      <EmptyState
        title="The bank has no questions for this method"
        action={
          <RouteLink to={{ page: 'standards' }} look="button">
            Go to standards and plans
          </RouteLink>
        }
      >
        Questions are written, approved and imported with the plan. Without them you ask your own.
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside
    <div className="picking" onKeyDown={event => pressInPicking(event, desk)}>
      <p className="muted small">
        Arrows move, Space picks. Alt and an arrow move a picked question forward or back in the order.
      </p>
      {coverage.themes.map(theme => (
        <ThemeQuestions key={theme.themeKey} desk={desk} theme={theme} />
      ))}
    </div>
  );
}

/** How many questions are picked, beside the pane's title. */
export function PickedCount({ desk }: { readonly desk: PlanningDesk }) {
  const minimum = desk.view.method.questions?.minimum ?? null;
  return <CountMark what="Questions picked" count={desk.planning.questionIds.length} minimum={minimum} />;
}

interface ThemeQuestionsProps {
  readonly desk: PlanningDesk;
  readonly theme: PlannedTheme;
}

function ThemeQuestions({ desk, theme }: ThemeQuestionsProps) {
  const place = (id: string): number => {
    const at = desk.planning.questionIds.indexOf(id);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  const own = desk.view.questions
    .filter(({ themeKey }) => themeKey === theme.themeKey)
    .toSorted((a, b) => place(a.id) - place(b.id));
  return (
    <section className="plan-theme">
      <div className="plan-head">
        <h3 className="plan-title">
          <span className="plan-label">{theme.label}</span> {theme.title}
        </h3>
        <CountMark what={`Questions picked in ${theme.label}`} count={theme.picked} minimum={theme.minimum} isShort />
      </div>
      {own.length === 0 ? <p className="muted">The bank has none for this theme.</p> : null}
      <ul className="evidence-list">
        {own.map(question => (
          <li key={question.id}>
            <QuestionLine desk={desk} question={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface QuestionLineProps {
  readonly desk: PlanningDesk;
  readonly question: BankedQuestion;
}

function QuestionLine({ desk: { planning, isOpen, change }, question }: QuestionLineProps) {
  const { id, text, ksbs, kind, askedBefore, mayBePicked } = question;
  const at = planning.questionIds.indexOf(id);
  const isPicked = at >= 0;
  const Icon = isPicked ? CircleCheck : Circle;
  const toggle = (): void =>
    change({
      questionIds: isPicked ? planning.questionIds.filter(other => other !== id) : [...planning.questionIds, id],
    });
  const before = askedBefore === null ? [] : [`Asked before, on ${formatDate(askedBefore)}`];
  return (
    <button
      type="button"
      className="evidence-line"
      data-question={id}
      aria-pressed={isPicked}
      disabled={!isOpen || (!isPicked && !mayBePicked)}
      onClick={toggle}
    >
      <span className="evidence-mark">
        <Icon size={16} aria-hidden />
        <span className="figures">{isPicked ? `No. ${at + 1}` : <span aria-hidden="true">Pick</span>}</span>
      </span>
      <span className="evidence-words">
        <span className="evidence-body">{text}</span>
        <span className="offer-facts">{[...before, ksbs.join(' '), questionKindNames[kind]].join(' · ')}</span>
      </span>
    </button>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

function pressInPicking(event: KeyboardEvent<HTMLElement>, desk: PlanningDesk): void {
  const by = steps[event.key];
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.evidence-line:not(:disabled)')];
  const line = event.target instanceof HTMLElement ? event.target : null;
  const at = line ? lines.indexOf(line) : -1;
  if (by === undefined || !line || at < 0) return;
  event.preventDefault();
  if (!event.altKey) {
    lines[at + by]?.focus();
    return;
  }
  const id = line.dataset['question'] ?? '';
  desk.change({ questionIds: [...movedBy(desk.planning.questionIds, id, by)] });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`)?.focus());
}
