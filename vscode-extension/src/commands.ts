import { execFile } from 'node:child_process';
import * as os from 'node:os';
import { promisify } from 'node:util';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Client } from './client';
import { CourseFolder } from './courseFolder';
import type { CourseTree, Row } from './courseTree';
import type { InterleavingView } from './interleavingView';
import type { LessonView } from './lessonView';
import type {
  CheckAnswer,
  ExerciseItem,
  HintAnswer,
  InterleavingLink,
  LessonAnswer,
  LessonLink,
  StartAnswer,
} from './protocol';
import { interleavingOf, type Reports } from './reports';
import { firstLine } from './serverLookup';

/** What the commands work with. */
export interface Parts {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  client: Client;
  reports: Reports;
  folder: CourseFolder;
  tree: CourseTree;
  lesson: LessonView;
  interleaving: InterleavingView;
}

/** The argument of a command: a name, a row of the tree, or nothing, which means the exercise in the editor. */
type ExerciseArgument = string | Row | undefined;

/** Registers all commands. What goes wrong in one is shown and logged. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const register = (name: string, run: (parts: Parts, argument?: never) => Promise<unknown>) =>
    vscode.commands.registerCommand(`interleave.${name}`, async (argument?: never) => {
      try {
        return await run(parts, argument);
      } catch (error) {
        parts.log.error(`${name}: ${String(error)}`);
        void vscode.window.showErrorMessage(`Interleave: ${firstLine(error)}`);
        return undefined;
      }
    });
  return vscode.Disposable.from(
    register('startCourse', startCourse),
    register('openNextExercise', openNextExercise),
    register('openExercise', openExercise),
    register('checkExercise', checkExercise),
    register('nextHint', nextHint),
    register('showInterleaving', showInterleaving),
    register('openLesson', openLesson),
    register('refreshCourse', ({ tree }) => tree.refresh()),
    register('restartServer', restartServer),
    register('showLog', showLog),
    register('printDebugInformation', printDebugInformation),
  );
}

/** Makes the learner's copy, or finds the one that is there, and begins. */
async function startCourse(parts: Parts, given?: string): Promise<void> {
  const { client, folder, tree } = parts;
  const root = given ?? folder.root ?? (await askForFolder());
  if (root === undefined) {
    return;
  }
  const answer = await client.request<StartAnswer>('interleave.server.startCourse', { root });
  await folder.remember(answer.root);
  await client.configure();
  await tree.refresh();
  if (folder.open) {
    await welcome(parts);
    return;
  }
  // The window of the course shows the welcome: see extension.ts.
  await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(answer.root), {
    forceNewWindow: vscode.workspace.workspaceFolders !== undefined,
  });
}

/** Where to make the copy, asked for with a place that fits filled in. */
async function askForFolder(): Promise<string | undefined> {
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('Interleave: Start Course'),
    prompt: vscode.l10n.t('The folder for your copy of the course (a new or an empty one)'),
    value: CourseFolder.suggestion(),
    ignoreFocusOut: true,
    validateInput: (text) =>
      path.isAbsolute(expandHome(text)) ? undefined : vscode.l10n.t('Name it by its whole path.'),
  });
  return value === undefined ? undefined : expandHome(value.trim());
}

function expandHome(text: string): string {
  return text === '~' || text.startsWith('~/') ? path.join(os.homedir(), text.slice(1)) : text;
}

/** Shows the course and its first page, as the beginning of all. */
export async function welcome({ folder, tree, lesson }: Parts): Promise<void> {
  if (folder.root === undefined || tree.course === undefined) {
    return;
  }
  await vscode.commands.executeCommand('interleave.course.focus');
  const readme = vscode.Uri.file(path.join(folder.root, 'README.md'));
  lesson.show({
    title: tree.course.title,
    markdown: await readText(readme),
    uri: readme,
    actions: [{ title: vscode.l10n.t('Open the next exercise'), command: 'interleave.openNextExercise' }],
  });
}

async function openNextExercise(parts: Parts): Promise<void> {
  await parts.tree.refresh();
  if (parts.tree.course === undefined) {
    await startCourse(parts);
    return;
  }
  const next = parts.tree.next();
  if (next === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('All exercises are solved. The lessons stay yours to read again.'),
    );
    return;
  }
  await openExercise(parts, next.name);
}

/** Opens an exercise: its code, and its story beside it. */
async function openExercise(parts: Parts, argument: ExerciseArgument): Promise<void> {
  const exercise = await exerciseFrom(parts, argument);
  if (exercise === undefined) {
    return;
  }
  await vscode.window.showTextDocument(vscode.Uri.parse(exercise.main), {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
  });
  const readme = vscode.Uri.joinPath(vscode.Uri.parse(exercise.dir), 'README.md');
  parts.lesson.show({
    title: exercise.title,
    markdown: await readText(readme),
    uri: readme,
    actions: exerciseActions(exercise),
  });
}

function exerciseActions(exercise: ExerciseItem): vscode.Command[] {
  return [
    { title: vscode.l10n.t('Check'), command: 'interleave.checkExercise', arguments: [exercise.name] },
    { title: vscode.l10n.t('Next hint'), command: 'interleave.nextHint', arguments: [exercise.name] },
    { title: vscode.l10n.t('Story'), command: 'interleave.openExercise', arguments: [exercise.name] },
  ];
}

/** Runs the check of an exercise and shows how it came out, step by step. */
async function checkExercise(parts: Parts, argument: ExerciseArgument): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    throw new Error(vscode.l10n.t('In Restricted Mode no exercise is run: its tests are code of the folder.'));
  }
  const exercise = await exerciseFrom(parts, argument);
  if (exercise === undefined) {
    return;
  }
  await vscode.workspace.saveAll(false); // compiler and tests read the disk
  const title = vscode.l10n.t('Checking "{0}"', exercise.title);
  const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    parts.client.request<CheckAnswer>('interleave.server.check', {
      exercise: exercise.name,
      root: parts.folder.root ?? '',
    }),
  );
  await parts.tree.refresh();
  parts.lesson.show({
    title: exercise.title,
    markdown: checkPage(exercise, answer),
    uri: vscode.Uri.joinPath(vscode.Uri.parse(exercise.dir), 'README.md'),
    actions: [
      ...exerciseActions(exercise),
      ...(answer.passed
        ? [{ title: vscode.l10n.t('Open the next exercise'), command: 'interleave.openNextExercise' }]
        : []),
    ],
  });
}

const marks = { passed: '✔', failed: '✘', skipped: '–' };

function checkPage(exercise: ExerciseItem, answer: CheckAnswer): string {
  const lines = [`# ${exercise.title}`, ''];
  lines.push(
    answer.passed
      ? vscode.l10n.t('**Passed.** Every step is through.')
      : vscode.l10n.t('**Not yet.** The first step that failed is the one to look at.'),
  );
  for (const step of answer.steps) {
    lines.push('', `## ${marks[step.state]} ${step.name}: ${step.state}`);
    if (step.detail !== '') {
      // Longer than any fence in the output.
      const fence = '`'.repeat(Math.max(3, ...[...step.detail.matchAll(/`+/g)].map((m) => m[0].length + 1)));
      lines.push('', `${fence}text`, step.detail, fence);
    }
  }
  return lines.join('\n');
}

/** Opens the next hint of an exercise. */
async function nextHint(parts: Parts, argument: ExerciseArgument): Promise<void> {
  const exercise = await exerciseFrom(parts, argument);
  if (exercise === undefined) {
    return;
  }
  const hint = await parts.client.request<HintAnswer>('interleave.server.hint', {
    exercise: exercise.name,
    root: parts.folder.root ?? '',
  });
  parts.lesson.show({
    title: exercise.title,
    markdown: `# ${vscode.l10n.t('Hint {0} of {1}', hint.rung, hint.of)}: ${exercise.title}\n\n${hint.markdown}`,
    uri: vscode.Uri.joinPath(vscode.Uri.parse(exercise.dir), 'README.md'),
    actions: exerciseActions(exercise),
  });
}

/** The exercise that is named, or that the editor shows, or that the user picks. */
async function exerciseFrom(parts: Parts, argument: ExerciseArgument): Promise<ExerciseItem | undefined> {
  const { tree } = parts;
  if (tree.course === undefined) {
    await tree.refresh();
  }
  if (tree.course === undefined) {
    throw new Error(vscode.l10n.t('There is no course yet: run "Interleave: Start Course".'));
  }
  if (typeof argument === 'object') {
    return argument.kind === 'exercise' ? argument.exercise : undefined;
  }
  if (argument !== undefined) {
    const named = tree.exercises().find((e) => e.name === argument);
    if (named === undefined) {
      throw new Error(vscode.l10n.t('The course has no exercise "{0}".', argument));
    }
    return named;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const shown = active ? tree.exerciseOf(active) : undefined;
  if (shown) {
    return shown;
  }
  const picked = await vscode.window.showQuickPick(
    tree.exercises().map((e) => ({ label: e.title, description: e.state, exercise: e })),
    { title: vscode.l10n.t('Which exercise?') },
  );
  return picked?.exercise;
}

/** Shows the interleaving of the given report, or of the one at the cursor. */
async function showInterleaving(parts: Parts, given?: InterleavingLink): Promise<void> {
  let link = given;
  if (link === undefined) {
    const editor = vscode.window.activeTextEditor;
    const report = editor ? parts.reports.nearest(editor.document.uri, editor.selection.active.line) : undefined;
    if (!editor || !report) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is reported in this file.'));
      return;
    }
    link = interleavingOf(editor.document.uri, report);
  }
  await parts.interleaving.show(link);
}

/** Opens a lesson: the one of a link, of a row of the tree, of the report at the cursor, or one that is picked. */
async function openLesson(parts: Parts, given?: LessonLink | Row): Promise<void> {
  const link = given === undefined ? await chooseLesson(parts) : 'kind' in given ? lessonOfRow(given) : given;
  if (link === undefined) {
    return;
  }
  const answer = await parts.client.request<LessonAnswer>('interleave.server.lesson', {
    rule: link.rule ?? '',
    lesson: link.lesson ?? '',
  });
  parts.lesson.show({
    title: answer.title,
    markdown: answer.markdown,
    uri: vscode.Uri.parse(answer.uri),
    anchor: link.anchor ?? answer.anchor,
  });
}

function lessonOfRow(row: Row): LessonLink | undefined {
  return row.kind === 'lesson' ? { lesson: row.lesson.dir } : undefined;
}

async function chooseLesson({ reports, tree }: Parts): Promise<LessonLink | undefined> {
  const editor = vscode.window.activeTextEditor;
  const report = editor ? reports.nearest(editor.document.uri, editor.selection.active.line) : undefined;
  if (report) {
    return { rule: report.rule };
  }
  const picked = await vscode.window.showQuickPick(
    (tree.course?.lessons ?? []).map((l) => ({ label: l.title, lesson: l.dir })),
    { title: vscode.l10n.t('Which lesson?') },
  );
  return picked && { lesson: picked.lesson };
}

/** Follows a link of a page: to another page, a file of the course, or the browser. */
export async function followLink(parts: () => Parts, target: vscode.Uri): Promise<void> {
  const { lesson, tree } = parts();
  if (target.scheme !== 'file') {
    await vscode.env.openExternal(target);
    return;
  }
  const file = target.with({ fragment: '' });
  try {
    const exercise = tree.exercises().find((e) => `${e.dir}/README.md` === file.toString());
    if (exercise) {
      await openExercise(parts(), exercise.name);
    } else if (file.path.endsWith('.md')) {
      const markdown = await readText(file);
      const title = /^# (.+)$/m.exec(markdown)?.[1] ?? path.basename(file.path);
      lesson.show({ title, markdown, uri: file, anchor: target.fragment });
    } else {
      await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    }
  } catch {
    const start = vscode.l10n.t('Start Course');
    const text = vscode.l10n.t('{0} is part of the course. Start the course to have it.', path.basename(file.path));
    if ((await vscode.window.showInformationMessage(text, start)) === start) {
      await vscode.commands.executeCommand('interleave.startCourse');
    }
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function restartServer({ client, folder, tree }: Parts): Promise<void> {
  await folder.find();
  await client.restart();
  await tree.refresh();
}

function showLog({ log }: Parts): Promise<void> {
  log.show();
  return Promise.resolve();
}

/** Opens a text for bug reports: versions, where the server is, and what its doctor says. */
async function printDebugInformation({ context, client, folder }: Parts): Promise<void> {
  const { server, failure } = client;
  const extension = context.extension.packageJSON as { version: string };
  const lines = [
    '# Interleave: debug information',
    '',
    `- extension ${extension.version}`,
    `- ${vscode.env.appName} ${vscode.version}, ${process.platform} ${process.arch}, remote: ${vscode.env.remoteName ?? 'no'}`,
    `- workspace trusted: ${vscode.workspace.isTrusted ? 'yes' : 'no'}; course: ${folder.root ?? 'none'}`,
    `- server: ${server ? `${server.version}, ${server.path} (${server.source})` : (failure ?? 'not started')}`,
  ];
  if (server) {
    lines.push('', '```text', await doctor(server.path), '```');
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: lines.join('\n') + '\n' });
  await vscode.window.showTextDocument(document);
}

/** What the doctor says; it ends with an error when something is missing, and says it all the same. */
async function doctor(program: string): Promise<string> {
  try {
    return (await promisify(execFile)(program, ['doctor'], { timeout: 30_000 })).stdout.trimEnd();
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    return stdout?.trimEnd() ?? firstLine(error);
  }
}
