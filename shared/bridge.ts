/** What the main process answers: a value, or what went wrong. Never thrown, for a throw would carry its message alone. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/**
 * What the main process tells the window unasked:
 * `progress` of a task; `menu`, the command that was chosen in the application menu; `closing`, the window is about to
 * close and waits at most a second for `window.flushed`; `locking`, the machine is about to lock the workspace and waits as long; `locked`, the workspace was locked by the machine; `opened`, a pack
 * was opened from outside, which `pack.opened` names.
 */
export const bridgeEvents = ['progress', 'menu', 'closing', 'locking', 'locked', 'opened'] as const;
export type BridgeEvent = (typeof bridgeEvents)[number];

/** A command of the application menu that the window carries out; it travels as the payload of `menu`. */
export type MenuCommand =
  | 'workspace.new'
  | 'workspace.open'
  | 'workspace.lock'
  | 'assessment.new'
  | 'report.verify'
  | 'palette.open'
  | 'help.keys'
  | 'help.about';

/** Everything that the window can reach outside itself, as `window.api`. */
export interface Bridge {
  invoke(channel: string, input: unknown): Promise<Reply>;
  /** Listens until the function that it gives back is called. */
  on(event: BridgeEvent, listener: (payload: unknown) => void): () => void;
  /** Where a file lies that was dropped onto the window; empty for anything else. */
  pathOf(file: object): string;
}
