import { Lock, Menu as MenuIcon, Search } from 'lucide-react';
import { Button as RacButton } from 'react-aria-components';
import type { OpenWorkspace } from '../../shared/contract/workspace.ts';
import { navigate } from '../routes.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { IconButton } from '../ui/button.tsx';
import { ariaKeys, KeyHint } from '../ui/key-hint.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { places } from './pages.ts';
import { ProductMark } from './product-mark.tsx';

interface TopBarProps {
  readonly workspace: OpenWorkspace;
  readonly onSkip: () => void;
  readonly onPalette: () => void;
  readonly onLock: () => void;
}

/** The head of the window: whose workspace this is, where one is in it, and the way to everything else. */
export function TopBar({ workspace, onSkip, onPalette, onLock }: TopBarProps) {
  return (
    <header className="top-bar" data-practice={workspace.practice || undefined}>
      <button type="button" className="skip-link" onClick={onSkip}>
        Skip to the page
      </button>
      <div className="top-menu">
        <MenuButton
          label="Go to"
          icon={MenuIcon}
          isIconOnly
          groups={[
            {
              choices: places.map(place => ({
                id: place.route.page,
                title: place.title,
                icon: place.icon,
                keys: place.keys,
                run: () => navigate(place.route),
              })),
            },
          ]}
        />
      </div>
      <div className="top-workspace">
        <ProductMark />
        <span className="top-label" title={workspace.label}>
          {workspace.label}
        </span>
        {workspace.practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
      </div>
      <div className="top-crumbs">
        <Breadcrumbs />
      </div>
      <RacButton
        className="top-search"
        aria-label="Find or do"
        onPress={onPalette}
        aria-keyshortcuts={ariaKeys('Mod+K')}
      >
        <Search size={16} aria-hidden />
        <span className="top-search-words">Find or do</span>
        <KeyHint keys="Mod+K" />
      </RacButton>
      <IconButton label="Lock workspace" icon={Lock} keys="Mod+Shift+L" onPress={onLock} />
    </header>
  );
}
