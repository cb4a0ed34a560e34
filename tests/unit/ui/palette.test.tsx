import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Action, type ActionContext, useActions, useProvider } from '../../../renderer/actions.ts';
import { CommandPalette } from '../../../renderer/frame/command-palette.tsx';

afterEach(cleanup);
const context: ActionContext = { route: { page: 'home' }, isOpen: true };
const ran = vi.fn();
const titles = ['Go to Home', 'Lock the workspace', 'Use the dark theme'];
const actions: readonly Action[] = titles.map(title => ({
  id: title,
  title,
  section: title.startsWith('Use') ? 'Look' : 'Workspace',
  run: () => ran(title),
}));

interface WindowProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}
function Window({ isOpen, onClose }: WindowProps) {
  useActions(actions);
  useProvider({
    id: 'apprentice',
    section: 'Apprentices',
    findings: () => [{ id: '1', title: 'Amara Okafor', detail: 'Heron House', run: () => ran('Amara') }],
  });
  return <CommandPalette context={context} isOpen={isOpen} onClose={onClose} />;
}
function open(onClose: () => void = () => undefined): HTMLElement {
  const { rerender } = render(<Window isOpen={false} onClose={onClose} />);
  rerender(<Window isOpen onClose={onClose} />);
  return screen.getByRole('combobox', { name: 'Find or do' });
}
const marked = (): string | null =>
  document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '')?.textContent ??
  null;

describe('the command palette', () => {
  test('marks the first line, and the arrows go round', () => {
    const field = open();
    expect(marked()).toBe('Go to Home');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(marked()).toBe('Use the dark theme');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(marked()).toBe('Go to Home');
  });

  test('runs the marked line with Enter, after it has closed', async () => {
    const closed = vi.fn();
    ran.mockClear();
    const field = open(closed);
    fireEvent.change(field, { target: { value: 'dark' } });
    expect(screen.getAllByRole('option')).toHaveLength(1);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(closed).toHaveBeenCalledOnce();
    expect(ran).not.toHaveBeenCalled();
    await waitFor(() => expect(ran).toHaveBeenCalledWith('Use the dark theme'));
  });

  test('finds what screens provide', () => {
    fireEvent.change(open(), { target: { value: 'heron' } });
    expect(screen.getByRole('option').textContent).toContain('Amara Okafor');
  });

  test('says so when nothing fits, and Enter then does nothing', () => {
    const closed = vi.fn();
    const field = open(closed);
    fireEvent.change(field, { target: { value: 'zzz' } });
    expect(screen.getByRole('status').textContent).toContain('Nothing fits');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(closed).not.toHaveBeenCalled();
  });
});
