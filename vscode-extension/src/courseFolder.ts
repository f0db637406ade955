import { access } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import * as settings from './settings';

const stateKey = 'courseRoot';

/** Which folder is the learner's copy of the course: the setting, a workspace folder, the one that was made last. */
export class CourseFolder {
  /** The copy's root, when there is one. */
  root: string | undefined;
  /** The copy is a folder of this workspace. */
  open = false;

  constructor(private readonly state: vscode.Memento) {}

  /** Looks again. */
  async find(): Promise<void> {
    this.open = false;
    this.root = settings.courseRoot();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const dir = folder.uri.fsPath;
      if ((this.root === undefined || samePath(this.root, dir)) && (await isCopy(dir))) {
        this.root = dir;
        this.open = true;
        return;
      }
    }
    const last = this.state.get<string>(stateKey);
    if (this.root === undefined && last !== undefined && (await isCopy(last))) {
      this.root = last;
    }
  }

  async remember(root: string): Promise<void> {
    await this.state.update(stateKey, root);
    await this.find();
  }

  /** Where a new copy is made when the user names no other place. */
  static suggestion(): string {
    return path.join(os.homedir(), 'interleave-course');
  }
}

function samePath(a: string, b: string): boolean {
  return path.relative(a, b) === '';
}

/** A copy has a module of its own; the product's source, which holds the course too, does not look like this. */
async function isCopy(dir: string): Promise<boolean> {
  try {
    await access(path.join(dir, 'interleave.toml'));
    await access(path.join(dir, 'go.mod'));
    return true;
  } catch {
    return false;
  }
}
