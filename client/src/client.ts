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
import { showStatus } from './status-item.js';

/** Prefix of the client's own settings, such as `redisConfLint.trace.server`. */
export const CLIENT_ID = 'redisConfLint';
/** What people read in the list of output channels. */
export const CLIENT_NAME = 'Redis Config Lint';

/** A client whose server is there. */
export interface RunningClient {
  readonly stop: () => Promise<void>;
}

/** By language and not by scheme: files may be on disk, on a remote host or in a browser's workspace. */
const SELECTOR = [{ language: 'redis-conf' }, { language: 'redis-acl' }];
const offers = (): InitializationOptions => ({
  status: true,
  fileSystem: true,
  appliedFixes: true,
  isTrusted: workspace.isTrusted,
});

/** Resolves when the server has said what it offers. `createClient`: by a transport of the host. */
export async function startClient(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<RunningClient> {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const appliedFixes = tellAppliedFixes();
  const client = createClient({
    documentSelector: SELECTOR,
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
  await client.start();
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
