// Go and Node: are they there, and new enough?
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { repository, server } from './places.mjs';
import { onPath, output, run, Trouble } from './run.mjs';

/** The least Node that runs our scripts and the tools they use. */
const leastNode = 20;

/** The least Go that builds the server: [major, minor], as in go.mod. */
const leastGo = [1, 26];

export function needNode() {
  if (Number(process.versions.node.split('.')[0]) < leastNode) {
    throw new Trouble(
      `this is Node ${process.versions.node}, and Node ${leastNode} or newer is needed: install one from nodejs.org.`,
    );
  }
}

export function needGo() {
  const least = leastGo.join('.');
  if (!onPath('go')) {
    throw new Trouble(`there is no go on PATH: install Go ${least} or newer from go.dev/dl, then open a new terminal.`);
  }
  // Asked in the repository: go.mod names the version, and an older go may fetch it.
  const version = output('go', ['env', 'GOVERSION'], { cwd: repository });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (
    version === undefined ||
    Number(major) < leastGo[0] ||
    (Number(major) === leastGo[0] && Number(minor) < leastGo[1])
  ) {
    const found =
      version ?? output('go', ['env', 'GOVERSION'], { env: { ...process.env, GOTOOLCHAIN: 'local' }, cwd: '/' });
    throw new Trouble(`Go ${least} or newer is needed, and this is ${found ?? 'older'}: install one from go.dev/dl.`);
  }
}

/** Builds the server for this machine into the extension. */
export function buildServer() {
  needGo();
  mkdirSync(path.dirname(server), { recursive: true });
  run('go', ['build', '-o', server, './server/cmd/interleave'], {
    cwd: repository,
    otherwise: 'the server could not be built; the messages of go are above',
  });
}
