// npm start [-- [DIR] [options]]: builds everything, makes a course folder, and opens it in an editor.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop } from './desktop.mjs';
import { cache, extension, server } from './places.mjs';
import { freePort, main, npm, onPath, output, run, start, stop, Trouble } from './run.mjs';
import { needGo, needNode } from './toolchain.mjs';
import { install, supported, webEnvironment } from './webBuild.mjs';

const help = `npm start [-- [DIR] [options]]

Builds Interleave, makes your copy of the course in DIR (default: interleave-course in your home folder), and opens it
in VS Code or VSCodium, in a profile of its own: your settings and extensions stay as they are. Where neither is found,
VS Code's web build is installed into a cache folder and served on this machine only, behind a password.

  --web        use the web build, even where VS Code is found
  --port PORT  the port of the web build (default: a free one)
  --no-open    open no window and no browser; say how to
  --dry-run    build nothing and open nothing; say what would be done
  --help       this text`;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Trouble(`${error.message}\n\n${help}`);
  }
}

await main(async () => {
  const { values, positionals } = options();
  if (values.help) {
    console.log(help);
    return;
  }
  if (positionals.length > 1) {
    throw new Trouble(`name one folder, not ${positionals.length}: ${positionals.join(', ')}`);
  }
  // npm runs us in the extension's folder; the user's is in INIT_CWD.
  const course = path.resolve(
    process.env.INIT_CWD ?? process.cwd(),
    positionals[0] ?? path.join(homedir(), 'interleave-course'),
  );
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Trouble(`--port takes a number up to 65535, not ${values.port}`);
  }
  needNode();
  needGo();
  const desktop = values.web ? undefined : findDesktop();
  if (!desktop && !supported()) {
    throw new Trouble(
      `no VS Code was found, and its web build does not run on ${process.platform} ${process.arch}. ` +
        'Install VS Code (code.visualstudio.com) or VSCodium (vscodium.com), and run this again.',
    );
  }
  if (values['dry-run']) {
    console.log(`course: ${course}`);
    console.log(`editor: ${desktop ?? "VS Code's web build"}`);
    console.log(`cache:  ${cache()}`);
    return;
  }
  const vsix = await build();
  run(server, ['learn', course], { stdio: ['ignore', 'ignore', 'inherit'], otherwise: 'the course could not be made' });
  console.log(`Your copy of the course is in ${course}`);
  await (desktop ? openDesktop(desktop, vsix, course, values) : serveWeb(vsix, course, port, values));
});

async function build() {
  const changed = (name) => statSync(path.join(extension, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
    console.log('Fetching the tools that build the extension (npm ci) ...');
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: extension,
      otherwise:
        'npm could not fetch them: see whether this machine reaches the npm registry (npm ping), then try again',
    });
  }
  console.log('Building the server and the extension ...');
  const { makePackage } = await import('./package.mjs');
  return makePackage({ quiet: true });
}

/** Opens the course in VS Code, in a profile of our own. */
function openDesktop(program, vsix, course, { 'no-open': noOpen }) {
  const profile = path.join(cache(), 'vscode-profile');
  const places = ['--user-data-dir', profile, '--extensions-dir', path.join(cache(), 'vscode-extensions')];
  writeSettings(profile);
  const shell = { shell: process.platform === 'win32' };
  const quote = (args) => (shell.shell ? args.map((a) => `"${a}"`) : args);
  const command = shell.shell ? `"${program}"` : program;
  run(command, quote([...places, '--install-extension', vsix, '--force']), {
    ...shell,
    otherwise: `${program} could not install the extension`,
  });
  // The folder is the course that was made this moment; there is nothing to distrust in it.
  const open = [...places, '--disable-workspace-trust', '--new-window', course];
  if (noOpen) {
    console.log(`To open it:\n\n  ${[program, ...open].map((a) => JSON.stringify(a)).join(' ')}`);
    return;
  }
  run(command, quote(open), { ...shell, otherwise: `${program} could not open the course` });
  console.log(`It is open in ${path.basename(program)}, in a profile of its own (${profile}).`);
}

/** Settings of a fresh profile: no start page in the way of the course. A learner's own changes are kept. */
function writeSettings(profile) {
  const file = path.join(profile, 'User', 'settings.json');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    const settings = { 'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off' };
    writeFileSync(file, JSON.stringify(settings, null, 2) + '\n');
  }
}

/** Serves the course in the web build, until it is ended by Ctrl-C. */
async function serveWeb(vsix, course, wanted, { 'no-open': noOpen }) {
  const { node, entry } = install();
  const home = path.join(cache(), 'vscode-web-profile');
  writeSettings(home);
  const port = wanted || (await freePort());
  const password = randomBytes(12).toString('base64url');
  const config = path.join(home, 'config.yaml');
  writeFileSync(config, `bind-addr: 127.0.0.1:${port}\nauth: password\npassword: ${password}\ncert: false\n`, {
    mode: 0o600,
  });
  const places = ['--user-data-dir', home, '--extensions-dir', path.join(home, 'extensions'), '--config', config];
  const env = webEnvironment(node);
  if (output(node, [entry, ...places, '--install-extension', vsix, '--force'], { env }) === undefined) {
    throw new Trouble("the extension could not be installed into VS Code's web build");
  }
  const flags = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-proxy'];
  const child = start(node, [entry, ...places, ...flags, course], { env, stdio: ['ignore', 'ignore', 'ignore'] });
  let ended = false;
  child.gone.then(() => (ended = true));
  const end = () => void stop(child);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('SIGHUP', end);
  const address = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(course)}`;
  while (!(await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok) {
    if (ended) {
      throw new Trouble(`VS Code's web build ended before it listened; is port ${port} taken?`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100)); // between two questions; there is no event for it
  }
  console.log(`\nOpen  ${address}\nPassword  ${password}\n\nIt listens on this machine only. Ctrl-C ends it.`);
  if (!noOpen) {
    openBrowser(address);
  }
  await child.gone;
}

/** Opens the address where there is a desktop to open it on; the address is printed anyhow. */
function openBrowser(address) {
  const opener = process.platform === 'darwin' ? 'open' : onPath('xdg-open');
  if (opener && (process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) {
    start(opener, [address], { stdio: 'ignore' }).unref();
  }
}
