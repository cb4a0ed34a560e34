import { notify } from '../../ui/toast.tsx';

/** Says that somebody signs with another certificate from now on, and what is worth knowing about it. */
export function tellWarnings(name: string, warnings: readonly string[]): void {
  notify({
    words: [`${name} signs with this certificate from now on.`, ...warnings].join(' '),
    tone: warnings.length > 0 ? 'info' : 'met',
  });
}
