import { useEffect, useMemo, useState } from 'react';
import type { WorkspaceStatus } from '../shared/contract/workspace.ts';
import { type ActionContext, useActions } from './actions.ts';
import { act, call, noticeLocked, useAsk, useBridgeEvent } from './api.ts';
import { hideFromApprentice, useShownToApprentice } from './apprentice-screen.ts';
import { flushDrafts } from './drafts.ts';
import { About } from './frame/about.tsx';
import { Closed } from './frame/closed.tsx';
import { CommandPalette } from './frame/command-palette.tsx';
import { Frame } from './frame/frame.tsx';
import { type FrameDeeds, frameActions } from './frame/frame-actions.ts';
import { KeyCard } from './frame/key-card.tsx';
import { useKeyPresses } from './frame/key-presses.ts';
import { useMenuCommands } from './frame/menu-commands.ts';
import { dropRecording, endRecording } from './recording/recorder.ts';
import { navigate, useRoute } from './routes.ts';
import { ApprenticeView } from './screens/apprentice-view/apprentice-view.tsx';
import { useOpenedPacks } from './screens/packs/given-packs.ts';
import { ErrorPanel } from './ui/error-panel.tsx';
import { notify, ToastRegion } from './ui/toast.tsx';

const fonts = ['400 1rem "Source Sans 3"', '600 1rem "Source Sans 3"'];

type Overlay = 'palette' | 'keys' | 'about';

/** Keeps what is being typed and ends what is being recorded. */
async function keepEverything(): Promise<void> {
  await Promise.allSettled([flushDrafts(), endRecording('locked', null)]);
}

async function lock(): Promise<void> {
  await keepEverything();
  try {
    await act('workspace.lock', {});
  } catch (fault) {
    notify({ words: `The workspace was not locked: ${(fault as Error).message}`, tone: 'not-met' });
  }
}

/** Keeps everything typed and says so: the window may close then, or the machine lock the workspace. */
async function close(): Promise<void> {
  await keepEverything();
  await call('window.flushed', {});
}

/** The folder of the workspace that is or was open in this window; undefined before the first one. Unlocked again, a workspace is where it was; another one begins at Home. */
function useLastFolder(status: WorkspaceStatus | undefined): string | undefined {
  const [folder, setFolder] = useState<string>();
  const openFolder = status?.state === 'open' ? status.workspace.folder : undefined;
  if (openFolder !== undefined && openFolder !== folder) {
    if (folder !== undefined) navigate({ page: 'home' });
    setFolder(openFolder);
  }
  return folder;
}

/** Tells the shell and the tests that the first page is drawn with its fonts. */
function useReady(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    void Promise.all(fonts.map(font => document.fonts.load(font))).then(() => {
      document.documentElement.setAttribute('data-ready', 'true');
    });
  }, [isShown]);
}

/** The session that the window shows to the apprentice; a window without a workspace is nobody's but its owner's. */
function useApprenticeWindow(isOpen: boolean): string | null {
  const sessionId = useShownToApprentice();
  useEffect(() => {
    if (!isOpen) hideFromApprentice();
  }, [isOpen]);
  return isOpen ? sessionId : null;
}

/** Offers the frame's actions, and gives what its buttons do. The two setters never change. */
function useDeeds(setOverlay: (overlay: Overlay) => void, setWelcome: (isWelcome: boolean) => void): FrameDeeds {
  const deeds = useMemo<FrameDeeds>(
    () => ({
      openPalette: () => setOverlay('palette'),
      openKeyCard: () => setOverlay('keys'),
      openAbout: () => setOverlay('about'),
      lock: () => void lock(),
      newWorkspace: () => void lock().then(() => setWelcome(true)),
      openWorkspace: () => void lock().then(() => setWelcome(false)),
    }),
    [setOverlay, setWelcome],
  );
  useActions(useMemo(() => frameActions(deeds), [deeds]));
  return deeds;
}

/** The window: the frame with its page while a workspace is open, else the way into one; and what lies over both. */
export function App() {
  const status = useAsk('workspace.status', {});
  const route = useRoute();
  const [overlay, setOverlay] = useState<Overlay>();
  const [isWelcome, setWelcome] = useState(false);
  const isOpen = status.data?.state === 'open';
  const lastFolder = useLastFolder(status.data);
  const shownTo = useApprenticeWindow(isOpen);
  if (isOpen && isWelcome) setWelcome(false);
  const context: ActionContext = { route: isOpen ? route : undefined, isOpen };
  const deeds = useDeeds(setOverlay, setWelcome);
  useKeyPresses(context);
  useMenuCommands(context);
  useOpenedPacks(isOpen);
  useBridgeEvent('closing', () => void close());
  useBridgeEvent('locking', () => void close());
  useBridgeEvent('locked', () => {
    dropRecording();
    void noticeLocked();
  });
  useReady(status.data !== undefined || status.error !== null);

  const closeOverlay = (): void => setOverlay(undefined);
  return (
    <>
      {status.error ? (
        <main className="closed">
          <ErrorPanel title="The workbench could not start" error={status.error} />
        </main>
      ) : null}
      {status.data?.state === 'open' ? (
        <div className="frame-host" hidden={shownTo !== null}>
          <Frame workspace={status.data.workspace} route={route} deeds={deeds} />
        </div>
      ) : status.data ? (
        <Closed known={status.data.known} isWelcome={isWelcome} setWelcome={setWelcome} lockedFolder={lastFolder} />
      ) : null}
      <CommandPalette context={context} isOpen={overlay === 'palette'} onClose={closeOverlay} />
      <KeyCard context={context} isOpen={overlay === 'keys'} onClose={closeOverlay} />
      <About isOpen={overlay === 'about'} onClose={closeOverlay} />
      {shownTo === null ? <ToastRegion /> : <ApprenticeView sessionId={shownTo} />}
    </>
  );
}
