const isMac = navigator.platform.startsWith('Mac');
const names: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Enter',
};

const shown = (key: string): string => names[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** A key combination as words, for accessible names and menus: `Mod+Shift+P` reads `Ctrl Shift P`. */
export function keyWords(keys: string): string {
  return keys.split('+').map(shown).join(' ');
}

/** The keys of an action, drawn as key caps; screen readers get them from `aria-keyshortcuts` of the control. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split('+').map(key => (
        <kbd className="key" key={key}>
          {shown(key)}
        </kbd>
      ))}
    </span>
  );
}

/** The value of `aria-keyshortcuts` for a combination written as in actions.ts. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control');
}
