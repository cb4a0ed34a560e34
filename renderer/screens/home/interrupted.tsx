import { formatClock } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { Banner } from '../../ui/banner.tsx';
import { instantWords } from '../../ui/instant.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { readDraft } from '../session/note-kinds.ts';

type Session = Output<'home.get'>['interrupted'][number];

interface InterruptedProps {
  readonly sessions: readonly Session[];
}

/** Work that was cut short, by name, with the last words that were saved and the way back to them. */
export function Interrupted({ sessions }: InterruptedProps) {
  const now = new Date().toISOString();
  return (
    <section className="stack stack-tight" aria-label="Interrupted work">
      {sessions.map((session, index) => (
        <Banner
          key={session.sessionId}
          kind="recovered"
          title={`Recovered: ${session.methodName} with ${session.apprenticeName}`}
          actions={
            <RouteLink to={{ page: 'session', id: session.sessionId }} look={index === 0 ? 'primary' : 'button'}>
              Continue
              {index === 0 ? <KeyHint keys="c" /> : null}
            </RouteLink>
          }
        >
          <p>
            Saved {instantWords(session.lastSavedAt, now)}.
            {session.recordedUntil === null
              ? null
              : ` The recording is there until ${formatClock(session.recordedUntil)}.`}
            {session.clockWasRunning ? ' The clock was running: say how the time since then counts.' : null}
          </p>
          {session.drafts.map(draft => (
            <blockquote className="recovered-words" key={draft.field}>
              <span className="muted">{placeOf(draft.field)}: </span>“{shortened(wordsOf(draft))}”
            </blockquote>
          ))}
        </Banner>
      ))}
    </section>
  );
}

function placeOf(field: string): string {
  if (field === 'note') return 'The note that you were typing';
  if (field.startsWith('stop:')) return 'The record of a stop';
  return field.startsWith('note:') ? 'A note that you were changing' : 'A rationale that you were writing';
}

/** A note's draft begins with the letter of its kind; a rationale's is its words alone. */
function wordsOf({ field, body }: Session['drafts'][number]): string {
  return field.startsWith('note') ? readDraft(body).text : body;
}

/** The end of the words, where the typing stopped, without cutting a word. */
function shortened(body: string): string {
  const text = body.trim().replaceAll(/\s+/g, ' ');
  return text.length <= 160 ? text : `… ${text.slice(-160).replace(/^\S*\s/, '')}`;
}
