import type { ReactNode } from 'react';
import { Tabs as RacTabs, Tab, TabList, TabPanel } from 'react-aria-components';

/** One tab: its word, a count where that helps, and what it shows. */
export interface TabPage {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly pages: readonly TabPage[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}

/** Views of the same thing, one at a time. */
export function Tabs({ label, pages, selected, onSelect }: TabsProps) {
  return (
    <RacTabs
      className="tabs"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: id => onSelect(String(id)) } : {})}
    >
      <TabList className="tab-list" aria-label={label}>
        {pages.map(page => (
          <Tab className="tab" id={page.id} key={page.id}>
            {page.title}
            {page.count === undefined ? null : <span className="tab-count">{page.count}</span>}
          </Tab>
        ))}
      </TabList>
      {pages.map(page => (
        <TabPanel className="tab-panel" id={page.id} key={page.id}>
          {page.content}
        </TabPanel>
      ))}
    </RacTabs>
  );
}
