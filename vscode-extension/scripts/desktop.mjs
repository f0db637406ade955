// VS Code or VSCodium on this machine.
import { homedir } from 'node:os';
import path from 'node:path';
import { isFile, onPath } from './run.mjs';

/** Where installers put the command line of VS Code and VSCodium. */
function usualPlaces() {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return ['Visual Studio Code', 'VSCodium', 'Visual Studio Code - Insiders'].flatMap((app) =>
        ['/Applications', path.join(home, 'Applications')].flatMap((base) =>
          ['code', 'codium', 'code-insiders'].map((name) => `${base}/${app}.app/Contents/Resources/app/bin/${name}`),
        ),
      );
    case 'win32':
      return [
        process.env.LOCALAPPDATA && path.join(process.env.LOCALAPPDATA, 'Programs'),
        process.env.ProgramFiles,
        process.env['ProgramFiles(x86)'],
      ]
        .filter(Boolean)
        .flatMap((base) => [
          path.join(base, 'Microsoft VS Code', 'bin', 'code.cmd'),
          path.join(base, 'VSCodium', 'bin', 'codium.cmd'),
        ]);
    default:
      return [
        '/usr/bin/code',
        '/usr/bin/codium',
        '/usr/share/code/bin/code',
        '/usr/share/codium/bin/codium',
        '/snap/bin/code',
        '/snap/bin/codium',
        '/var/lib/flatpak/exports/bin/com.visualstudio.code',
        '/var/lib/flatpak/exports/bin/com.vscodium.codium',
        path.join(home, '.local', 'share', 'flatpak', 'exports', 'bin', 'com.visualstudio.code'),
      ];
  }
}

/** The command line of a VS Code, or undefined. */
export function findDesktop() {
  return onPath('code', 'codium', 'code-insiders') ?? usualPlaces().find(isFile);
}
