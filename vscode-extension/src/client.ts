import * as vscode from 'vscode';
import { type Executable, LanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient/node';
import type { CourseFolder } from './courseFolder';
import { type Reports, turnHover } from './reports';
import { buildServer, findServer, firstLine, NoServer, type Server } from './serverLookup';
import * as settings from './settings';

/** How long the server may take to say goodbye. */
const stopTimeout = 5_000;

/** The connection to the server: found, started, told of settings, started again. */
export class Client implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private starting: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the server has started, or stopped, or could not be started. */
  readonly onDidChange = this.changed.event;

  /** The server in use. */
  server: Server | undefined;
  /** Why there is none. */
  failure: string | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly reports: Reports,
    private readonly course: CourseFolder,
  ) {}

  get running(): boolean {
    return this.client?.state === State.Running;
  }

  /** Stops the server if there is one, and starts it. Never fails: what went wrong is shown. */
  restart(): Promise<void> {
    this.starting = this.starting.then(async () => {
      await this.stop();
      try {
        await this.launch();
        this.failure = undefined;
      } catch (error) {
        this.failure = firstLine(error);
        this.log.error(this.failure);
        void this.tell(error);
      }
      this.changed.fire();
    });
    return this.starting;
  }

  /** Runs one of the server's commands: one object in, one out. */
  async request<T>(command: string, argument: object): Promise<T> {
    await this.starting;
    if (this.client === undefined) {
      throw new Error(this.failure ?? vscode.l10n.t('The server does not run.'));
    }
    return this.client.sendRequest<T>('workspace/executeCommand', { command, arguments: [argument] });
  }

  /** Tells the server the settings anew. */
  async configure(): Promise<void> {
    await this.starting;
    await this.client?.sendNotification('workspace/didChangeConfiguration', {
      settings: { [settings.section]: settings.forServer(this.course.root) },
    });
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.server = undefined;
    this.reports.clear();
    if (client?.needsStop()) {
      await client.stop(stopTimeout).catch((error: unknown) => {
        this.log.warn(firstLine(error));
      });
    }
    await client?.dispose();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async launch(): Promise<void> {
    const server = await findServer(this.context);
    this.log.info(`${server.version}: ${server.path} (${server.source})`);
    const program: Executable = { command: server.path, args: ['lsp'] };
    const client = new LanguageClient(settings.section, 'Interleave', program, this.options());
    this.client = client;
    this.server = server;
    await client.start();
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: 'go' },
        { scheme: 'untitled', language: 'go' },
      ],
      outputChannel: this.log,
      traceOutputChannel: this.log,
      initializationOptions: settings.forServer(this.course.root),
      // By default a report would be asked for when a document is opened, and not when it is changed.
      diagnosticPullOptions: { onChange: true, onSave: true },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => {
          this.reports.take(uri, diagnostics);
          next(uri, diagnostics);
        },
        provideDiagnostics: async (document, previous, token, next) => {
          const report = await next(document, previous, token);
          if (report && 'items' in report) {
            this.reports.take(document instanceof vscode.Uri ? document : document.uri, report.items);
          }
          return report;
        },
        provideHover: async (document, position, token, next) => {
          const hover = await next(document, position, token);
          return hover ? turnHover(hover) : hover;
        },
      },
    };
  }

  private async tell(error: unknown): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const checkout = error instanceof NoServer ? error.checkout : undefined;
    const build = vscode.l10n.t('Build It');
    const text = vscode.l10n.t('Interleave could not start: {0}', firstLine(error));
    const choice = await vscode.window.showErrorMessage(text, ...(checkout === undefined ? [] : [build]), showLog);
    if (choice === showLog) {
      this.log.show();
    } else if (choice === build && checkout !== undefined) {
      try {
        await buildServer(this.context, checkout);
        await this.restart();
      } catch (failed) {
        this.log.error(String(failed));
        void vscode.window.showErrorMessage(vscode.l10n.t('The server could not be built; the log says why.'));
        this.log.show();
      }
    }
  }
}
