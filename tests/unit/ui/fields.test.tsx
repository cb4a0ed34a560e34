import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Checkbox, RadioList, SegmentedChoice, Switch } from '../../../renderer/ui/choices.tsx';
import { ComboBox } from '../../../renderer/ui/combo-box.tsx';
import { DateField } from '../../../renderer/ui/date-field.tsx';
import { PassphraseField } from '../../../renderer/ui/passphrase-field.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { TextArea, TextField } from '../../../renderer/ui/text-field.tsx';

afterEach(cleanup);
const plans = [
  { id: 'demo', title: 'Demonstration plan', detail: 'Fictional' },
  { id: 'template', title: 'Safeguarding support officer', detail: 'Unconfirmed' },
];

function describedBy(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ');
}

describe('a text field', () => {
  test('is named by its label and described by its description and its error', () => {
    render(<TextField label="ULN" description="Ten digits." error="It has nine digits." isOptional />);
    const field = screen.getByRole('textbox', { name: 'ULN (optional)' });
    expect(describedBy(field)).toContain('Ten digits.');
    expect(describedBy(field)).toContain('It has nine digits.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  test('is not invalid without an error', () => {
    render(<TextField label="ULN" error={null} />);
    expect(screen.getByRole('textbox', { name: 'ULN' }).getAttribute('aria-invalid')).toBeNull();
  });

  test('keeps a hidden label as its name', () => {
    render(<TextArea label="Note" isLabelHidden />);
    expect(screen.getByRole('textbox', { name: 'Note' }).tagName).toBe('TEXTAREA');
  });
});

describe('a passphrase field', () => {
  test('hides what is typed until it is asked to show it', () => {
    render(<PassphraseField label="Passphrase" purpose="current" />);
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
    expect(field.type).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show passphrase' }));
    expect(field.type).toBe('text');
    expect(screen.getByRole('button', { name: 'Show passphrase' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('tells password managers whether it is new, and its strength in words', () => {
    render(<PassphraseField label="Passphrase" purpose="new" strength={{ steps: 1, words: 'Weak: add words.' }} />);
    expect(screen.getByLabelText('Passphrase').getAttribute('autocomplete')).toBe('new-password');
    expect(screen.getByRole('status').textContent).toBe('Weak: add words.');
  });
});

function Gateway({ onChange }: { readonly onChange: (iso: string | null) => void }) {
  const [date, setDate] = useState<string | null>('2026-11-21');
  return (
    <DateField
      label="Gateway"
      value={date}
      onChange={next => {
        setDate(next);
        onChange(next);
      }}
    />
  );
}

describe('a date field', () => {
  test('takes a date as it is typed, tells it back in full and settles on leaving', () => {
    const changed = vi.fn();
    render(<Gateway onChange={changed} />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Gateway' });
    expect(field.value).toBe('21 November 2026');
    fireEvent.change(field, { target: { value: '3/12/26' } });
    expect(changed).toHaveBeenLastCalledWith('2026-12-03');
    expect(field.value).toBe('3/12/26');
    expect(screen.getByText('Thursday 3 December 2026')).toBeTruthy();
    fireEvent.blur(field);
    expect(field.value).toBe('3 December 2026');
  });

  test('keeps what it cannot read, says so, and has no date rather than the one before', () => {
    const changed = vi.fn();
    render(<Gateway onChange={changed} />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Gateway' });
    fireEvent.change(field, { target: { value: '31/2/2026' } });
    fireEvent.blur(field);
    expect(field.value).toBe('31/2/2026');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(field)).toContain('Type it like 21/11/2026');
    expect(changed.mock.calls).toEqual([[null]]);
  });

  test('goes a day up and a week down by key', () => {
    const changed = vi.fn();
    render(<Gateway onChange={changed} />);
    const field = screen.getByRole('textbox', { name: 'Gateway' });
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(changed).toHaveBeenLastCalledWith('2026-11-22');
    fireEvent.keyDown(field, { key: 'PageDown' });
    expect(changed).toHaveBeenLastCalledWith('2026-11-15');
  });

  test('emptied, it has no date', () => {
    const changed = vi.fn();
    render(<Gateway onChange={changed} />);
    fireEvent.change(screen.getByRole('textbox', { name: 'Gateway' }), { target: { value: '' } });
    expect(changed).toHaveBeenLastCalledWith(null);
  });
});

describe('choices', () => {
  test('a segmented choice is a radio group named by its label, and says its error', () => {
    const changed = vi.fn();
    render(
      <SegmentedChoice
        label="Decision"
        value={null}
        onChange={changed}
        error="Decide first."
        segments={[
          { id: 'notMet', word: 'Not met' },
          { id: 'met', word: 'Met' },
        ]}
      />,
    );
    const group = screen.getByRole('radiogroup', { name: 'Decision' });
    expect(describedBy(group)).toContain('Decide first.');
    fireEvent.click(screen.getByRole('radio', { name: 'Met' }));
    expect(changed).toHaveBeenCalledWith('met');
  });

  test('a radio list tells the detail of each answer', () => {
    const choices = [
      { id: 'count', title: 'Count it', detail: 'The discussion went on.' },
      { id: 'break', title: 'Make it a break' },
    ] as const;
    render(<RadioList label="The gap" choices={choices} value="break" onChange={() => undefined} />);
    expect(screen.getByRole('radio', { name: /Count it.*The discussion went on/ })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Make it a break' }).checked).toBe(true);
  });

  test('a checkbox and a switch say whether they are on', () => {
    const ticked = vi.fn();
    render(
      <>
        <Checkbox onChange={ticked}>Independent</Checkbox>
        <Switch defaultSelected>Lock when away</Switch>
      </>,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: 'Independent' }));
    expect(ticked).toHaveBeenCalledWith(true);
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Lock when away' }).checked).toBe(true);
  });

  test('a select shows the chosen title and gives the chosen id', () => {
    const chosen = vi.fn();
    render(<Select label="Plan" choices={plans} value="demo" onChange={chosen} />);
    const button = screen.getByRole('button', { name: /Plan/ });
    expect(button.textContent).toBe('Demonstration plan');
    fireEvent.click(button);
    fireEvent.click(screen.getByRole('option', { name: /Safeguarding support officer/ }));
    expect(chosen).toHaveBeenCalledWith('template');
  });

  test('a combo box finds a choice by its detail and fills in its title', () => {
    const chosen = vi.fn();
    render(<ComboBox label="Plan" choices={plans} value={null} onChange={chosen} />);
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Plan' });
    field.focus();
    fireEvent.change(field, { target: { value: 'unconf' } });
    expect(screen.getAllByRole('option')).toHaveLength(1);
    fireEvent.click(screen.getByRole('option', { name: /Safeguarding/ }));
    expect(chosen).toHaveBeenCalledWith('template');
  });

  test('a combo box that is left in the breath in which it was typed into shows no list over the form', () => {
    render(
      <>
        <ComboBox label="Plan" choices={plans} value={null} onChange={() => undefined} allowsOtherText />
        <button type="button">Next</button>
      </>,
    );
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Plan' });
    field.focus();
    act(() => {
      fireEvent.change(field, { target: { value: 'unconf' } });
      screen.getByRole('button', { name: 'Next' }).focus();
    });
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
