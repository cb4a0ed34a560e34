import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  /** A few words after the title: a count, a state. */
  readonly note?: ReactNode;
  /** At the end of the heading's line: buttons, a filter. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own heading and hairline; a labelled region. */
export function Section({ title, note, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="section-title" id={id}>
          {title}
          {note ? <span className="section-note">{note}</span> : null}
        </h2>
        {aside ? <div className="section-aside">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
