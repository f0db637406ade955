import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import * as settings from './settings';

const run = promisify(execFile);

/** How long a program may take to say its version. */
const handshakeTimeout = 15_000;

export const executable = process.platform === 'win32' ? 'interleave.exe' : 'interleave';

/** A server that has said who it is. */
export interface Server {
  path: string;
  /** Where it was found, in words. */
  source: string;
  version: string;
}

/** Why there is no server, in words for the user. */
export class NoServer extends Error {
  constructor(
    message: string,
    /** The checkout that it can be built from, when the workspace is one. */
    readonly checkout?: string,
  ) {
    super(message);
  }
}

/**
 * Finds the server: the setting, the bundled one, the one that was built from a checkout, the one on PATH. A program
 * that does not answer the handshake is an error and not passed over: the user would wonder which one runs. In
 * Restricted Mode the bundled one is the only one.
 */
export async function findServer(context: vscode.ExtensionContext): Promise<Server> {
  const bundled = context.asAbsolutePath(path.join('server', executable));
  if (!vscode.workspace.isTrusted) {
    if (await isExecutable(bundled)) {
      return handshake(bundled, 'bundled');
    }
    throw new NoServer(
      vscode.l10n.t('In Restricted Mode only the server inside the extension runs, and this build has none.'),
    );
  }
  const set = settings.serverPath();
  if (set !== undefined) {
    return handshake(set, 'setting interleave.server.path');
  }
  if (await isExecutable(bundled)) {
    return handshake(bundled, 'bundled');
  }
  const built = builtServer(context);
  if (await isExecutable(built)) {
    return handshake(built, 'built from a checkout');
  }
  const onPath = await lookOnPath();
  if (onPath !== undefined) {
    return handshake(onPath, 'PATH');
  }
  throw new NoServer(
    vscode.l10n.t(
      'There is no {0} in the extension or on PATH. Install it, or set interleave.server.path.',
      executable,
    ),
    await findCheckout(),
  );
}

/** Where buildServer puts the program. */
function builtServer(context: vscode.ExtensionContext): string {
  return vscode.Uri.joinPath(context.globalStorageUri, executable).fsPath;
}

/** Builds the server from a checkout, with the user's Go. */
export async function buildServer(context: vscode.ExtensionContext, checkout: string): Promise<void> {
  await vscode.workspace.fs.createDirectory(context.globalStorageUri);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Interleave: building the server') },
    () => run('go', ['build', '-o', builtServer(context), './server/cmd/interleave'], { cwd: checkout }),
  );
}

/** Asks a program who it is. */
async function handshake(program: string, source: string): Promise<Server> {
  let answer: string;
  try {
    const { stdout } = await run(program, ['--version'], { timeout: handshakeTimeout, windowsHide: true });
    answer = stdout.trim();
  } catch (error) {
    throw new NoServer(vscode.l10n.t('{0} ({1}) cannot be started: {2}', program, source, firstLine(error)));
  }
  if (!/^interleave\s/.test(answer)) {
    throw new NoServer(
      vscode.l10n.t('{0} ({1}) is not Interleave: to --version it says "{2}"', program, source, answer.slice(0, 80)),
    );
  }
  return { path: program, source, version: answer };
}

async function lookOnPath(): Promise<string | undefined> {
  for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
    // A relative entry would find a program of the folder that is open.
    if (path.isAbsolute(dir) && (await isExecutable(path.join(dir, executable)))) {
      return path.join(dir, executable);
    }
  }
  return undefined;
}

/** The workspace folder that holds this project's source, if there is one. */
async function findCheckout(): Promise<string | undefined> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    try {
      const mod = await readFile(path.join(folder.uri.fsPath, 'go.mod'), 'utf8');
      await access(path.join(folder.uri.fsPath, 'server', 'cmd', 'interleave'));
      if (/^module interleave$/m.test(mod)) {
        return folder.uri.fsPath;
      }
    } catch {
      // Not this folder.
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first line of what went wrong. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
