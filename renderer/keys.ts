const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** The parts of a key press that a combination is compared with. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a press is the combination: `Mod+Shift+L`, `F6`, `?`, `m`. `Mod` is Command on a Mac and Ctrl elsewhere. A sign that needs Shift on some keyboard (`?`, `#`) is compared as typed. */
export function matchesKeys(keys: string, press: KeyPress, mac: boolean = isMac()): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (part: string): boolean => parts.slice(0, -1).includes(part);
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (press.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((mac ? press.metaKey : press.ctrlKey) !== wants('Mod')) return false;
  if ((mac ? press.ctrlKey : press.metaKey) || press.altKey !== wants('Alt')) return false;
  return isSign || press.shiftKey === wants('Shift');
}

/** Whether the combination is a key that also types something: it is left alone where text is being typed. */
export function isTypingKey(keys: string): boolean {
  const parts = keys.split('+');
  return (parts.at(-1) ?? '').length === 1 && !parts.includes('Mod') && !parts.includes('Alt');
}

const typingPlaces = [
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"])',
  'textarea',
  'select',
  '[contenteditable="true"]',
  '[role="listbox"]',
  '[role="menu"]',
].join(',');

/** Whether a dialog lies over the page; one that is fading away no longer counts. */
export function isDialogOpen(): boolean {
  return document.querySelector('.modal-overlay:not([data-exiting])') !== null;
}

/** Whether letters belong to what has the focus: a field, or an open list or menu that is searched by typing. */
export function takesLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typingPlaces) !== null;
}
