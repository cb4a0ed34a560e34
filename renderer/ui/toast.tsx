import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';

/** Something that has happened, in one sentence. */
export interface Notice {
  readonly words: string;
  readonly tone?: 'met' | 'info' | 'not-met';
  /** One way to go on from it, for example to take it back. */
  readonly action?: { readonly title: string; readonly run: () => void };
}
interface ShownNotice extends Notice {
  readonly id: number;
}

let shown: readonly ShownNotice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function setShown(next: readonly ShownNotice[]): void {
  shown = next;
  for (const listener of listeners) listener();
}
const dismiss = (id: number): void => setShown(shown.filter(notice => notice.id !== id));
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says in a corner, without taking the focus, that something has happened. At most three are kept. */
export function notify(notice: Notice): void {
  lastId += 1;
  setShown([...shown.slice(-2), { ...notice, id: lastId }]);
}

/** The corner where notices stand; once in the frame. It is a polite live region. */
export function ToastRegion() {
  const notices = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label="Notices">
      {notices.map(notice => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

const icons = { met: CircleCheck, info: Info, 'not-met': CircleX } as const;

function Toast({ notice }: { readonly notice: ShownNotice }) {
  const [isHeld, setHeld] = useState(false);
  const { id, action } = notice;
  const seconds = useRef(6 + notice.words.length / 20 + (action ? 6 : 0));
  useEffect(() => {
    if (isHeld || notice.tone === 'not-met') return;
    const timer = setTimeout(() => dismiss(id), seconds.current * 1000);
    return () => clearTimeout(timer);
  }, [id, isHeld, notice.tone]);
  const Icon = icons[notice.tone ?? 'met'];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only holds it in place
    <div
      className="toast"
      data-tone={notice.tone ?? 'met'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <span>{notice.words}</span>
      {action ? (
        <Button
          tone="quiet"
          size="dense"
          onPress={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.title}
        </Button>
      ) : null}
      <IconButton label="Dismiss" icon={X} size="dense" onPress={() => dismiss(id)} />
    </div>
  );
}
