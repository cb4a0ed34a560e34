import { useEffect, useRef } from 'react';
import { type ActionContext, actionOfPress, availableActions } from '../actions.ts';
import { isDialogOpen } from '../keys.ts';

/** Runs the action that a key press means; while a dialog is open its own keys alone count. */
export function useKeyPresses(context: ActionContext): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (isDialogOpen()) return;
      const action = actionOfPress(availableActions(latest.current), event, event.target);
      if (!action) return;
      event.preventDefault();
      action.run(latest.current);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
