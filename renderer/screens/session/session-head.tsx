import { usePage } from '../../ui/page.ts';
import { PageHeading } from '../../ui/page-header.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';
import type { SessionView } from './session-view.ts';

/** One line above the clock: which method, of whom, by which standard, and PRACTICE where it is. */
export function SessionHead({ view }: { readonly view: SessionView }) {
  usePage(view.method.name, [
    { title: 'Apprentices', route: { page: 'apprentices' } },
    { title: view.apprenticeName, route: { page: 'assessment', id: view.assessmentId } },
  ]);
  const { tone, word } = states[view.state];
  return (
    <div className="session-head">
      <PageHeading>{view.method.name}</PageHeading>
      <span className="session-who">
        {view.apprenticeName} · {view.standard}
        {view.attempt > 1 ? ` · attempt ${view.attempt}` : ''}
      </span>
      {view.practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
      <StatusTag tone={tone} word={word} />
    </div>
  );
}

const states: Readonly<Record<SessionView['state'], { readonly tone: StatusTone; readonly word: string }>> = {
  planned: { tone: 'open', word: 'Not started' },
  running: { tone: 'info', word: 'Under way' },
  paused: { tone: 'waiting', word: 'Paused' },
  closed: { tone: 'neutral', word: 'Closed' },
  signed: { tone: 'locked', word: 'Signed' },
};
