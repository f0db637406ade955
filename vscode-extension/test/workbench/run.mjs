// npm run test:workbench: the suite in the extension host and the learner's way in the workbench, over one web build.
// In Restricted Mode it takes a second one. Prints one JSON line for each test: {"name", "ok", "ms", "error"}.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { extension } from '../../scripts/places.mjs';
import { makePackage, packageFile } from '../../scripts/package.mjs';
import { main, isFile } from '../../scripts/run.mjs';
import { bundle } from '../../scripts/bundle.mjs';
import { runSuite } from './exthost.mjs';
import { learnersWay } from './learnersWay.mjs';
import { restrictedMode } from './restricted.mjs';
import { Workbench } from './workbench.mjs';

function report(result) {
  console.log(JSON.stringify(result));
  if (!result.ok) {
    process.exitCode = 1;
  }
}

async function part(name, run) {
  const started = performance.now();
  const result = { name, ok: true, error: '' };
  try {
    await run();
  } catch (error) {
    result.ok = false;
    result.error = String(error?.stack ?? error);
  }
  report({ ...result, ms: Math.round(performance.now() - started) });
}

let open; // the workbench that a signal has to close

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void Promise.resolve(open?.close()).finally(() => process.exit(1)));
}

async function within(vsix, options, run) {
  open = await Workbench.open(vsix, options);
  try {
    await run(open);
  } finally {
    await open.close();
    open = undefined;
  }
}

await main(async () => {
  mkdirSync(path.join(extension, 'test-artifacts'), { recursive: true });
  const asBuilt = process.argv.includes('--as-built') && isFile(packageFile());
  const vsix = asBuilt ? packageFile() : makePackage();
  await bundle(); // with the tests
  const only = process.argv[process.argv.indexOf('--only') + 1];
  const wanted = (name) => !process.argv.includes('--only') || only === name;
  if (wanted('suite') || wanted('way')) {
    await within(vsix, {}, async (workbench) => {
      if (wanted('suite')) {
        await part('extension host', () => runSuite(workbench, report));
      }
      if (wanted('way')) {
        await part("the learner's way", () => learnersWay(workbench, report));
      }
    });
  }
  if (wanted('restricted')) {
    await within(vsix, { trust: false }, (workbench) =>
      part('in Restricted Mode', () => restrictedMode(workbench, report)),
    );
  }
});
