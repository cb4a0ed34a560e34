import { type DragEvent, type ReactNode, useState } from 'react';

interface DropZoneProps {
  readonly className: string;
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Where files can be dropped; whoever has no pointer chooses them. */
export function DropZone({ className, onDrop, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const hold = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: choosing files by key does the same
    <div
      className={`${className} drop-zone`}
      data-over={isOver || undefined}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
