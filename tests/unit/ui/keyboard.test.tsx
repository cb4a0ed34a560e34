import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Action, type ActionContext, availableActions, useActions } from '../../../renderer/actions.ts';
import { goBack } from '../../../renderer/frame/go-back.ts';
import { useKeyPresses } from '../../../renderer/frame/key-presses.ts';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { PageHeader } from '../../../renderer/ui/page-header.tsx';
import { focusNextPane } from '../../../renderer/ui/pane-order.ts';
import { SplitPanes } from '../../../renderer/ui/split-panes.tsx';

afterEach(cleanup);
const context: ActionContext = { route: { page: 'home' }, isOpen: true };

function Offering({ actions }: { readonly actions: readonly Action[] }) {
  useActions(actions);
  return null;
}
function Page({
  actions,
  isDialogOpen = false,
}: {
  readonly actions: readonly Action[];
  readonly isDialogOpen?: boolean;
}) {
  useActions(actions);
  useKeyPresses(context);
  return (
    <>
      <input aria-label="Note" />
      <button type="button">Beside</button>
      <Dialog title="A dialog" isOpen={isDialogOpen} onClose={() => undefined}>
        Over the page
      </Dialog>
    </>
  );
}
const action = (id: string, keys: string, run: () => void): Action => ({ id, title: id, section: 'Test', keys, run });

describe('actions by key', () => {
  test('a single letter runs its action, but not while text is being typed', () => {
    const met = vi.fn();
    render(<Page actions={[action('judge.met', 'm', met)]} />);
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'm' });
    expect(met).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Beside' }), { key: 'm' });
    expect(met).toHaveBeenCalledOnce();
  });

  test('a command works in the middle of typing', () => {
    const palette = vi.fn();
    render(<Page actions={[action('palette.open', 'Mod+K', palette)]} />);
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'k', ctrlKey: true });
    expect(palette).toHaveBeenCalledOnce();
  });

  test('under a dialog the page’s keys are silent', () => {
    const met = vi.fn();
    render(<Page actions={[action('judge.met', 'm', met), action('palette.open', 'Mod+K', met)]} isDialogOpen />);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'm' });
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'k', ctrlKey: true });
    expect(met).not.toHaveBeenCalled();
  });

  test('a press that a control has used already runs nothing', () => {
    const met = vi.fn();
    render(<Page actions={[action('judge.met', 'm', met)]} />);
    const button = screen.getByRole('button', { name: 'Beside' });
    button.addEventListener('keydown', event => event.preventDefault());
    fireEvent.keyDown(button, { key: 'm' });
    expect(met).not.toHaveBeenCalled();
  });

  test('the latest closure runs after a new render, and nothing after the screen is gone', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const { rerender, unmount } = render(<Page actions={[action('judge.met', 'm', first)]} />);
    rerender(<Page actions={[action('judge.met', 'm', second)]} />);
    fireEvent.keyDown(document.body, { key: 'm' });
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    unmount();
    fireEvent.keyDown(document.body, { key: 'm' });
    expect(second).toHaveBeenCalledOnce();
  });

  test('what says that it is not available is not offered, and a later action of the same id replaces the earlier', () => {
    const nothing = (): void => undefined;
    render(
      <>
        <Offering actions={[{ ...action('a', 'a', nothing), title: 'Frame' }, action('b', 'b', nothing)]} />
        <Offering actions={[{ ...action('a', 'a', nothing), title: 'Screen' }]} />
        <Offering actions={[{ ...action('c', 'c', nothing), isAvailable: ({ isOpen }) => !isOpen }]} />
      </>,
    );
    expect(availableActions(context).map(({ id, title }) => [id, title])).toEqual([
      ['a', 'Screen'],
      ['b', 'b'],
    ]);
  });
});

function Panes() {
  return (
    <SplitPanes
      label="Session"
      panes={[
        { id: 'plan', title: 'Plan', content: <button type="button">Q1</button> },
        { id: 'notes', title: 'Notes', content: <input aria-label="Note" /> },
        { id: 'coverage', title: 'Coverage', content: 'K1' },
      ]}
    />
  );
}

describe('panes', () => {
  test('are regions named by their headings', () => {
    render(<Panes />);
    expect(screen.getAllByRole('region').map(region => region.getAttribute('data-active'))).toEqual([
      'true',
      null,
      null,
    ]);
    expect(screen.getByRole('region', { name: 'Coverage' })).toBeTruthy();
  });

  test('F6 goes round them, back to what had the focus there, and brings each to the front', () => {
    render(<Panes />);
    const note = screen.getByRole('textbox', { name: 'Note' });
    note.focus();
    focusNextPane(1);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Coverage' }));
    expect(document.activeElement?.getAttribute('data-active')).toBe('true');
    focusNextPane(1);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Plan' }));
    focusNextPane(1);
    expect(document.activeElement).toBe(note);
    focusNextPane(-1);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Plan' }));
  });
});

describe('pages', () => {
  beforeEach(() => {
    location.hash = '#/judge/7';
  });

  test('name the window, and give their heading the focus when nothing in them has it', () => {
    render(
      <main>
        <PageHeader title="Judge" />
      </main>,
    );
    expect(document.title).toBe('Judge – EPA Workbench');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Judge' }));
  });

  test('leave the focus to a field that took it', () => {
    render(
      <main>
        <PageHeader title="Session" />
        {/* biome-ignore lint/a11y/noAutofocus: the note line of a session has the caret */}
        <input aria-label="Note" autoFocus />
      </main>,
    );
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  test('going back leaves a field first, and then goes to the page above', () => {
    render(
      <main tabIndex={-1}>
        <PageHeader title="Judge" crumbs={[{ title: 'A. Okafor', route: { page: 'assessment', id: '1' } }]} />
        <textarea aria-label="Rationale" />
      </main>,
    );
    screen.getByRole('textbox').focus();
    goBack();
    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(location.hash).toBe('#/judge/7');
    goBack();
    expect(location.hash).toBe('#/assessment/1');
  });

  test('going back from the top stays there', () => {
    location.hash = '#/';
    render(
      <main>
        <PageHeader title="Home" />
      </main>,
    );
    goBack();
    expect(location.hash).toBe('#/');
  });
});
