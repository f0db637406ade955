// npm run settings [-- --check]: the table of settings in README.md, from package.json and package.nls.json.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extension } from './places.mjs';
import { main, Trouble } from './run.mjs';

const begin = '<!-- settings: written by npm run settings -->';
const end = '<!-- end of settings -->';

await main(() => {
  const read = (name) => readFileSync(path.join(extension, name), 'utf8');
  const words = JSON.parse(read('package.nls.json'));
  const { properties } = JSON.parse(read('package.json')).contributes.configuration;
  const rows = Object.entries(properties).map(([name, setting]) => {
    const text = words[setting.markdownDescription.replaceAll('%', '')];
    return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${text} |`;
  });
  const table = ['| setting | default | what it does |', '|---|---|---|', ...rows].join('\n');
  const readme = read('README.md');
  const [before] = readme.split(begin);
  const [, after] = readme.split(end);
  const wanted = `${before}${begin}\n${table}\n${end}${after}`;
  if (wanted === readme) {
    return;
  }
  if (process.argv.includes('--check')) {
    throw new Trouble('the table of settings in README.md is not up to date: npm run settings');
  }
  writeFileSync(path.join(extension, 'README.md'), wanted);
});
