import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { tellAppliedFixes } from './applied-fix.js';
import { chooseTarget } from './choose-target.js';
import { listFolder, readFile } from './file-system.js';
import { fixAll } from './fix-all.js';
import {
  type InitializationOptions,
  LIST_FOLDER,
  type ListFolderResult,
  READ_FILE,
  type ReadFileResult,
  TRUST,
  type TrustParams,
} from './protocol.js';
import { SELECTOR } from './selector.js';
import { showStatus } from './status-item.js';
import { whenServerIsNeeded } from './when-needed.js';

/** Prefix of the client's own settings, such as `redisConfLint.trace.server`. */
export const CLIENT_ID = 'redisConfLint';
/** What people read in the list of output channels. */
export const CLIENT_NAME = 'Redis Config Lint';

/** A client whose server is there, or will be. */
export interface RunningClient {
  readonly stop: () => Promise<void>;
}

const offers = (): InitializationOptions => ({
  status: true,
  fileSystem: true,
  appliedFixes: true,
  isTrusted: workspace.isTrusted,
});

/** The server is there once a document needs it. `createClient`: by a transport of the host. */
export function prepareClient(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): RunningClient {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const appliedFixes = tellAppliedFixes();
  const client = createClient({
    documentSelector: [...SELECTOR],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Asked again at every start: trust may have come meanwhile.
    initializationOptions: offers,
    middleware: appliedFixes.middleware,
  });
  context.subscriptions.push(
    output,
    appliedFixes,
    client.onRequest<ReadFileResult, void>(READ_FILE, readFile),
    client.onRequest<ListFolderResult, void>(LIST_FOLDER, listFolder),
    showStatus(client, SELECTOR),
    workspace.onDidGrantWorkspaceTrust(() => tellTrust(client)),
    ...registerCommands(context, client, output),
  );
  const needed = whenServerIsNeeded();
  context.subscriptions.push(needed);
  void needed.document.then(() => client.start()).catch((error: unknown) => output.error(String(error)));
  return { stop: async () => (client.needsStop() ? client.stop() : undefined) };
}

/** A client that is not running says so when it starts. */
function tellTrust(client: BaseLanguageClient): void {
  const params: TrustParams = { isTrusted: workspace.isTrusted };
  if (client.isRunning()) void client.sendNotification(TRUST, params);
}

function registerCommands(
  { extension }: ExtensionContext,
  client: BaseLanguageClient,
  output: LogOutputChannel,
): readonly Disposable[] {
  return [
    commands.registerCommand('redis-conf-lint.chooseTarget', () =>
      chooseTarget(extension.packageJSON, window.activeTextEditor?.document.uri),
    ),
    commands.registerCommand('redis-conf-lint.fixAll', () => fixAll(client, window.activeTextEditor)),
    commands.registerCommand('redis-conf-lint.showOutput', () => output.show()),
    commands.registerCommand('redis-conf-lint.restart', async () => {
      if (client.needsStop()) await client.stop();
      await client.start();
    }),
  ];
}
