import * as vscode from 'vscode';

/** The section of all our settings. */
export const section = 'interleave';

/** The commands that the server may put into code actions, because this client has them. */
const clientCommands = ['interleave.openLesson', 'interleave.showInterleaving'];

/** The path of the server that the user has set, or undefined. */
export function serverPath(): string | undefined {
  const path = vscode.workspace.getConfiguration(section).get<string>('server.path', '').trim();
  return path === '' ? undefined : path;
}

/** The course folder that the user has set, or undefined. */
export function courseRoot(): string | undefined {
  const root = vscode.workspace.getConfiguration(section).get<string>('courseRoot', '').trim();
  return root === '' ? undefined : root;
}

/** What the server is told: the settings, and what it cannot know about this editor. */
export function forServer(root: string | undefined): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration(section);
  return {
    courseRoot: root ?? '',
    rules: configuration.get<string>('rules', ''),
    hints: configuration.get<boolean>('hints', false),
    delayMs: configuration.get<number>('delayMs', 0),
    companions: vscode.extensions.getExtension('golang.go') ? ['gopls'] : [],
    clientCommands,
  };
}
