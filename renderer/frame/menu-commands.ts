import { type ActionContext, availableActions, isRestricted } from '../actions.ts';
import { useMenuCommand } from '../api.ts';
import { isDialogOpen } from '../keys.ts';
import { navigate } from '../routes.ts';

/** Runs what was chosen in the application menu: the action of that name, while it is offered. */
export function useMenuCommands(context: ActionContext): void {
  useMenuCommand(command => {
    if (isDialogOpen() || (isRestricted() && command === 'report.verify')) return;
    if (command === 'report.verify' && context.isOpen) navigate({ page: 'verify' });
    availableActions(context)
      .find(action => action.id === command)
      ?.run(context);
  });
}
