import * as vscode from 'vscode';
import type { Client } from './client';
import type { CourseFolder } from './courseFolder';
import type { CourseAnswer, ExerciseItem, ExerciseState, LessonItem } from './protocol';
import { firstLine } from './serverLookup';

/** A row of the tree. */
export type Row = { kind: 'lesson'; lesson: LessonItem } | { kind: 'exercise'; exercise: ExerciseItem };

const icons: Record<ExerciseState, vscode.ThemeIcon> = {
  new: new vscode.ThemeIcon('circle-large-outline'),
  started: new vscode.ThemeIcon('edit', new vscode.ThemeColor('charts.yellow')),
  solved: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed')),
};

/** The course in the activity bar: lessons, their exercises, and where each stands. */
export class CourseTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;

  /** The course as it was told last; undefined while there is no copy. */
  course: CourseAnswer | undefined;

  constructor(
    private readonly client: Client,
    private readonly folder: CourseFolder,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.view = vscode.window.createTreeView('interleave.course', { treeDataProvider: this });
  }

  /** Asks the server how the course stands. */
  async refresh(): Promise<void> {
    const before = JSON.stringify(this.course);
    let context: string;
    try {
      const answer = await this.client.request<CourseAnswer>('interleave.server.course', {
        root: this.folder.root ?? '',
      });
      this.course = answer.root === '' ? undefined : answer;
      context = this.course ? 'open' : 'none';
    } catch (error) {
      this.course = undefined;
      context = this.client.running ? 'none' : 'failed';
      this.log.warn(firstLine(error));
    }
    await vscode.commands.executeCommand('setContext', 'interleave.course', context);
    if (JSON.stringify(this.course) !== before) {
      const all = this.exercises();
      const solved = all.filter((e) => e.state === 'solved').length;
      this.view.description = this.course ? vscode.l10n.t('{0} of {1} solved', solved, all.length) : '';
      this.changed.fire(undefined);
    }
  }

  exercises(): ExerciseItem[] {
    return this.course?.lessons.flatMap((l) => l.exercises) ?? [];
  }

  /** The first exercise that is not solved. */
  next(): ExerciseItem | undefined {
    return this.exercises().find((e) => e.state !== 'solved');
  }

  /** The exercise that a file belongs to. */
  exerciseOf(file: vscode.Uri): ExerciseItem | undefined {
    const text = file.toString();
    return this.exercises().find((e) => e.dir !== '' && text.startsWith(vscode.Uri.parse(e.dir).toString() + '/'));
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) {
      return this.course?.lessons.map((lesson) => ({ kind: 'lesson', lesson })) ?? [];
    }
    return row.kind === 'lesson' ? row.lesson.exercises.map((exercise) => ({ kind: 'exercise', exercise })) : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return row.kind === 'lesson' ? lessonItem(row.lesson) : exerciseItem(row.exercise);
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }
}

function lessonItem(lesson: LessonItem): vscode.TreeItem {
  const open = lesson.exercises.length > 0;
  const item = new vscode.TreeItem(
    lesson.title,
    open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
  );
  item.id = lesson.dir;
  item.contextValue = 'lesson';
  item.iconPath = new vscode.ThemeIcon('book');
  item.command = {
    command: 'interleave.openLesson',
    title: vscode.l10n.t('Open the lesson'),
    arguments: [{ lesson: lesson.dir }],
  };
  return item;
}

function exerciseItem(exercise: ExerciseItem): vscode.TreeItem {
  const states: Record<ExerciseState, string> = {
    new: vscode.l10n.t('not started'),
    started: vscode.l10n.t('started'),
    solved: vscode.l10n.t('solved'),
  };
  const item = new vscode.TreeItem(exercise.title);
  item.id = exercise.name;
  item.contextValue = 'exercise';
  item.iconPath = icons[exercise.state];
  item.description = vscode.l10n.t('{0} min', exercise.minutes);
  item.tooltip = `${exercise.title} (${states[exercise.state]})`;
  item.accessibilityInformation = {
    label: vscode.l10n.t(
      'Exercise {0}, {1}, about {2} minutes',
      exercise.title,
      states[exercise.state],
      exercise.minutes,
    ),
  };
  item.command = {
    command: 'interleave.openExercise',
    title: vscode.l10n.t('Open the exercise'),
    arguments: [exercise.name],
  };
  return item;
}
