import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';

const exercise = '04_race_conditions/exercises/unlocked-counter/requests.go';

/** Waits until something is there; asked again at each of VS Code's events that may bring it, never by the clock. */
function until<T>(what: () => T | undefined | false, ...events: vscode.Event<unknown>[]): Promise<T> {
  return new Promise((resolve) => {
    const listeners: vscode.Disposable[] = [];
    const look = () => {
      const found = what();
      if (found !== undefined && found !== false) {
        listeners.forEach((l) => void l.dispose());
        resolve(found);
      }
    };
    listeners.push(...events.map((event) => event(look)));
    look();
  });
}

/** Waits for reports (or for none) of a document. */
function reports(uri: vscode.Uri, some: boolean): Promise<vscode.Diagnostic[]> {
  return until(() => {
    const found = vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'interleave');
    return found.length > 0 === some && found;
  }, vscode.languages.onDidChangeDiagnostics);
}

function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((g) => g.tabs.map((t) => t.label));
}

/** Defines the tests. They follow each other: the learner's way through one exercise. */
export function define(): void {
  describe('in the extension host', () => {
    let document: vscode.TextDocument;
    const root = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
    const edit = async (at: vscode.Position, text: string) => {
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, at, text);
      assert.ok(await vscode.workspace.applyEdit(change));
    };

    before(async () => {
      const extension = vscode.extensions.getExtension('interleave.interleave');
      await extension?.activate();
      document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root(), exercise));
      await vscode.window.showTextDocument(document);
    });

    after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

    it('has every command that package.json names', async () => {
      const manifest = vscode.extensions.getExtension('interleave.interleave')?.packageJSON as {
        contributes: { commands: { command: string }[] };
      };
      const there = await vscode.commands.getCommands(true);
      for (const { command } of manifest.contributes.commands) {
        assert.ok(there.includes(command), command);
      }
    });

    it('shows a report once the exercise was edited, linked to the lesson view', async () => {
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
      await edit(new vscode.Position(document.lineCount, 0), '\n// edited\n');
      const [first] = await reports(document.uri, true);
      assert.equal(first?.severity, vscode.DiagnosticSeverity.Error);
      assert.ok(typeof first.code === 'object');
      assert.equal(first.code.target.scheme, 'interleave-lesson');
      assert.ok((first.relatedInformation ?? []).length > 0);
    });

    it('opens the lesson by the link of a report', async () => {
      const [first] = await reports(document.uri, true);
      assert.ok(typeof first?.code === 'object');
      await vscode.commands.executeCommand('vscode.open', first.code.target);
      await until(() => tabs().includes('Race conditions'), vscode.window.tabGroups.onDidChangeTabs);
    });

    it('tells the story in the hover, with a link that may open a lesson and nothing else', async () => {
      const [first] = await reports(document.uri, true);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        first?.range.start,
      );
      const contents = hovers.flatMap((h) => h.contents).filter((c) => c instanceof vscode.MarkdownString);
      const ours = contents.find((c) => c.value.includes('command:interleave.openLesson'));
      assert.ok(ours, JSON.stringify(contents));
      assert.ok(!ours.value.includes('](file:'));
      assert.deepEqual(ours.isTrusted, { enabledCommands: ['interleave.openLesson'] });
    });

    it('offers lesson and interleaving as code actions of its own, and no fix in an exercise', async () => {
      const [first] = await reports(document.uri, true);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        first?.range,
      );
      const commands = actions.map((a) => a.command?.command);
      assert.ok(commands.includes('interleave.openLesson'), JSON.stringify(actions));
      assert.ok(commands.includes('interleave.showInterleaving'));
      assert.deepEqual(
        actions.filter((a) => a.edit !== undefined),
        [],
      );
    });

    it('shows the interleaving of the report at the cursor', async () => {
      const [first] = await reports(document.uri, true);
      const editor = await vscode.window.showTextDocument(document);
      const { start } = first?.range ?? assert.fail('no report');
      editor.selection = new vscode.Selection(start, start);
      await vscode.commands.executeCommand('interleave.showInterleaving');
      await until(() => tabs().includes('Interleaving'), vscode.window.tabGroups.onDidChangeTabs);
    });

    it('reports again after the server was started again', async () => {
      await vscode.commands.executeCommand('interleave.restartServer');
      assert.ok((await reports(document.uri, true)).length > 0);
    });

    it('says clearly that a server cannot be started, and recovers', async () => {
      const settings = vscode.workspace.getConfiguration('interleave');
      await settings.update('server.path', path.join(root().fsPath, 'README.md'), vscode.ConfigurationTarget.Global);
      await reports(document.uri, false);
      await vscode.commands.executeCommand('interleave.printDebugInformation');
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /server: .*README\.md \(setting interleave\.server\.path\) cannot be started/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await settings.update('server.path', undefined, vscode.ConfigurationTarget.Global);
      await reports(document.uri, true);
    });

    it('falls silent when the fix is there', async () => {
      const line = document
        .getText()
        .split('\n')
        .findIndex((l) => l.includes('"requests %d\\n"'));
      assert.ok(line > 0);
      await edit(new vscode.Position(line, 0), '\tr.mu.Lock()\n\tdefer r.mu.Unlock()\n');
      await reports(document.uri, false);
    });
  });
}
