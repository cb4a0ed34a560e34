import { takesLetters } from '../keys.ts';
import { navigate } from '../routes.ts';
import { currentPage } from '../ui/page.ts';

/** Goes one level up: out of a field to the pane around it, else from the page to the one above it. */
export function goBack(): void {
  const focused = document.activeElement;
  if (takesLetters(focused)) {
    const around = focused?.parentElement?.closest<HTMLElement>('[tabindex="-1"]') ?? document.querySelector('main');
    around?.focus();
    return;
  }
  const above = currentPage().crumbs.at(-1);
  if (above) navigate(above.route);
}
