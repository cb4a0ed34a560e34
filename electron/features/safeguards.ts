import type { Handler } from '../core/contexts.ts';
import { settingsOf } from '../db/database.ts';

export const safeguards: Handler<'workspace.safeguards'> = ({ workspace }) => settingsOf(workspace.connection);
