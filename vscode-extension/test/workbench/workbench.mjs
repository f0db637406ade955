// VS Code's web build with our package installed, and a browser to look at it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { server } from '../../scripts/places.mjs';
import { freePort, start, stop } from '../../scripts/run.mjs';
import { install, webEnvironment } from '../../scripts/webBuild.mjs';
import { findChromium } from './chromium.mjs';

const settings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.occurrencesHighlight': 'off',
  // What is typed is what stands there.
  'editor.autoIndent': 'none',
  'editor.autoClosingBrackets': 'never',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
};

/**
 * A running web build in a temporary folder, and one browser. Without trust it opens every folder in Restricted Mode.
 * close() ends and removes all of it.
 */
export class Workbench {
  static async open(vsix, { trust = true } = {}) {
    const self = new Workbench();
    try {
      await self.#launch(vsix, trust);
    } catch (error) {
      await self.close();
      throw error;
    }
    return self;
  }

  async #launch(vsix, trust) {
    this.dir = mkdtempSync(path.join(tmpdir(), 'interleave-e2e-'));
    const user = path.join(this.dir, 'user');
    mkdirSync(path.join(user, 'User'), { recursive: true });
    writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify(settings));
    const { node, entry } = install();
    const env = webEnvironment(node);
    const places = ['--user-data-dir', user, '--extensions-dir', path.join(this.dir, 'extensions')];
    const base = [entry, ...places, '--config', path.join(this.dir, 'config.yaml')];
    execFileSync(node, [...base, '--install-extension', vsix], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.port = await freePort();
    const listen = ['--bind-addr', `127.0.0.1:${this.port}`, '--auth', 'none'];
    const quiet = ['--disable-telemetry', '--disable-update-check', ...(trust ? ['--disable-workspace-trust'] : [])];
    this.child = start(node, [...base, ...listen, ...quiet, '--disable-getting-started-override'], {
      env,
      stdio: 'ignore',
    });
    const browser = chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    this.browser = await browser;
    await this.#healthy();
  }

  async #healthy() {
    let gone = false;
    this.child.gone.then(() => (gone = true));
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/healthz`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      if (gone) {
        throw new Error("VS Code's web build ended before it listened");
      }
      await new Promise((resolve) => setTimeout(resolve, 50)); // between two questions; there is no event for it
    }
  }

  /** A fresh copy of the course in the temporary folder. */
  makeCourse(name) {
    const root = path.join(this.dir, name);
    execFileSync(server, ['learn', root], { stdio: 'ignore' });
    return root;
  }

  /** The address of a window with a folder, or of an empty one. */
  address(folder, payload = []) {
    const query = new URLSearchParams(folder ? { folder } : { ew: 'true' });
    if (payload.length > 0) {
      query.set('payload', JSON.stringify(payload));
    }
    return `http://127.0.0.1:${this.port}/?${query}`;
  }

  /** How the browser names a file of this machine. */
  remote(file) {
    return `vscode-remote://127.0.0.1:${this.port}${file}`;
  }

  /** A new window's page; patience is for each wait. */
  async page(patience) {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 760 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    return page;
  }

  async close() {
    await this.browser?.close();
    if (this.child) {
      await stop(this.child);
    }
    if (this.dir) {
      rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
