import * as vscode from 'vscode';
import { Client } from './client';
import { followLink, type Parts, registerCommands, welcome } from './commands';
import { CourseFolder } from './courseFolder';
import { CourseTree } from './courseTree';
import { InterleavingView } from './interleavingView';
import { followLessonLinks } from './lessonLinks';
import { LessonView } from './lessonView';
import { Reports } from './reports';
import { section } from './settings';
import { StatusItem } from './statusItem';

let client: Client | undefined;

/** Starts the server and puts up the views. What the server knows is asked of the server. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Interleave', { log: true });
  const reports = new Reports();
  const folder = new CourseFolder(context.globalState);
  client = new Client(context, log, reports, folder);
  const tree = new CourseTree(client, folder, log);
  const lesson = new LessonView(context.extensionUri, (target) => followLink(() => parts, target));
  const interleaving = new InterleavingView(context.extensionUri, client, reports);
  const parts: Parts = { context, log, client, reports, folder, tree, lesson, interleaving };
  context.subscriptions.push(
    log,
    reports,
    client,
    tree,
    lesson,
    interleaving,
    registerCommands(parts),
    new StatusItem(client, reports),
    followLessonLinks(),
    follow(parts),
  );

  await folder.find();
  await client.restart();
  await tree.refresh();
  await welcomeOnce(parts);
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Keeps server and views in step with settings, trust, folders and files. */
function follow({ client, folder, tree, reports }: Parts): vscode.Disposable {
  const again = async (restart: boolean) => {
    await folder.find();
    await (restart ? client.restart() : client.configure());
    await tree.refresh();
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.server`)) {
        void again(true);
      } else if (event.affectsConfiguration(section)) {
        void again(false);
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void again(true)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void again(false)),
    vscode.extensions.onDidChange(() => void client.configure()),
    client.onDidChange(() => void tree.refresh()),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (tree.exerciseOf(document.uri)) {
        void tree.refresh();
      }
    }),
    reports.onDidChange((uri) => {
      // The first edit of an exercise starts it.
      if (tree.exerciseOf(uri)?.state === 'new') {
        void tree.refresh();
      }
    }),
  );
}

/** Shows the course when its folder is opened for the first time. */
async function welcomeOnce(parts: Parts): Promise<void> {
  const state = parts.context.workspaceState;
  if (parts.folder.open && parts.tree.course && !state.get<boolean>('welcomed', false)) {
    await state.update('welcomed', true);
    await welcome(parts);
  }
}
