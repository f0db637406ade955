// The licences of what the package holds of others: what esbuild bundled, and the Go modules in the server.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extension, repository, server } from './places.mjs';
import { output, Trouble } from './run.mjs';

/** The notices for these inputs of the bundle, and for the server when it was built. */
export function notices(inputs) {
  const sections = [...bundled(inputs), ...linked()].sort((a, b) => a.name.localeCompare(b.name));
  return [
    'Interleave includes the following software of others.',
    ...sections.map(({ name, text }) => `${'-'.repeat(78)}\n${name}\n\n${text.trim()}`),
    '',
  ].join('\n\n');
}

function bundled(inputs) {
  const dirs = new Set();
  for (const input of inputs) {
    const [, dir] = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (dir) {
      dirs.add(path.join(extension, dir));
    }
  }
  return [...dirs].map((dir) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
    return { name: `${name} ${version} (${license})`, text: licence(dir) };
  });
}

/** The modules in the server, as its own build information names them; and Go, whose standard library it holds. */
function linked() {
  if (!existsSync(server)) {
    return [];
  }
  const info = output('go', ['version', '-m', server]) ?? '';
  const modules = [...info.matchAll(/^\tdep\t(\S+)\t(\S+)/gm)].map(([, name, version]) => ({ name, version }));
  const dirs = output('go', ['list', '-m', '-f', '{{.Path}}\t{{.Dir}}', ...modules.map((m) => m.name)], {
    cwd: repository,
  });
  const where = new Map((dirs ?? '').split('\n').map((line) => line.split('\t')));
  const go = output('go', ['env', 'GOROOT'], { cwd: repository });
  return [
    ...modules.map((m) => ({ name: `${m.name} ${m.version}`, text: licence(where.get(m.name)) })),
    {
      name: 'The Go standard library',
      text: go && hasLicence(go) ? licence(go) : 'BSD 3-Clause, https://go.dev/LICENSE',
    },
  ];
}

const licenceFile = /^(licen[cs]e|copying)(\.|-|$)/i;

function hasLicence(dir) {
  return readdirSync(dir).some((f) => licenceFile.test(f));
}

function licence(dir) {
  if (!dir || !hasLicence(dir)) {
    throw new Trouble(`no licence was found in ${dir}: the package may not go out without it`);
  }
  const files = readdirSync(dir).filter((f) => licenceFile.test(f) || /^notice(\.|$)/i.test(f));
  return files.map((f) => readFileSync(path.join(dir, f), 'utf8')).join('\n\n');
}
