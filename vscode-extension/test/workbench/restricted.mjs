// Restricted Mode: reports come, from the bundled server, and nothing of the folder is run.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extension } from '../../scripts/places.mjs';
import { patience, Way } from './learnersWay.mjs';

/** Opens a course whose own settings name another server, and edits an exercise. */
export async function restrictedMode(workbench, report) {
  const root = workbench.makeCourse('untrusted');
  const trap = path.join(workbench.dir, 'trap');
  const sprung = path.join(workbench.dir, 'sprung');
  writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\necho interleave trap\n`, { mode: 0o755 });
  mkdirSync(path.join(root, '.vscode'));
  writeFileSync(path.join(root, '.vscode', 'settings.json'), JSON.stringify({ 'interleave.server.path': trap }));
  const page = await workbench.page(patience);
  const way = new Way('in Restricted Mode', page, report);
  try {
    await way.step('an edited exercise is reported by the bundled server', async () => {
      await page.goto(workbench.address(root));
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      await way.treeRow('The report that contradicts itself').click();
      await way.status('nothing to report').waitFor();
      await way.goTo(1, 1);
      await page.keyboard.press('Control+End'); // where the lines with the reports are to be seen
      await page.keyboard.type('// edited\n');
      await way.squiggle().waitFor({ state: 'attached' });
      assert.ok(!existsSync(sprung), "the folder's own server was started");
    });
    await way.step('checks are not offered', async () => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget .quick-input-box input').fill('>Interleave: ');
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'Interleave: Next Hint' }).waitFor();
      assert.equal(await rows.filter({ hasText: 'Check Exercise' }).count(), 0);
    });
  } catch (error) {
    await page.screenshot({ path: path.join(extension, 'test-artifacts', 'failed-restricted.png') }).catch(() => {});
    throw error;
  } finally {
    await page.context().close();
  }
}
