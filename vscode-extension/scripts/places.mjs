// Where things are: this extension, the repository, the user's cache.
import { homedir } from 'node:os';
import path from 'node:path';

export const extension = path.resolve(import.meta.dirname, '..');
export const repository = path.resolve(extension, '..');

/** The name of the server's program on this system. */
export const executable = process.platform === 'win32' ? 'interleave.exe' : 'interleave';

/** The bundled server. */
export const server = path.join(extension, 'server', executable);

/** The folder in the user's cache where all that we install stands. */
export function cache() {
  const base = {
    darwin: path.join(homedir(), 'Library', 'Caches'),
    win32: process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'),
  };
  const xdg = process.env.XDG_CACHE_HOME;
  const fallback = xdg && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache');
  return path.join(base[process.platform] ?? fallback, 'interleave');
}
