// Runs the mocha suite inside the extension host of a window, with the extension from its source folder.
import { format } from 'node:util';
import path from 'node:path';
import { extension } from '../../scripts/places.mjs';

/** For the whole suite; a busy machine is slow, and a test that waits is not wrong. */
const patience = 4 * 60_000;

/** Runs the suite; report is told of each test. Fails when the suite does not come to its end. */
export async function runSuite(workbench, report) {
  const page = await workbench.page(patience);
  try {
    const done = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    const said = [];
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = format(...args);
      said.push(line);
      const [, json] = /^interleave-test (\{.*\})$/.exec(line) ?? [];
      if (json) {
        report(JSON.parse(json));
      }
    });
    // A built product takes a development extension only from a smoke test's driver; the page's settings say that we
    // are one. (Rewriting the page on its way makes Chromium refuse the connection to the loopback address.)
    await page.addInitScript(() => {
      const get = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = get.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') {
          return value;
        }
        const settings = JSON.parse(value);
        settings.developmentOptions = { ...settings.developmentOptions, enableSmokeTestDriver: true };
        return JSON.stringify(settings);
      };
    });
    const course = workbench.makeCourse('course-of-the-suite');
    await page.goto(
      workbench.address(course, [
        ['extensionDevelopmentPath', workbench.remote(extension)],
        ['extensionTestsPath', workbench.remote(path.join(extension, 'dist', 'test', 'index.js'))],
      ]),
    );
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, patience, 'late')));
    const code = await Promise.race([done, late]);
    clearTimeout(timer);
    if (code === 'late') {
      await page.screenshot({ path: path.join(extension, 'test-artifacts', 'suite-late.png') });
      throw new Error(`the suite did not end within ${patience / 1000} s; it said\n${said.slice(-20).join('\n')}`);
    }
    if (code !== 0) {
      throw new Error(`the suite ended with ${code}`);
    }
  } finally {
    await page.context().close();
  }
}
