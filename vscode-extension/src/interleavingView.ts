import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Client } from './client';
import { besideCode } from './columns';
import type { InterleavingLink, Place, Witness } from './protocol';
import type { Reports } from './reports';
import { firstLine } from './serverLookup';
import { page, pageOptions } from './webview';
import type { InterleavingEvent, InterleavingMessage, Light } from './webview/messages';

/** The colours of the lanes; the style sheet has the same ones. */
const lanes = ['charts.blue', 'charts.yellow', 'charts.green', 'charts.purple'];

/** A report's interleaving, stepped through; the lines of each step are lit in the editor. */
export class InterleavingView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private link: InterleavingLink | undefined;
  private witness: Witness | undefined;
  /** Grows whenever other lines are to be lit, or none. */
  private turn = 0;
  private lighting: Promise<void> = Promise.resolve();
  private readonly lights = lanes.map((color) =>
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      borderWidth: '0 0 0 4px',
      borderStyle: 'solid',
      borderColor: new vscode.ThemeColor(color),
      backgroundColor: new vscode.ThemeColor('editor.selectionHighlightBackground'),
      overviewRulerColor: new vscode.ThemeColor(color),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      after: { margin: '0 0 0 2em', color: new vscode.ThemeColor('editorCodeLens.foreground') },
    }),
  );
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly client: Client,
    reports: Reports,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() === this.link?.uri && event.contentChanges.length > 0) {
          this.dim();
          this.stale();
        }
      }),
      reports.onDidChange((uri) => {
        if (uri.toString() === this.link?.uri) {
          void this.update();
        }
      }),
    ];
  }

  /** Shows the interleaving of a report. Fails when the text no longer tells it. */
  async show(link: InterleavingLink): Promise<void> {
    const normal = { ...link, uri: vscode.Uri.parse(link.uri).toString() };
    this.witness = await this.client.request<Witness>('interleave.server.witness', link);
    this.link = normal;
    if (this.panel) {
      this.panel.reveal(besideCode(this.panel), false);
      this.post({ type: 'witness', witness: this.witness, fresh: true });
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'interleave.interleaving',
      vscode.l10n.t('Interleaving'),
      { viewColumn: besideCode(undefined), preserveFocus: false },
      { ...pageOptions(this.extension), retainContextWhenHidden: true },
    );
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'course.svg');
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.link = undefined;
      this.dim();
    });
    panel.webview.onDidReceiveMessage((event: InterleavingEvent) => this.receive(event));
    panel.webview.html = page(panel.webview, this.extension, 'interleaving', 'Interleaving');
  }

  dispose(): void {
    this.panel?.dispose();
    vscode.Disposable.from(...this.subscriptions, ...this.lights).dispose();
  }

  /** Fetches the interleaving again: lines may have moved, or it is gone. */
  private async update(): Promise<void> {
    const link = this.link;
    if (!link) {
      return;
    }
    try {
      this.witness = await this.client.request<Witness>('interleave.server.witness', link);
      this.post({ type: 'witness', witness: this.witness, fresh: false });
    } catch {
      this.dim();
      this.stale();
    }
  }

  private stale(): void {
    this.post({
      type: 'stale',
      note: vscode.l10n.t('The code has changed since. This is the interleaving of the text before.'),
    });
  }

  private post(message: InterleavingMessage): void {
    void this.panel?.webview.postMessage(message);
  }

  private async receive(event: InterleavingEvent): Promise<void> {
    switch (event.type) {
      case 'ready':
        if (this.witness) {
          this.post({ type: 'witness', witness: this.witness, fresh: true });
        }
        break;
      case 'steps':
        await this.light(event.steps);
        break;
      case 'open':
        try {
          const editor = await this.editorOf(event.place);
          await vscode.window.showTextDocument(editor.document, {
            viewColumn: editor.viewColumn ?? vscode.ViewColumn.One,
          });
        } catch (error) {
          void vscode.window.showWarningMessage(firstLine(error));
        }
    }
  }

  /**
   * Lights the lines of the steps, and nothing else. It may have to open a file; who steps on meanwhile gets the later
   * steps, after this: one at a time, and what is overtaken is left out.
   */
  private light(steps: Light[]): Promise<void> {
    this.dim();
    const turn = this.turn;
    this.lighting = this.lighting.then(async () => {
      if (turn === this.turn) {
        await this.lightNow(steps, turn);
      }
    });
    return this.lighting;
  }

  private async lightNow(steps: Light[], turn: number): Promise<void> {
    for (const step of steps) {
      const light = this.lights[step.goroutine % this.lights.length];
      if (step.place.line < 1 || light === undefined) {
        continue;
      }
      const editor = await this.editorOf(step.place).catch(() => undefined);
      if (turn !== this.turn) {
        return;
      }
      if (!editor || step.place.line > editor.document.lineCount) {
        continue;
      }
      const range = editor.document.lineAt(step.place.line - 1).range;
      editor.setDecorations(light, [{ range, renderOptions: { after: { contentText: step.note } } }]);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  private dim(): void {
    this.turn++;
    for (const editor of vscode.window.visibleTextEditors) {
      for (const light of this.lights) {
        editor.setDecorations(light, []);
      }
    }
  }

  /** The editor that shows a place: one that is open, else a new one which leaves the focus where it is. */
  private async editorOf(place: Place): Promise<vscode.TextEditor> {
    const beside = this.link ? path.dirname(vscode.Uri.parse(this.link.uri).fsPath) : '';
    const file = vscode.Uri.file(path.isAbsolute(place.file) ? place.file : path.join(beside, place.file));
    const seen = vscode.window.visibleTextEditors.find(
      (e) => e.document.uri.toString() === file.toString() || e.document.uri.fsPath === file.fsPath,
    );
    return (
      seen ??
      vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One, preserveFocus: true, preview: true })
    );
  }
}
