import { CheckCheck, FolderOpen, X } from 'lucide-react';
import { formatElapsed } from '../../../shared/british.ts';
import { ksbsOfNote } from '../../../shared/domain/coverage.ts';
import { labelledDescriptors } from '../../../shared/domain/descriptor-labels.ts';
import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { portfolioEvidence, stretchWords } from '../../../shared/domain/portfolio.ts';
import { evidenceNotes } from '../../../shared/domain/session.ts';
import { useAsk } from '../../api.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { useMarks } from './activities.tsx';
import { KsbOffers } from './bank-offers.tsx';
import { KindMark } from './kind-mark.tsx';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** One KSB: its statement, the descriptors that it is judged by, the notes that speak of it, and the way into the note line. */
export function KsbDetail({ desk, code }: { readonly desk: SessionDesk; readonly code: string }) {
  const { view } = desk;
  const toggle = useMarks(desk);
  const isEnough = view.marks.enough.some(({ about }) => about === code);
  const statement = view.statements.find(one => one.code === code);
  const descriptors = labelledDescriptors(view.method).filter(({ descriptor }) => descriptor.ksbs.includes(code));
  return (
    <section className="ksb-detail" aria-label={`${code} in full`}>
      <div className="ksb-detail-head">
        <KsbChip code={code} />
        {desk.isOpen ? (
          <Button size="dense" keys={sessionKeys.tag} onPress={() => desk.line.current?.tag(code)}>
            Tag
          </Button>
        ) : null}
        {desk.isOpen ? (
          <Button
            size="dense"
            keys={sessionKeys.enough}
            aria-pressed={isEnough}
            icon={isEnough ? CheckCheck : undefined}
            onPress={() => toggle('enough', code)}
          >
            Enough
          </Button>
        ) : isEnough ? (
          <span className="muted">Enough</span>
        ) : null}
        <IconButton label={`Close ${code}`} icon={X} size="dense" onPress={() => desk.setKsb(null)} />
      </div>
      <p>{statement?.text}</p>
      {descriptors.length > 0 ? (
        <ul className="ksb-detail-list">
          {descriptors.map(({ descriptor, label }) => (
            <li key={descriptor.key}>
              <strong>{label}</strong> {descriptor.text}
            </li>
          ))}
        </ul>
      ) : null}
      <KsbNotes desk={desk} code={code} />
      <KsbPortfolio desk={desk} code={code} />
      <KsbOffers desk={desk} code={code} />
    </section>
  );
}

/** What of the portfolio shows the KSB; a press opens it beside the notes. */
function KsbPortfolio({ desk, code }: { readonly desk: SessionDesk; readonly code: string }) {
  const { data } = useAsk('portfolio.list', { assessmentId: desk.view.assessmentId });
  const shown = portfolioEvidence(data?.pieces ?? []).filter(({ ksbs }) => ksbs.includes(code));
  if (shown.length === 0) return null;
  return (
    <ul className="ksb-detail-list" aria-label={`In the portfolio for ${code}`}>
      {shown.map(({ id, pieceId, title, stretch, remark }) => (
        <li key={id}>
          <button type="button" className="ksb-detail-note" onClick={() => desk.read.current({ pieceId, stretch })}>
            <FolderOpen size={14} aria-label="Portfolio:" /> {title}
            {stretch ? `, ${stretchWords(stretch)}` : ''}
            {remark === '' ? null : <span className="offer-facts"> {remark}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function KsbNotes({ desk, code }: { readonly desk: SessionDesk; readonly code: string }) {
  const all = desk.view.notes;
  const notes = evidenceNotes(all).filter(note => ksbsOfNote(note, all).includes(code));
  if (notes.length === 0) return <p className="muted">No note speaks of it yet.</p>;
  return (
    <ul className="ksb-detail-list">
      {notes.map(note => (
        <li key={note.id}>
          <button type="button" className="ksb-detail-note" onClick={() => desk.goToNote(note.id)}>
            <span className="figures">{formatElapsed(note.offsetSeconds)}</span> <KindMark kind={note.kind} />{' '}
            {withoutKsbTags(note.body)}
          </button>
        </li>
      ))}
    </ul>
  );
}
