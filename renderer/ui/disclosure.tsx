import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { DisclosurePanel, Heading, Button as RacButton, Disclosure as RacDisclosure } from 'react-aria-components';

interface DisclosureProps {
  readonly title: string;
  /** At the end of the line: a count, a state. */
  readonly note?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Rank of its heading under the page's and section's: 3 unless told. */
  readonly level?: 2 | 3 | 4;
  /** Draws what is folded away only once it is asked for: for what is long or has to be fetched. */
  readonly isLazy?: boolean;
  readonly children: ReactNode;
}

/** Something folded away until it is asked for. */
export function Disclosure(props: DisclosureProps) {
  const { title, note, isOpenAtFirst = false, level = 3, isLazy = false, children } = props;
  const [wasOpened, setOpened] = useState(isOpenAtFirst);
  return (
    <RacDisclosure
      className="disclosure"
      defaultExpanded={isOpenAtFirst}
      onExpandedChange={isOpen => setOpened(before => before || isOpen)}
    >
      <Heading level={level}>
        <RacButton slot="trigger" className="disclosure-button">
          <ChevronRight size={16} aria-hidden />
          {title}
          {note ? <span className="disclosure-note">{note}</span> : null}
        </RacButton>
      </Heading>
      <DisclosurePanel className="disclosure-panel">{isLazy && !wasOpened ? null : children}</DisclosurePanel>
    </RacDisclosure>
  );
}
