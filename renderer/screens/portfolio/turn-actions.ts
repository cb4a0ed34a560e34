import type { RefObject } from 'react';
import type { Action } from '../../actions.ts';
import type { ViewHandle } from './piece-view.tsx';
import { portfolioKeys } from './portfolio-keys.ts';

/** Turning the pages of what is read, also while something is being typed. */
export function turnActions(viewer: RefObject<ViewHandle | null>): readonly Action[] {
  const section = 'Portfolio';
  return [
    {
      id: 'portfolio.next',
      title: 'Next page, or ten seconds on',
      section,
      keys: portfolioKeys.on,
      run: () => viewer.current?.step(1),
    },
    {
      id: 'portfolio.back',
      title: 'Page before, or ten seconds back',
      section,
      keys: portfolioKeys.back,
      run: () => viewer.current?.step(-1),
    },
  ];
}
