import { app, type Session, type WebContents } from 'electron';
import { origin } from './app-address.ts';
import { openExternal } from './external-links.ts';

/**
 * Shuts one session: every permission but the microphone for our own page, every request that is not for our own
 * scheme, and every download are refused. `devOrigin` is Vite's server during development.
 */
export function shutSession(session: Session, devOrigin: string | undefined): void {
  const ours = (address: string): boolean => isOurs(address, devOrigin);
  session.setPermissionCheckHandler((_, permission, requestingOrigin, details) => {
    return permission === 'media' && details.mediaType === 'audio' && ours(`${requestingOrigin}/`);
  });
  session.setPermissionRequestHandler((_, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const microphoneOnly = permission === 'media' && kinds.length > 0 && kinds.every(kind => kind === 'audio');
    answer(microphoneOnly && ours(details.requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, answer) => answer({}));
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !(ours(url) || ours(url.replace(/^blob:/, '')) || (!app.isPackaged && /^devtools:/.test(url))) });
  });
  session.on('will-download', event => event.preventDefault());
  session.setSpellCheckerEnabled(false); // its dictionaries would be downloaded
}

/** Shuts every page that is ever made: no navigation, no new window, no embedded page, no connection between browsers. */
export function shutContents(devOrigin: string | undefined): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-frame-navigate', event => {
      if (!devOrigin || !isOurs(event.url, devOrigin)) event.preventDefault();
    });
    contents.on('will-redirect', event => event.preventDefault());
    contents.on('will-attach-webview', event => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openExternal(url);
      return { action: 'deny' };
    });
    refusePeerConnections(contents);
  });
}

function isOurs(address: string, devOrigin: string | undefined): boolean {
  if (address.startsWith(`${origin}/`)) return true;
  return devOrigin !== undefined && address.replace(/^ws:/, 'http:').startsWith(`${devOrigin}/`);
}

/** WebRTC opens sockets beside every other filter; this leaves it none. */
function refusePeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
