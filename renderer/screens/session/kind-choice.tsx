import { Radio, RadioGroup } from 'react-aria-components';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { kindNames } from './note-kinds.ts';

interface KindChoiceProps {
  readonly kind: NoteKind;
  readonly onChoose: (kind: NoteKind) => void;
  /** Called when a kind was pointed at, so that the caret can go back to where the note is typed. */
  readonly onPointed: () => void;
}

/** The kind of the note being typed; the underlined letter chooses it with Alt. */
export function KindChoice({ kind, onChoose, onPointed }: KindChoiceProps) {
  return (
    <RadioGroup
      className="note-kinds"
      aria-label="Kind of note"
      orientation="horizontal"
      value={kind}
      onChange={chosen => onChoose(chosen as NoteKind)}
      onPointerUp={() => requestAnimationFrame(onPointed)}
    >
      {kindNames.map(({ kind: one, word, letter }) => (
        <Radio key={one} className="note-kind-choice" value={one} aria-keyshortcuts={`Alt+${letter}`}>
          <span>
            <u>{word[0]}</u>
            {word.slice(1)}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
