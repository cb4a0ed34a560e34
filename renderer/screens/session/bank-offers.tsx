import { MessageCircleQuestion } from 'lucide-react';
import { formatDate } from '../../../shared/british.ts';
import type { OfferedQuestion } from '../../../shared/contract/question-banks.ts';
import { questionKindNames } from '../../../shared/domain/question-bank.ts';
import type { Action } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { revealPaneOf } from '../../ui/pane-order.ts';
import { Pointers } from '../questions/pointers.tsx';
import { followedNote } from './note-kinds.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** The bank's questions for the session's method, and asking one: it becomes a note with its KSBs, and the line waits for the answer. */
function useOffers({ view, setFault, setNoteId, line }: SessionDesk) {
  const { data = [] } = useAsk('question.offered', { sessionId: view.id });
  const add = useAction('note.add');
  const ask = async ({ id, kind, text, ksbs }: OfferedQuestion): Promise<void> => {
    if (add.isPending) return;
    const noteKind = kind === 'followUp' ? 'followUp' : 'question';
    const followsId = followedNote(noteKind, view.notes);
    try {
      await add.run({ sessionId: view.id, kind: noteKind, body: text, ksbs, followsId, bankQuestionId: id });
      setFault(null);
      setNoteId(null);
      line.current?.focus();
    } catch (fault) {
      setFault(fault as FaultWords);
    }
  };
  return { offers: data, ask };
}

interface ThemeOffersProps {
  readonly desk: SessionDesk;
  readonly themeKey: string;
  /** Unfolded at first: for the themes that the plan still wants questions in. */
  readonly isOpenAtFirst: boolean;
}

/** The questions of the bank that a theme has left, and what a good answer holds to the one that was asked last. */
export function ThemeOffers({ desk, themeKey, isOpenAtFirst }: ThemeOffersProps) {
  const { offers, ask } = useOffers(desk);
  const own = offers.filter(offer => offer.themeKey === themeKey);
  const left = own.filter(({ askedIn }) => askedIn === null);
  const last = desk.view.notes.findLast(
    ({ kind, struckReason }) => struckReason === null && (kind === 'question' || kind === 'followUp'),
  );
  const asked = own.find(({ askedIn }) => askedIn !== null && askedIn === last?.id);
  return (
    <>
      {asked ? <Pointers pass={asked.passPointers} distinction={asked.distinctionPointers} /> : null}
      {desk.isOpen && left.length > 0 ? (
        <Disclosure title="Questions to ask" note={left.length} level={4} isOpenAtFirst={isOpenAtFirst}>
          <div className="offers dense">
            <List
              label={`Questions to ask, ${titleOf(desk, themeKey)}`}
              rows={left}
              onOpen={id => {
                const chosen = left.find(offer => offer.id === id);
                if (chosen) void ask(chosen);
              }}
            >
              {offer => <OfferRow offer={offer} />}
            </List>
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}

const titleOf = ({ view }: SessionDesk, themeKey: string): string =>
  view.method.themes.find(({ key }) => key === themeKey)?.title ?? themeKey;

function OfferRow({ offer }: { readonly offer: OfferedQuestion }) {
  return (
    <ListRow
      id={offer.id}
      text={offer.text}
      title={<span className="offer-words">{offer.text}</span>}
      detail={<span className="offer-facts">{factsOf(offer)}</span>}
    />
  );
}

function factsOf({ askedBefore, picked, ksbs, kind }: OfferedQuestion): string {
  const before = askedBefore === null ? [] : [`Asked before, on ${formatDate(askedBefore)}`];
  const planned = picked === null ? [] : [`Picked, no. ${picked}`];
  return [...planned, ...before, ksbs.join(' '), questionKindNames[kind]].join(' · ');
}

/** The bank's questions for one KSB that were not asked yet; a press asks one. */
export function KsbOffers({ desk, code }: { readonly desk: SessionDesk; readonly code: string }) {
  const { offers, ask } = useOffers(desk);
  const left = offers.filter(({ askedIn, ksbs }) => askedIn === null && ksbs.includes(code));
  if (!desk.isOpen || left.length === 0) return null;
  return (
    <ul className="ksb-detail-list" aria-label={`Questions to ask for ${code}`}>
      {left.map(offer => (
        <li key={offer.id}>
          <button type="button" className="ksb-detail-note" onClick={() => void ask(offer)}>
            <MessageCircleQuestion size={14} aria-label="Ask:" /> {offer.text}
            {offer.askedBefore === null ? null : (
              <span className="offer-facts"> Asked before, on {formatDate(offer.askedBefore)}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Leads by a key to the first question of the bank that is in view; where all are folded away, to the first fold. */
export function offerActions({ isOpen }: SessionDesk): readonly Action[] {
  if (!isOpen) return [];
  return [
    {
      id: 'session.offers',
      title: 'Go to the questions to ask',
      section: 'Note line',
      keys: sessionKeys.offers,
      run: goToOffers,
    },
  ];
}

function goToOffers(): void {
  const lists = [...document.querySelectorAll<HTMLElement>('.offers [role="grid"]')];
  const [first] = lists;
  if (!first) return;
  revealPaneOf(first);
  const shown = lists.find(list => list.checkVisibility());
  const fold = first.closest('.disclosure')?.querySelector<HTMLElement>('.disclosure-button');
  (shown?.querySelector<HTMLElement>('[role="row"]') ?? fold)?.focus();
}
