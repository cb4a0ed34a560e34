import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { queryClient } from '../../../renderer/api.ts';
import { BeginSession } from '../../../renderer/screens/begin-session.tsx';
import { emptyOpening } from '../../../renderer/screens/begin-session-form.ts';
import { gatewayBar } from '../../../shared/domain/gateway.ts';

afterEach(cleanup);

function showChecklist(isPractice: boolean, isConfirmed: boolean): boolean {
  render(
    <QueryClientProvider client={queryClient}>
      <BeginSession
        assessmentId="a"
        method={{ key: 'observation', name: 'Observation' }}
        further={null}
        opening={{ ...emptyOpening, place: 'Example Care' }}
        bar={gatewayBar({ planModel: 'epa' }, isPractice, isConfirmed)}
        onClose={() => undefined}
      />
    </QueryClientProvider>,
  );
  return screen.getByRole('button', { name: 'Begin the session' }).hasAttribute('disabled');
}

test('a live session cannot be begun before the gateway is confirmed, and it is said why', () => {
  expect(showChecklist(false, false)).toBe(true);
  expect(screen.getByText('The gateway is not confirmed yet. Confirm it before a live session begins.')).toBeTruthy();
});

test('a practice session can, with a hint, and a live one after the gateway without one', () => {
  expect(showChecklist(true, false)).toBe(false);
  expect(screen.getByText(/A practice session may begin all the same/)).toBeTruthy();
  cleanup();
  expect(showChecklist(false, true)).toBe(false);
  expect(screen.queryByText(/gateway/)).toBeNull();
});

test('what was prepared stands in the checklist', () => {
  showChecklist(true, true);
  expect(screen.getByRole('textbox', { name: 'Place' })).toHaveProperty('value', 'Example Care');
});
