import * as vscode from 'vscode';
import type { LessonLink } from './protocol';

/** The scheme of links to lessons, as package.json names it for the custom editor. */
const scheme = 'interleave-lesson';

/**
 * A link that opens a lesson wherever VS Code shows the code of a diagnostic. A link to a command would be followed in
 * the Problems view and not in a hover; one to a file opens raw text at its top.
 */
export function linkToLesson(target: vscode.Uri, rule: string): vscode.Uri {
  const link: LessonLink = { uri: target.with({ fragment: '' }).toString(), anchor: target.fragment, rule };
  return vscode.Uri.from({ scheme, path: `/${rule}`, query: JSON.stringify(link) });
}

/** The same lesson as a command, for Markdown, which may follow the commands that it is trusted with. */
export function commandToLesson(target: vscode.Uri, rule: string): vscode.Uri {
  const link: LessonLink = { uri: target.with({ fragment: '' }).toString(), anchor: target.fragment, rule };
  return vscode.Uri.from({
    scheme: 'command',
    path: 'interleave.openLesson',
    query: encodeURIComponent(JSON.stringify([link])),
  });
}

/** Takes the links up: to VS Code they are documents, opened in an editor of ours, which makes way for the lesson. */
export function followLessonLinks(): vscode.Disposable {
  return vscode.window.registerCustomEditorProvider('interleave.lessonLink', {
    openCustomDocument: (uri: vscode.Uri): vscode.CustomDocument => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: async ({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel) => {
      panel.dispose();
      await vscode.commands.executeCommand('interleave.openLesson', JSON.parse(uri.query) as LessonLink);
    },
  });
}
