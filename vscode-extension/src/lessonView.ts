import * as vscode from 'vscode';
import { besideCode } from './columns';
import { render } from './markdown';
import { page, pageOptions } from './webview';
import type { LessonEvent, LessonMessage } from './webview/messages';

/** A page of the course, and the buttons above it. */
export interface Page {
  title: string;
  markdown: string;
  /** What relative links are relative to. */
  uri: vscode.Uri;
  anchor?: string;
  actions?: vscode.Command[];
}

/** The course beside the code: one panel, which shows one page at a time. */
export class LessonView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private page: Page | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly openLink: (target: vscode.Uri) => Promise<void>,
  ) {}

  show(shown: Page): void {
    this.page = shown;
    if (this.panel) {
      this.panel.title = shown.title;
      this.panel.reveal(besideCode(this.panel), true);
      this.post();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'interleave.lesson',
      shown.title,
      { viewColumn: besideCode(undefined), preserveFocus: true },
      { ...pageOptions(this.extension), enableFindWidget: true },
    );
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'course.svg');
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.onDidReceiveMessage((event: LessonEvent) => this.receive(event));
    panel.webview.html = page(panel.webview, this.extension, 'lesson', 'Interleave');
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private post(): void {
    if (this.page) {
      const message: LessonMessage = {
        html: render(this.page.markdown),
        anchor: this.page.anchor ?? '',
        actions: this.page.actions?.map((a) => a.title) ?? [],
      };
      void this.panel?.webview.postMessage(message);
    }
  }

  private async receive(event: LessonEvent): Promise<void> {
    switch (event.type) {
      case 'ready':
        this.post();
        break;
      case 'action': {
        const action = this.page?.actions?.[event.index];
        if (action) {
          await vscode.commands.executeCommand(action.command, ...((action.arguments ?? []) as unknown[]));
        }
        break;
      }
      case 'link':
        if (this.page) {
          await this.openLink(resolve(this.page.uri, event.href));
        }
    }
  }
}

/** The target of a link of a page. */
function resolve(base: vscode.Uri, href: string): vscode.Uri {
  return vscode.Uri.parse(new URL(href, base.toString()).toString());
}
