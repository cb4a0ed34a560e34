import { Circle, CircleCheck, Headphones } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { formatElapsed, formatList } from '../../../shared/british.ts';
import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { listeningKeys } from '../../recording/listening-keys.ts';
import { IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { KindMark } from '../session/kind-mark.tsx';
import { type Evidence, evidenceFor, linkedCount } from './judged.ts';
import { PortfolioEvidenceList } from './portfolio-evidence.tsx';
import type { JudgeDesk } from './use-judge-desk.ts';

/** The notes and portfolio places that the judgement may rest on, those linked when the descriptor was opened first; one key links and unlinks. */
export function EvidencePanel({ desk }: { readonly desk: JudgeDesk }) {
  const { current, view } = desk;
  // Sorted once for each descriptor, so that no line jumps away when it is linked.
  const [atOpening] = useState(() => current.evidenceNoteIds);
  const { linked, fitting, others } = evidenceFor({ ...current, evidenceNoteIds: atOpening }, view.notes);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside
    <div className="evidence" onKeyDown={pressInEvidence}>
      {current.lacksEvidence ? (
        <p className="evidence-hint">Met without linked evidence. Link what it rests on.</p>
      ) : null}
      <EvidenceList desk={desk} evidence={linked} />
      {linked.length > 0 && fitting.length > 0 ? (
        <h3 className="evidence-title">More on {formatList(current.descriptor.ksbs)}</h3>
      ) : null}
      <EvidenceList desk={desk} evidence={fitting} />
      {linked.length + fitting.length === 0 ? (
        <p className="muted">No note of this session speaks of the KSBs of this descriptor.</p>
      ) : null}
      <PortfolioEvidenceList desk={desk} />
      {others.length > 0 ? (
        <Disclosure title="Other notes" note={others.length}>
          <EvidenceList desk={desk} evidence={others} />
        </Disclosure>
      ) : null}
    </div>
  );
}

/** How much is linked, beside the pane's title. */
export function LinkedCount({ desk }: { readonly desk: JudgeDesk }) {
  const count = linkedCount(desk.current);
  return <span className="count-mark">{count === 0 ? 'None linked' : `${count} linked`}</span>;
}

function EvidenceList({ desk, evidence }: { readonly desk: JudgeDesk; readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence-list">
      {evidence.map(one => (
        <li key={one.id}>
          <EvidenceLine desk={desk} evidence={one} />
          <ListenButton desk={desk} noteId={one.note.id} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceLine({ desk, evidence }: { readonly desk: JudgeDesk; readonly evidence: Evidence }) {
  const { note, question, ksbs } = evidence;
  const isLinked = desk.current.evidenceNoteIds.includes(note.id);
  const Icon = isLinked ? CircleCheck : Circle;
  return (
    <button
      type="button"
      className="evidence-line"
      aria-pressed={isLinked}
      disabled={desk.isLocked}
      onFocus={() => {
        desk.evidenceInView.current = { id: note.id, side: 'notes' };
      }}
      onClick={() => desk.panel.current?.link(note.id, 'notes')}
    >
      <span className="evidence-mark">
        <Icon size={16} aria-hidden />
        <span aria-hidden="true">{isLinked ? 'Linked' : 'Link'}</span>
      </span>
      <span className="evidence-words">
        {question ? <span className="evidence-question">{withoutKsbTags(question.body)}</span> : null}
        <span className="evidence-body">
          <span className="figures">{formatElapsed(note.offsetSeconds)}</span> <KindMark kind={note.kind} />{' '}
          {withoutKsbTags(note.body)}
        </span>
        {note.struckReason === null ? null : (
          <span className="evidence-struck">Struck: {note.struckReason}. Unlink it.</span>
        )}
        <KsbList>
          {ksbs.map(code => (
            <KsbChip key={code} code={code} />
          ))}
        </KsbList>
      </span>
    </button>
  );
}

/** Beside a note that was written while it was recorded. */
function ListenButton({ desk, noteId }: { readonly desk: JudgeDesk; readonly noteId: string }) {
  const { listening } = desk;
  if (!listening.canListenTo(noteId)) return null;
  return (
    <IconButton
      label="Listen to what this note is about"
      icon={Headphones}
      size="dense"
      keys={listeningKeys.fromNote}
      onPress={() => listening.listenTo(noteId)}
    />
  );
}

function pressInEvidence(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.evidence-line')].filter(
    line => line.offsetParent,
  );
  const at = event.target instanceof HTMLElement ? lines.indexOf(event.target) : -1;
  if (step === undefined || at < 0) return;
  event.preventDefault();
  lines[at + step]?.focus();
}
