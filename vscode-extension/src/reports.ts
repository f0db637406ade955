import * as vscode from 'vscode';
import { commandToLesson, linkToLesson } from './lessonLinks';
import type { InterleavingLink } from './protocol';

/** One of our diagnostics, and what the commands need of it. */
export interface Report {
  range: vscode.Range;
  rule: string;
  witness: string;
}

/**
 * The reports of the documents as they are shown, kept because a diagnostic that VS Code hands back has lost its data;
 * and the links in them, which lead to the lesson view: as links to files they would open the raw text at its top.
 */
export class Reports implements vscode.Disposable {
  private readonly byDocument = new Map<string, Report[]>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when the reports of a document were told anew. */
  readonly onDidChange = this.changed.event;

  /** Takes over the diagnostics of a document, and turns their links. */
  take(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void {
    const reports: Report[] = [];
    for (const diagnostic of diagnostics) {
      const rule = turnLink(diagnostic);
      const data = (diagnostic as { data?: { witness?: string } }).data;
      if (rule !== undefined) {
        reports.push({ range: diagnostic.range, rule, witness: data?.witness ?? '' });
      }
    }
    this.byDocument.set(uri.toString(), reports);
    this.changed.fire(uri);
  }

  of(uri: vscode.Uri): readonly Report[] {
    return this.byDocument.get(uri.toString()) ?? [];
  }

  /** Reports whether the document was checked at all. */
  knows(uri: vscode.Uri): boolean {
    return this.byDocument.has(uri.toString());
  }

  /** The report at a line, else the nearest one of the document. */
  nearest(uri: vscode.Uri, line: number): Report | undefined {
    const distance = (r: Report) =>
      line < r.range.start.line ? r.range.start.line - line : Math.max(0, line - r.range.end.line);
    return [...this.of(uri)].sort((a, b) => distance(a) - distance(b))[0];
  }

  clear(): void {
    this.byDocument.clear();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** Turns the link of a diagnostic's code into one that opens the lesson view; answers the code. */
function turnLink(diagnostic: vscode.Diagnostic): string | undefined {
  const code = diagnostic.code;
  if (typeof code !== 'object') {
    return typeof code === 'string' ? code : undefined;
  }
  const rule = String(code.value);
  if (code.target.scheme === 'file') {
    diagnostic.code = { value: rule, target: linkToLesson(code.target, rule) };
  }
  return rule;
}

/** Turns the links to lessons in a hover into ones that open the lesson view. */
export function turnHover(hover: vscode.Hover): vscode.Hover {
  for (const content of hover.contents) {
    if (content instanceof vscode.MarkdownString) {
      content.value = content.value.replace(/\]\((file:[^)\s]+#[^)\s]+)\)/g, (_, target: string) => {
        const uri = vscode.Uri.parse(target);
        return `](${commandToLesson(uri, uri.fragment).toString()})`;
      });
      content.isTrusted = { enabledCommands: ['interleave.openLesson'] };
    }
  }
  return hover;
}

/** The argument of interleave.showInterleaving for a report. */
export function interleavingOf(uri: vscode.Uri, report: Report): InterleavingLink {
  return { uri: uri.toString(), witness: report.witness };
}
