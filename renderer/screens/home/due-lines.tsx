import { formatCount } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import type { DueTime } from '../../../shared/domain/due.ts';
import { britishDay } from '../../ui/british-date.ts';
import { RouteLink } from '../../ui/route-link.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';

export type DueLine = Output<'due.list'>[number];

const times: Readonly<Record<DueTime, { readonly tone: StatusTone; readonly word: string }>> = {
  overdue: { tone: 'warning', word: 'Overdue' },
  today: { tone: 'waiting', word: 'Today' },
  week: { tone: 'neutral', word: 'This week' },
  soon: { tone: 'open', word: 'Soon' },
};

/** What is overdue, due today, within a week and within four, each with its day and the way to its assessment. */
export function DueLines({ lines }: { readonly lines: readonly DueLine[] }) {
  if (lines.length === 0) return null;
  const overdue = lines.filter(({ when }) => when === 'overdue').length;
  return (
    <Section title="Due" note={overdue > 0 ? `${formatCount(overdue, 'thing')} overdue` : undefined}>
      <ul className="due-lines">
        {lines.map(({ assessmentId, apprenticeName, when, on, words }) => (
          <li className="due-line" key={`${assessmentId} ${words}`}>
            <span className="due-when">
              <StatusTag {...times[when]} />
            </span>
            <span className="due-what">
              <RouteLink to={{ page: 'assessment', id: assessmentId }}>{apprenticeName}</RouteLink>
              <span>{words}</span>
            </span>
            <span className="due-day muted figures">{britishDay(on)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
