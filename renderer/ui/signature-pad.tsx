import { Eraser, Undo2 } from 'lucide-react';
import { type PointerEvent, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import {
  beginStroke,
  extendStroke,
  padPoint,
  polylinePoints,
  type Stroke,
  signatureAspect,
} from './signature-strokes.ts';

interface SignaturePadProps {
  readonly label: string;
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
  readonly isDisabled?: boolean;
}

/** What the pen does on the pad. Pointer events can arrive faster than React renders, so the strokes drawn so far are kept beside its state. */
function usePen(strokes: readonly Stroke[], onChange: SignaturePadProps['onChange'], isDisabled: boolean) {
  const drawn = useRef(strokes);
  useEffect(() => {
    drawn.current = strokes;
  }, [strokes]);
  const change = (next: readonly Stroke[]): void => {
    drawn.current = next;
    onChange(next);
  };
  function begin(event: PointerEvent<HTMLDivElement>): void {
    if (isDisabled || !event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    change(beginStroke(drawn.current, padPoint(event.clientX, event.clientY, box)));
  }
  function draw(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const coalesced = event.nativeEvent.getCoalescedEvents();
    const moves = coalesced.length > 0 ? coalesced : [event.nativeEvent];
    change(
      extendStroke(
        drawn.current,
        moves.map(move => padPoint(move.clientX, move.clientY, box)),
      ),
    );
  }
  return { begin, draw, change };
}

/** A place to sign with pen, finger or mouse. Whoever uses a keyboard types a signature instead: the screen offers that beside it. */
export function SignaturePad({ label, strokes, onChange, isDisabled = false }: SignaturePadProps) {
  const hintId = useId();
  const { begin, draw, change } = usePen(strokes, onChange, isDisabled);
  const isEmpty = strokes.length === 0;
  return (
    <fieldset className="signature" aria-describedby={hintId}>
      <legend className="field-label">{label}</legend>
      <div className="signature-pad" data-disabled={isDisabled || undefined} onPointerDown={begin} onPointerMove={draw}>
        {isEmpty ? <span className="signature-hint">Sign here with pen, finger or mouse</span> : null}
        <svg
          className="signature-ink"
          viewBox={`0 0 ${signatureAspect} 1`}
          role="img"
          aria-label={isEmpty ? 'Nothing drawn yet' : 'A drawn signature'}
        >
          {strokes.map((stroke, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added and taken off at the end
            <polyline key={index} points={polylinePoints(stroke)} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
      </div>
      <div className="row row-apart">
        <span className="field-description" id={hintId}>
          Without a pointer, type the signature instead: it stands for the same.
        </span>
        <PadButtons
          isDisabled={isEmpty || isDisabled}
          onUndo={() => change(strokes.slice(0, -1))}
          onClear={() => change([])}
        />
      </div>
    </fieldset>
  );
}

interface PadButtonsProps {
  readonly isDisabled: boolean;
  readonly onUndo: () => void;
  readonly onClear: () => void;
}

function PadButtons({ isDisabled, onUndo, onClear }: PadButtonsProps) {
  return (
    <div className="row">
      <Button tone="quiet" size="dense" icon={Undo2} isDisabled={isDisabled} onPress={onUndo}>
        Undo stroke
      </Button>
      <Button tone="quiet" size="dense" icon={Eraser} isDisabled={isDisabled} onPress={onClear}>
        Clear
      </Button>
    </div>
  );
}
