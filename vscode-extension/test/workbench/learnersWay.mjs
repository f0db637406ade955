// A learner's way through one exercise, in a real workbench, by mouse and keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extension } from '../../scripts/places.mjs';

/** For each wait: a busy machine is slow. */
export const patience = 120_000;
const artifacts = path.join(extension, 'test-artifacts');
const exercise = 'The report that contradicts itself';

/** Walks it; report is told of each step. Fails at the first one that fails, with a picture. */
export async function learnersWay(workbench, report) {
  const page = await workbench.page(patience);
  const way = new Way("the learner's way", page, report);
  try {
    await walk(way, workbench);
  } catch (error) {
    await page.screenshot({ path: path.join(artifacts, 'failed.png') }).catch(() => {});
    throw error;
  } finally {
    await page.context().close();
  }
}

async function walk(way, workbench) {
  const { page } = way;
  const root = path.join(workbench.dir, 'course');
  const file = path.join(root, '04_race_conditions', 'exercises', 'unlocked-counter', 'requests.go');

  await way.step('start the course in an empty window', async () => {
    await page.goto(workbench.address());
    await page.locator('.activitybar .action-item a[aria-label^="Interleave"]').click();
    await page.locator('.welcome-view a.monaco-button', { hasText: 'Start Course' }).click();
    const folder = page.locator('.quick-input-widget .quick-input-box input');
    await page.locator('.quick-input-title', { hasText: 'Start Course' }).waitFor();
    await folder.fill(root);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('folder') === root);
    await way.lesson('h1', 'Concurrency in Go').waitFor();
    await way.treeRow('Race conditions').waitFor();
  });

  await way.step('open the exercise: its code, its story, and nothing red', async () => {
    await way.treeRow(exercise).click();
    await way.tab('requests.go').waitFor();
    await way.lesson('h1', exercise).waitFor();
    await way.status('nothing to report').waitFor();
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').count(), 0);
    await way.shot('1-exercise');
  });

  await way.step('type and save: the line is underlined', async () => {
    await way.goTo(1, 1);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n// Where is the lock missing?\n');
    await page.keyboard.press('Control+s');
    await way.squiggle().waitFor({ state: 'attached' });
    await way.status('report').waitFor();
    await saved(file, 'Where is the lock missing?', page);
    await way.treeRow(exercise).waitFor();
    await way.shot('2-squiggle');
  });

  await way.step('follow the link in the hover to the lesson beside the code', async () => {
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'unlocked-field' }).first();
    await way.insist(hover, async () => {
      await way.mark().hover();
    });
    await way.shot('3-hover');
    // At its end, which stands at the left when the name is broken over two lines.
    const link = hover.locator('a', { hasText: 'unlocked-field' }).first();
    const box = await link.boundingBox();
    await link.click({ position: { x: 6, y: box.height - 6 } });
    await way.lesson('h3.target', 'unlocked-field').waitFor();
    await way.shot('4-lesson');
  });

  await way.step('follow the link in the Problems view', async () => {
    await way.treeRow('Async').click();
    await way.lesson('h1', 'Async').waitFor();
    await way.command('Problems: Focus on Problems View');
    const link = page.locator('.markers-panel a', { hasText: 'unlocked-field' }).first();
    await link.waitFor();
    await link.click();
    await way.lesson('h3.target', 'unlocked-field').waitFor();
    await way.shot('5-problems');
    await way.command('View: Hide Panel');
  });

  const inner = way.webview();
  await way.step('open the interleaving from the light bulb', async () => {
    const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Show the interleaving' });
    await way.insist(action, async () => {
      await way.tab('requests.go').click();
      await page.keyboard.press('F8'); // to the report
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
    });
    await way.shot('6-actions');
    await action.click();
    await way.tab('Interleaving').waitFor();
    await inner.locator('.row.now').waitFor();
  });

  await way.step('step it by button and by keys: the lines are lit, the lanes say what is held', async () => {
    const position = inner.locator('.position');
    const [, count] = /Step 1 of (\d+)/.exec(await position.innerText()) ?? [];
    assert.ok(Number(count) >= 2, `${count} steps`);
    await way.lit(0).waitFor({ state: 'attached' });
    await inner.getByRole('button', { name: 'One step forward' }).click();
    await inner.getByText(`Step 2 of ${count}`, { exact: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await inner.getByText(`Step 1 of ${count}`, { exact: true }).waitFor();
    for (let step = 2; step <= Number(count); step++) {
      await page.keyboard.press('ArrowRight');
      await inner.getByText(`Step ${step} of ${count}`, { exact: true }).waitFor();
    }
    await inner.locator('.held').first().waitFor();
    await inner.locator('.outcome.reached').waitFor();
    await way.lit(1).waitFor({ state: 'attached' }); // a race: two lines at once
    await way.shot('7-interleaving');
    if (process.env.INTERLEAVE_SCREENSHOTS === 'update') {
      await page.screenshot({ path: path.join(extension, 'media', 'screenshot.png') });
    }
  });

  await way.step('type the fix: the line is no longer underlined', async () => {
    const line = readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('"requests %d\\n"'));
    await way.goTo(line + 1, 1);
    await page.keyboard.type('\tr.mu.Lock()\n\tdefer r.mu.Unlock()\n');
    await way.squiggle().waitFor({ state: 'detached' });
    await way.status('nothing to report').waitFor();
    await inner.locator('.stale').waitFor();
    await page.keyboard.press('Control+s');
    await saved(file, 'defer r.mu.Unlock()\n\tif _, err', page);
    await way.shot('8-fixed');
  });

  await way.step('check the exercise: it is passed, and solved', async () => {
    await way.command('Interleave: Check Exercise');
    // The race detector's standard library may have to be built first.
    await way.lesson('p', 'Passed.').waitFor({ timeout: 5 * 60_000 });
    await page.locator(`.pane-body .monaco-list-row[aria-label*="${exercise}, solved"]`).waitFor();
    await way.shot('9-checked');
  });
}

/** Waits until a file on disk holds a text. */
async function saved(file, text, page) {
  for (let tries = 0; !readFileSync(file, 'utf8').includes(text); tries++) {
    assert.ok(tries < 100, `${file} was not saved`);
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  }
}

/** The gestures of the walk. */
export class Way {
  constructor(name, page, report) {
    this.name = name;
    this.page = page;
    this.report = report;
  }

  async step(name, run) {
    const started = performance.now();
    const result = { name: `${this.name}: ${name}`, ok: true, error: '' };
    try {
      await run();
    } catch (error) {
      result.ok = false;
      result.error = String(error?.stack ?? error);
      throw error;
    } finally {
      this.report({ ...result, ms: Math.round(performance.now() - started) });
    }
  }

  /** Runs a command from the palette. */
  async command(title) {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await this.insist(input, () => this.page.keyboard.press('F1'));
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor of the exercise's editor somewhere. */
  async goTo(line, column) {
    await this.tab('requests.go').click();
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await this.insist(input, () => this.page.keyboard.press('Control+g'));
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await this.page.locator('.monaco-editor.focused').waitFor();
  }

  /** Repeats a gesture until it shows: a webview that is loading can take the focus in between. */
  async insist(shown, gesture) {
    for (let tries = 1; ; tries++) {
      await gesture();
      try {
        await shown.waitFor({ timeout: 3000 });
        return;
      } catch (error) {
        if (tries === 30) {
          throw error;
        }
      }
    }
  }

  tab(label) {
    return this.page.locator('.tab', { hasText: label });
  }

  treeRow(text) {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
  }

  status(text) {
    return this.page.locator('.statusbar-item', { hasText: 'Interleave:' }).filter({ hasText: text });
  }

  squiggle() {
    return this.page.locator('.monaco-editor .squiggly-error').first();
  }

  /** The words that are underlined, to point at. */
  mark() {
    return this.page
      .locator('.monaco-editor .view-line', { hasText: 'requests %d' })
      .locator('span', { hasText: 'total' })
      .last();
  }

  /** The nth line that a step lights. */
  lit(n) {
    return this.page.locator('.monaco-editor .view-overlays > div:has([class*="ced-"])').nth(n);
  }

  /** The document in the webview that is to be seen: lesson and interleaving share a place. */
  webview() {
    const outer = this.page.locator('iframe.webview.ready:visible').first().contentFrame();
    return outer.locator('iframe#active-frame').contentFrame();
  }

  /** An element of the lesson. */
  lesson(selector, text) {
    return this.webview().locator(selector, { hasText: text });
  }

  async shot(name) {
    await this.page.screenshot({ path: path.join(artifacts, `${name}.png`) });
  }
}
