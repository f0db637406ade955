// Bundles the extension, the scripts of its webviews and its tests.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { extension } from './places.mjs';
import { notices } from './notices.mjs';

/** Writes dist/. Tests are bundled for development only. */
export async function bundle({ production = false } = {}) {
  const dist = path.join(extension, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const common = {
    absWorkingDir: extension,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
    logLevel: 'warning',
  };
  const node = { platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'mocha'] };
  const results = await Promise.all([
    // The ES modules first: vscode-languageclient's main files are UMD in parts.
    build({ ...common, ...node, entryPoints: ['src/extension.ts'], outdir: 'dist', mainFields: ['module', 'main'] }),
    build({
      ...common,
      entryPoints: ['src/webview/lesson.ts', 'src/webview/interleaving.ts'],
      outdir: 'dist/webview',
      format: 'iife',
      target: 'es2022',
    }),
    ...(production ? [] : [build({ ...common, ...node, entryPoints: ['test/suite/index.ts'], outdir: 'dist/test' })]),
  ]);
  const inputs = results.slice(0, 2).flatMap((r) => Object.keys(r.metafile.inputs));
  writeFileSync(path.join(dist, 'THIRD_PARTY_NOTICES.txt'), notices(inputs));
}
