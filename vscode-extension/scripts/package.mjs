// npm run package: interleave-<target>.vsix for this machine, with the server inside.
import path from 'node:path';
import { extension } from './places.mjs';
import { main, run } from './run.mjs';
import { needNode } from './toolchain.mjs';

/** VS Code's name of this platform. */
export function target() {
  return `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

/** Where the package is made. */
export function packageFile() {
  return path.join(extension, `interleave-${target()}.vsix`);
}

/** Makes the package; vsce runs vscode:prepublish, which builds everything. Returns its file. */
export function makePackage({ release = false, quiet = false } = {}) {
  needNode();
  const file = packageFile();
  const vsce = path.join(extension, 'node_modules', '@vscode', 'vsce', 'vsce');
  run(
    process.execPath,
    [vsce, 'package', '--target', target(), '--no-dependencies', '--allow-missing-repository', '--out', file],
    {
      cwd: extension,
      ...(quiet && { stdio: ['ignore', 'ignore', 'inherit'] }),
      otherwise: 'the package could not be made; the messages of vsce are above',
      // Without the paths of this machine; it takes a build of everything of its own.
      env: { ...process.env, GOFLAGS: release ? '-trimpath' : (process.env.GOFLAGS ?? '') },
    },
  );
  return file;
}

if (process.argv[1] === import.meta.filename) {
  await main(() => console.log(makePackage({ release: true })));
}
