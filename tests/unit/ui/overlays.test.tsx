import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Button } from '../../../renderer/ui/button.tsx';
import { AlertDialog, Dialog } from '../../../renderer/ui/dialog.tsx';
import { MenuButton } from '../../../renderer/ui/menu.tsx';
import { notify, ToastRegion } from '../../../renderer/ui/toast.tsx';

afterEach(cleanup);

function Asking({ onAction }: { readonly onAction: () => unknown }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <AlertDialog
      title="Strike this note?"
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      action="Strike note"
      cancel="Keep the note"
      onAction={onAction}
    >
      <p>It stays in the record.</p>
    </AlertDialog>
  );
}

describe('a question before something that cannot be taken back', () => {
  test('names both buttons by what they do', () => {
    render(<Asking onAction={() => undefined} />);
    expect(screen.getByRole('alertdialog', { name: 'Strike this note?' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Keep the note' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Strike note' })).toBeTruthy();
  });

  test('closes once the action has succeeded', async () => {
    const done = vi.fn(async () => undefined);
    render(<Asking onAction={done} />);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Strike note' }));
    });
    expect(done).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('stays open with the reason when the action has failed', async () => {
    render(<Asking onAction={() => Promise.reject({ code: 'note.linked', message: 'Unlink it first.' })} />);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Strike note' }));
    });
    expect(screen.getByRole('alert').textContent).toContain('Unlink it first.');
    expect(screen.getByRole('alert').textContent).toContain('note.linked');
    expect(screen.getByRole('alertdialog')).toBeTruthy();
  });
});

test('a dialog is left with Escape', () => {
  const closed = vi.fn();
  render(
    <Dialog title="Take a break" isOpen onClose={closed}>
      <p>The clock stops.</p>
    </Dialog>,
  );
  fireEvent.keyDown(screen.getByRole('dialog', { name: 'Take a break' }), { key: 'Escape' });
  expect(closed).toHaveBeenCalledOnce();
});

test('a menu runs what was chosen and leaves out what cannot be', () => {
  const change = vi.fn();
  const split = vi.fn();
  render(
    <MenuButton
      label="Note"
      groups={[
        {
          choices: [
            { id: 'change', title: 'Change', run: change },
            { id: 'split', title: 'Split', isDisabled: true, run: split },
          ],
        },
      ]}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Note' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Split' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Change' }));
  expect(split).not.toHaveBeenCalled();
  expect(change).toHaveBeenCalledOnce();
});

test('a button that is at work cannot be pressed again', () => {
  const pressed = vi.fn();
  render(
    <Button isPending onPress={pressed}>
      Sign
    </Button>,
  );
  fireEvent.click(screen.getByRole('button', { name: /Sign/ }));
  expect(pressed).not.toHaveBeenCalled();
});

describe('notices', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('stand in a polite live region that was there before, and go by themselves', () => {
    render(<ToastRegion />);
    const region = screen.getByRole('status', { name: 'Notices' });
    expect(region.getAttribute('aria-live')).toBe('polite');
    act(() => notify({ words: 'Report saved.' }));
    expect(region.textContent).toContain('Report saved.');
    act(() => vi.advanceTimersByTime(60_000));
    expect(region.textContent).toBe('');
  });

  test('stay while they are pointed at, and bad news stays until dismissed', () => {
    render(<ToastRegion />);
    const region = screen.getByRole('status', { name: 'Notices' });
    act(() => notify({ words: 'Held.' }));
    act(() => notify({ words: 'Not locked.', tone: 'not-met' }));
    fireEvent.pointerEnter(screen.getByText('Held.').closest('.toast') as Element);
    act(() => vi.advanceTimersByTime(60_000));
    expect(region.textContent).toContain('Held.');
    expect(region.textContent).toContain('Not locked.');
    for (const button of screen.getAllByRole('button', { name: 'Dismiss' })) fireEvent.click(button);
    expect(region.textContent).toBe('');
  });

  test('offer one way to go on', () => {
    const back = vi.fn();
    render(<ToastRegion />);
    act(() => notify({ words: 'Tag removed.', action: { title: 'Put it back', run: back } }));
    fireEvent.click(screen.getByRole('button', { name: 'Put it back' }));
    expect(back).toHaveBeenCalledOnce();
    expect(screen.queryByText('Tag removed.')).toBeNull();
  });
});
