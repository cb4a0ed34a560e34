import path from 'node:path';

/** The app's own scheme, and the one host and origin in it. */
export const scheme = 'app';
export const origin = `${scheme}://workbench`;

/** Names of files and folders as the bundler writes them: no dot at the start, nothing that would need decoding. */
const plainPath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/;

/**
 * The file inside `folder` that an address of the app stands for, or undefined for anything that is not plainly one of
 * ours: another host, credentials, a port, an encoded or backward path.
 */
export function fileOfAddress(address: string, folder: string): string | undefined {
  if (!address.startsWith(`${origin}/`)) return undefined;
  const route = address.slice(origin.length).replace(/[?#].*$/s, '');
  if (route === '/') return path.join(folder, 'index.html');
  return plainPath.test(route) ? path.join(folder, ...route.split('/')) : undefined;
}
