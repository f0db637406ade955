import * as vscode from 'vscode';

/** The column for a panel: where it is, unless it would cover the code there; then the one beside. */
export function besideCode(panel: vscode.WebviewPanel | undefined): vscode.ViewColumn {
  const code = (vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0])?.viewColumn;
  if (code === undefined) {
    return panel?.viewColumn ?? vscode.ViewColumn.Active;
  }
  if (panel?.viewColumn !== undefined && panel.viewColumn !== code) {
    return panel.viewColumn;
  }
  return code === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
