import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ClockBar } from '../../../renderer/ui/clock-bar.tsx';
import { FactList } from '../../../renderer/ui/fact-list.tsx';
import { GradeMark } from '../../../renderer/ui/grade-mark.tsx';
import { KsbChip } from '../../../renderer/ui/ksb-chip.tsx';
import { Meter } from '../../../renderer/ui/meter.tsx';
import { SignaturePad } from '../../../renderer/ui/signature-pad.tsx';
import type { Stroke } from '../../../renderer/ui/signature-strokes.ts';
import { grades } from '../../../shared/domain/plan.ts';

afterEach(cleanup);

describe('grades', () => {
  test('each is told by a word of its own and a shape of its own', () => {
    const { container } = render(
      <>
        {grades.map(grade => (
          <GradeMark key={grade} grade={grade} />
        ))}
        <GradeMark grade={null} />
      </>,
    );
    const marks = [...container.querySelectorAll('.grade')];
    expect(marks.map(mark => mark.textContent)).toEqual([
      'Fail',
      'Pass',
      'Credit',
      'Merit',
      'Distinction',
      'No grade yet',
    ]);
    expect(new Set(marks.map(mark => mark.querySelector('svg')?.innerHTML)).size).toBe(6);
  });
});

describe('KSB chips', () => {
  test('read out the code with its statement, and whether it was seen', () => {
    render(<KsbChip code="K6" text="When to escalate" seen={0} />);
    const chip = screen.getByRole('img', { name: 'K6: When to escalate, not seen yet' });
    expect(chip.tabIndex).toBe(0);
  });

  test('as buttons they say what pressing does', () => {
    const pressed = vi.fn();
    render(<KsbChip code="K6" onPress={pressed} pressWord="untag" />);
    fireEvent.click(screen.getByRole('button', { name: 'K6, untag' }));
    expect(pressed).toHaveBeenCalledOnce();
  });

  test('how often it was seen is shown from the second time on', () => {
    const { container } = render(
      <>
        <KsbChip code="K1" seen={1} />
        <KsbChip code="K2" seen={2} />
      </>,
    );
    expect([...container.querySelectorAll('.ksb')].map(chip => chip.textContent)).toEqual(['K1, seen', 'K2×2, seen']);
  });
});

test('a meter says its value in words', () => {
  render(<Meter label="Coverage" value={9} of={14} words="9 of 14 seen" />);
  expect(screen.getByRole('meter', { name: 'Coverage' }).getAttribute('aria-valuetext')).toBe('9 of 14 seen');
});

test('the clock tells its whole reading to whoever cannot see it', () => {
  render(<ClockBar label="Discussion" elapsed={3700} base={3600} allowed={3960} />);
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe(
    'Discussion: 61:40 of 60:00, 66:00 with the tolerance; in the tolerance',
  );
});

test('a fact without a value is a dash, not a gap', () => {
  render(<FactList facts={[{ name: 'Countersigned', value: null }]} />);
  expect(screen.getByRole('definition').textContent).toBe('–');
});

function Pad({ onChange }: { readonly onChange: (strokes: readonly Stroke[]) => void }) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  return (
    <SignaturePad
      label="Signature"
      strokes={strokes}
      onChange={next => {
        setStrokes(next);
        onChange(next);
      }}
    />
  );
}

describe('the signature pad', () => {
  function draw(pad: Element, ...points: readonly (readonly [number, number])[]): void {
    const captured = new Set<number>();
    Object.assign(pad, {
      getBoundingClientRect: () => ({ left: 0, top: 0, width: 300, height: 100 }),
      setPointerCapture: (id: number) => captured.add(id),
      hasPointerCapture: (id: number) => captured.has(id),
    });
    const [first, ...rest] = points;
    const init = { pointerId: 1, isPrimary: true, button: 0 };
    fireEvent.pointerDown(pad, { ...init, clientX: first?.[0], clientY: first?.[1] });
    for (const [clientX, clientY] of rest) fireEvent.pointerMove(pad, { ...init, clientX, clientY });
    captured.clear();
  }

  test('keeps strokes as fractions of the pad; the last is undone, all are cleared', () => {
    const changed = vi.fn();
    const { container } = render(<Pad onChange={changed} />);
    const pad = container.querySelector('.signature-pad') as Element;
    draw(pad, [30, 50], [150, 25]);
    draw(pad, [60, 60]);
    expect(changed).toHaveBeenLastCalledWith([
      [
        { x: 0.1, y: 0.5 },
        { x: 0.5, y: 0.25 },
      ],
      [{ x: 0.2, y: 0.6 }],
    ]);
    expect(screen.getByRole('img', { name: 'A drawn signature' }).querySelectorAll('polyline')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Undo stroke' }));
    expect(changed.mock.lastCall?.[0]).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(changed).toHaveBeenLastCalledWith([]);
    expect(screen.getByRole('img', { name: 'Nothing drawn yet' })).toBeTruthy();
  });

  test('moving over it without pressing draws nothing', () => {
    const changed = vi.fn();
    const { container } = render(<Pad onChange={changed} />);
    const pad = container.querySelector('.signature-pad') as Element;
    draw(pad, [30, 50]);
    changed.mockClear();
    fireEvent.pointerMove(pad, { pointerId: 1, isPrimary: true, clientX: 200, clientY: 50 });
    expect(changed).not.toHaveBeenCalled();
  });
});
