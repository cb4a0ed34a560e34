import type { Action } from '../actions.ts';
import { navigate } from '../routes.ts';
import { chooseTheme } from '../theme.ts';
import { focusNextPane } from '../ui/pane-order.ts';
import { goBack } from './go-back.ts';
import { places } from './pages.ts';

/** What the frame does when one of its actions asks for it. */
export interface FrameDeeds {
  readonly openPalette: () => void;
  readonly openKeyCard: () => void;
  readonly openAbout: () => void;
  readonly lock: () => void;
  readonly newWorkspace: () => void;
  readonly openWorkspace: () => void;
}

const isOpen: NonNullable<Action['isAvailable']> = context => context.isOpen;

const goTo: readonly Action[] = places.map(place => ({
  id: `goTo.${place.route.page}`,
  title: `Go to ${place.title}`,
  section: 'Go to',
  keys: place.keys,
  isAvailable: isOpen,
  run: () => navigate(place.route),
}));

const moving: readonly Action[] = [
  { id: 'page.back', title: 'Back one level', section: 'Go to', keys: 'Escape', isAvailable: isOpen, run: goBack },
  { id: 'pane.next', title: 'Next pane', section: 'Go to', keys: 'F6', run: () => focusNextPane(1) },
  { id: 'pane.previous', title: 'Previous pane', section: 'Go to', keys: 'Shift+F6', run: () => focusNextPane(-1) },
];

const look: readonly Action[] = [
  { id: 'theme.light', title: 'Use the light theme', section: 'Look', run: () => chooseTheme('light') },
  { id: 'theme.dark', title: 'Use the dark theme', section: 'Look', run: () => chooseTheme('dark') },
  { id: 'theme.system', title: 'Use the theme of this computer', section: 'Look', run: () => chooseTheme('system') },
];

/** The actions that are there on every page. */
export function frameActions(deeds: FrameDeeds): readonly Action[] {
  return [
    ...goTo,
    ...moving,
    {
      id: 'assessment.new',
      title: 'Add an apprentice and assessment',
      section: 'Workspace',
      keys: 'Mod+N',
      isAvailable: isOpen,
      run: () => navigate({ page: 'newApprentice' }),
    },
    {
      id: 'workspace.lock',
      title: 'Lock the workspace',
      section: 'Workspace',
      keys: 'Mod+Shift+L',
      isAvailable: isOpen,
      run: deeds.lock,
    },
    {
      id: 'workspace.open',
      title: 'Open another workspace',
      section: 'Workspace',
      keys: 'Mod+O',
      run: deeds.openWorkspace,
    },
    { id: 'workspace.new', title: 'Create a workspace', section: 'Workspace', run: deeds.newWorkspace },
    ...help(deeds),
    ...look,
  ];
}

function help(deeds: FrameDeeds): readonly Action[] {
  return [
    { id: 'palette.open', title: 'Find or do anything', section: 'Help', keys: 'Mod+K', run: deeds.openPalette },
    {
      id: 'help.keys',
      title: 'Keys on this page',
      section: 'Help',
      keys: '?',
      otherKeys: 'F1',
      run: deeds.openKeyCard,
    },
    { id: 'help.about', title: 'About EPA Workbench', section: 'Help', run: deeds.openAbout },
  ];
}
