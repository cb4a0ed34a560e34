import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { DisclosurePanel, Heading, Button as RacButton, Disclosure as RacDisclosure } from 'react-aria-components';

interface DisclosureProps {
  readonly title: string;
  /** At the end of the line: a count, a state. */
  readonly note?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Rank of its heading under the page's and section's: 3 unless told. */
  readonly level?: 2 | 3 | 4;
  readonly children: ReactNode;
}

/** Something folded away until it is asked for. */
export function Disclosure({ title, note, isOpenAtFirst = false, level = 3, children }: DisclosureProps) {
  return (
    <RacDisclosure className="disclosure" defaultExpanded={isOpenAtFirst}>
      <Heading level={level}>
        <RacButton slot="trigger" className="disclosure-button">
          <ChevronRight size={16} aria-hidden />
          {title}
          {note ? <span className="disclosure-note">{note}</span> : null}
        </RacButton>
      </Heading>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </RacDisclosure>
  );
}
