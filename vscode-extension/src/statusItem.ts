import * as vscode from 'vscode';
import type { Client } from './client';
import type { Reports } from './reports';

/** Says in the status bar how the Go file in the editor stands, or that there is no server. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('interleave', vscode.StatusBarAlignment.Left);
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly client: Client,
    private readonly reports: Reports,
  ) {
    this.item.name = 'Interleave';
    this.subscriptions = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.update();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        this.update();
      }),
      client.onDidChange(() => {
        this.update();
      }),
      reports.onDidChange(() => {
        this.update();
      }),
    );
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    // A lesson or an interleaving may have the focus.
    const document = (vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0])?.document;
    if (this.client.failure !== undefined) {
      this.show(`$(error) ${vscode.l10n.t('Interleave: no server')}`, this.client.failure, 'interleave.showLog');
    } else if (document?.languageId !== 'go') {
      this.item.hide();
    } else if (!this.reports.knows(document.uri)) {
      this.show(`$(loading~spin) ${vscode.l10n.t('Interleave')}`, vscode.l10n.t('This file is being checked.'));
    } else {
      const count = this.reports.of(document.uri).length;
      const text =
        count === 0
          ? vscode.l10n.t('nothing to report')
          : count === 1
            ? vscode.l10n.t('1 report')
            : vscode.l10n.t('{0} reports', count);
      const command = count === 0 ? undefined : 'interleave.showInterleaving';
      const tooltip = count === 0 ? '' : vscode.l10n.t('Show the interleaving of the nearest one');
      this.show(`${count === 0 ? '$(check)' : '$(warning)'} Interleave: ${text}`, tooltip, command);
    }
  }

  private show(text: string, tooltip: string, command?: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.show();
  }
}
