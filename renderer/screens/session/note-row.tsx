import { Headphones, History, Pencil, Strikethrough, UserX } from 'lucide-react';
import { memo } from 'react';
import { formatClock, formatCount, formatElapsed } from '../../../shared/british.ts';
import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { holdsName } from '../../../shared/domain/private-names.ts';
import { IconButton } from '../../ui/button.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { KindMark } from './kind-mark.tsx';
import type { NoteDeed } from './note-list.tsx';
import type { SessionNote, SessionView } from './session-view.ts';
import { noteRowId } from './use-session-desk.ts';

interface NoteRowProps {
  readonly note: SessionNote;
  /** The codes of the note that it follows, where it has none of its own. */
  readonly inherited: readonly string[];
  /** The words that are marked as names of service users. */
  readonly names: SessionView['privateNames'];
  /** The part that begins with this note. */
  readonly part: string | undefined;
  readonly isBeforeClock: boolean;
  /** The one that Tab goes to. */
  readonly isCurrent: boolean;
  readonly hasButtons: boolean;
  /** Whether it has a place in the recording that can be listened to. */
  readonly canListen: boolean;
  readonly onDeed: (deed: NoteDeed, id: string) => void;
  readonly onHover: (id: string | null) => void;
}

/** A note: its time, kind, words and KSBs. Drawn again only when something of its own has changed. */
export const NoteRow = memo(Row);

function Row({
  inherited,
  names,
  part,
  isBeforeClock,
  isCurrent,
  hasButtons,
  canListen,
  note,
  onDeed,
  onHover,
}: NoteRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a list that is walked by arrows, not of a table
    <div
      role="row"
      id={noteRowId(note.id)}
      className="note-row"
      tabIndex={isCurrent ? 0 : -1}
      data-follows={note.followsId !== null || undefined}
      data-kind={note.kind}
      onFocus={() => onDeed('look', note.id)}
      onPointerEnter={() => onHover(note.id)}
      onPointerLeave={() => onHover(null)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its row takes the focus */}
      <div role="gridcell" className="note-cell">
        {part ? <div className="note-part">{part}</div> : null}
        <time className="note-time" dateTime={note.at} title={`Written at ${formatClock(note.at)}`}>
          {formatElapsed(note.offsetSeconds)}
        </time>
        <KindMark kind={note.kind} />
        <NoteBody note={note} inherited={inherited} names={names} isBeforeClock={isBeforeClock} />
        <NoteButtons
          note={note}
          isChangeable={hasButtons && note.struckReason === null}
          canListen={canListen}
          onDeed={onDeed}
        />
      </div>
    </div>
  );
}

type NoteBodyProps = Pick<NoteRowProps, 'note' | 'inherited' | 'names' | 'isBeforeClock'>;

function NoteBody({ note, inherited, names, isBeforeClock }: NoteBodyProps) {
  const words = withoutKsbTags(note.body) || note.body;
  const isStruck = note.struckReason !== null;
  return (
    <div className="note-words">
      {isStruck ? <s className="note-body">{words}</s> : <span className="note-body">{words}</span>}
      {isStruck ? <span className="note-struck">Struck: {note.struckReason}</span> : null}
      {!isStruck && names.some(({ word }) => holdsName(note.body, word)) ? (
        <span className="note-named">
          <UserX size={14} aria-hidden /> names somebody
        </span>
      ) : null}
      {isBeforeClock ? <span className="note-inherited">before the clock</span> : null}
      <NoteCodes own={note.ksbs} inherited={inherited} />
    </div>
  );
}

interface NoteButtonsProps extends Pick<NoteRowProps, 'note' | 'canListen' | 'onDeed'> {
  readonly isChangeable: boolean;
}

function NoteButtons({ note, isChangeable, canListen, onDeed }: NoteButtonsProps) {
  const { id, earlierVersions } = note;
  const wordings = `Changed: ${formatCount(earlierVersions, 'earlier wording')}`;
  return (
    <div className="note-buttons">
      {canListen ? (
        <IconButton
          label="Listen to what this note is about"
          icon={Headphones}
          size="dense"
          keys="A"
          onPress={() => onDeed('listen', id)}
        />
      ) : null}
      {earlierVersions > 0 ? (
        <IconButton label={wordings} icon={History} size="dense" keys="H" onPress={() => onDeed('history', id)} />
      ) : null}
      {isChangeable ? (
        <>
          <IconButton
            label="Change this note"
            icon={Pencil}
            size="dense"
            keys="E"
            onPress={() => onDeed('change', id)}
          />
          <IconButton
            label="Strike this note"
            icon={Strikethrough}
            size="dense"
            keys="X"
            tone="danger"
            onPress={() => onDeed('strike', id)}
          />
        </>
      ) : null}
    </div>
  );
}

function NoteCodes({ own, inherited }: { readonly own: readonly string[]; readonly inherited: readonly string[] }) {
  if (own.length > 0) {
    return (
      <span className="note-codes">
        {own.map(code => (
          <KsbChip key={code} code={code} />
        ))}
      </span>
    );
  }
  if (inherited.length === 0) return null;
  return <span className="note-inherited">{inherited.join(' ')} from the question</span>;
}
