import { type DragEvent, type ReactNode, useState } from 'react';

interface DropPlaceProps {
  /** The files that were dropped, never none. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A page that takes files dropped onto it, as another way to what its buttons do; it shows a frame while files hover over it. */
export function DropPlace({ onFiles, children }: DropPlaceProps) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's other way to what the buttons do
    <div
      className="drop-place"
      data-over={isOver || undefined}
      onDragOver={event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={event => {
        const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!isInside) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
