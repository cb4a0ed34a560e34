import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Action, type ActionContext, type Finding, useActions, useProvider } from '../../../renderer/actions.ts';
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

  test('shows what was looked up with the letters that its provider names, and Enter waits for it', async () => {
    let answer: (findings: readonly Finding[]) => void = () => undefined;
    const look = vi.fn(() => new Promise<readonly Finding[]>(resolve => (answer = resolve)));
    function WindowWithSearch(props: WindowProps) {
      useProvider({ id: 'statement', section: 'KSBs', findings: () => [], look });
      return <Window {...props} />;
    }
    const closed = vi.fn();
    ran.mockClear();
    const { rerender } = render(<WindowWithSearch isOpen={false} onClose={closed} />);
    rerender(<WindowWithSearch isOpen onClose={closed} />);
    const field = screen.getByRole('combobox', { name: 'Find or do' });
    fireEvent.change(field, { target: { value: 'S14' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(closed).not.toHaveBeenCalled();
    expect(look).toHaveBeenLastCalledWith('S14');
    await act(async () => answer([{ id: 'a', title: 'S14 Reports incidents', at: [0, 1, 2], run: () => ran('S14') }]));
    await waitFor(() => expect(ran).toHaveBeenCalledWith('S14'));
    expect(closed).toHaveBeenCalledOnce();
    expect(screen.getByRole('option').querySelectorAll('mark')).toHaveLength(3);
  });

  test('drops what was looked up for letters that have changed since', async () => {
    const answers: ((findings: readonly Finding[]) => void)[] = [];
    const look = () => new Promise<readonly Finding[]>(resolve => void answers.push(resolve));
    function WindowWithSearch(props: WindowProps) {
      useProvider({ id: 'statement', section: 'KSBs', findings: () => [], look });
      return <Window {...props} />;
    }
    const { rerender } = render(<WindowWithSearch isOpen={false} onClose={() => undefined} />);
    rerender(<WindowWithSearch isOpen onClose={() => undefined} />);
    const field = screen.getByRole('combobox', { name: 'Find or do' });
    fireEvent.change(field, { target: { value: 'w' } });
    fireEvent.change(field, { target: { value: 'wh' } });
    const finding = (title: string): Finding => ({ id: title, title, run: () => undefined });
    await act(async () => answers[1]?.([finding('K1 Safeguarding principles')]));
    await act(async () => answers[2]?.([finding('K7 Whistleblowing')]));
    await act(async () => answers[1]?.([finding('K1 Safeguarding principles')]));
    expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['K7 WhistleblowingKSBs']);
  });
});
