import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { List, ListRow } from '../../../renderer/ui/list.tsx';
import { Table } from '../../../renderer/ui/table.tsx';
import { Tabs } from '../../../renderer/ui/tabs.tsx';

afterEach(cleanup);
const people = [
  { id: '1', name: 'Amara Okafor', notes: 24 },
  { id: '2', name: 'Ben Whitfield', notes: 61 },
];

function Master() {
  const [selected, setSelected] = useState<string | null>('1');
  return (
    <List label="Apprentices" rows={people} selected={selected} onSelect={setSelected}>
      {person => <ListRow id={person.id} title={person.name} />}
    </List>
  );
}
const selectedRows = (): readonly (string | null)[] =>
  screen
    .getAllByRole('row')
    .filter(row => row.getAttribute('aria-selected') === 'true')
    .map(row => row.textContent);

describe('a list', () => {
  test('moves the selection with the arrow keys', () => {
    render(<Master />);
    const [first] = screen.getAllByRole('row');
    first?.focus();
    fireEvent.keyDown(first as Element, { key: 'ArrowDown' });
    expect(selectedRows()).toEqual(['Ben Whitfield']);
    expect(document.activeElement?.textContent).toBe('Ben Whitfield');
  });

  test('leaves letters and Escape to the page', () => {
    const heard = vi.fn();
    addEventListener('keydown', heard);
    render(<Master />);
    const [first] = screen.getAllByRole('row');
    first?.focus();
    fireEvent.keyDown(first as Element, { key: 'b' });
    fireEvent.keyDown(first as Element, { key: 'Escape' });
    removeEventListener('keydown', heard);
    expect(document.activeElement).toBe(first);
    expect(selectedRows()).toEqual(['Amara Okafor']);
    expect(heard.mock.calls.map(([event]) => [event.key, event.defaultPrevented])).toEqual([
      ['b', false],
      ['Escape', false],
    ]);
  });

  test('opens a row with Enter', () => {
    const opened = vi.fn();
    render(
      <List label="Apprentices" rows={people} onOpen={opened}>
        {person => <ListRow id={person.id} title={person.name} />}
      </List>,
    );
    const second = screen.getByRole('row', { name: 'Ben Whitfield' });
    second.focus();
    fireEvent.keyDown(second, { key: 'Enter' });
    fireEvent.keyUp(second, { key: 'Enter' });
    expect(opened).toHaveBeenCalledWith('2');
  });

  test('says what belongs there when it is empty', () => {
    render(
      <List label="Apprentices" rows={[]} empty="Nobody yet.">
        {() => <span />}
      </List>,
    );
    expect(screen.getByText('Nobody yet.')).toBeTruthy();
  });
});

describe('a table', () => {
  const columns = [
    {
      id: 'name',
      title: 'Apprentice',
      isRowHeader: true,
      isSortable: true,
      cell: (row: (typeof people)[0]) => row.name,
    },
    { id: 'notes', title: 'Notes', align: 'end', cell: (row: (typeof people)[0]) => row.notes },
  ] as const;

  test('names its rows by their first column and asks to be sorted', () => {
    const sorted = vi.fn();
    render(
      <Table
        label="Apprentices"
        rows={people}
        columns={columns}
        sort={{ column: 'name', direction: 'ascending' }}
        onSort={sorted}
      />,
    );
    expect(screen.getByRole('rowheader', { name: 'Ben Whitfield' })).toBeTruthy();
    const head = screen.getByRole('columnheader', { name: 'Apprentice' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(head);
    expect(sorted).toHaveBeenCalledWith({ column: 'name', direction: 'descending' });
  });
});

test('tabs show one page at a time', () => {
  render(
    <Tabs
      label="Method"
      pages={[
        { id: 'pd', title: 'Discussion', count: 14, content: 'First page' },
        { id: 'obs', title: 'Observation', content: 'Second page' },
      ]}
    />,
  );
  expect(screen.getByRole('tabpanel').textContent).toBe('First page');
  fireEvent.click(screen.getByRole('tab', { name: 'Observation' }));
  expect(screen.getByRole('tabpanel').textContent).toBe('Second page');
});
