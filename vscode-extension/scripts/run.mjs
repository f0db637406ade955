// Running programs, with errors that say what to do.
import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** An error whose message is all that the user needs; no stack is shown. */
export class Trouble extends Error {}

/** Runs main and turns trouble into a message and an exit code. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Trouble ? `\ninterleave: ${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Runs a program to its end, with its output on ours. Fails with the words of `otherwise`. */
export function run(program, args, { otherwise, ...options } = {}) {
  const result = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.error || result.status !== 0) {
    const how = result.error ? result.error.message : `exit code ${result.status ?? result.signal}`;
    throw new Trouble(`${otherwise ?? `${program} ${args.join(' ')} failed`} (${how})`);
  }
  return result;
}

/** The text that a program prints, or undefined when it is not there or fails. */
export function output(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], ...options });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Runs npm, the one that runs us where there is one: on Windows "npm" is no program. */
export function npm(args, options) {
  const self = process.env.npm_execpath;
  if (self && /npm-cli\.c?js$/.test(self)) {
    return run(process.execPath, [self, ...args], options);
  }
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/** Starts a program in a process group of its own. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { detached: process.platform !== 'win32', ...options });
  child.gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  return child;
}

/** Ends what start started, with all that it started in turn, and waits until it is gone. */
export async function stop(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    await child.gone;
    return;
  }
  signal(child, 'SIGTERM');
  const patience = setTimeout(() => signal(child, 'SIGKILL'), 5000);
  await child.gone;
  clearTimeout(patience);
  signal(child, 'SIGKILL'); // what may be left of the group
}

function signal(child, name) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // It is gone already.
  }
}

/** The first of these programs that is on PATH. */
export function onPath(...names) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const name of names) {
    for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
      for (const ending of endings) {
        const file = path.join(dir, name + ending);
        if (path.isAbsolute(dir) && isFile(file)) {
          return file;
        }
      }
    }
  }
  return undefined;
}

/** Reports whether there is a file. */
export function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A port of the loopback address that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}
