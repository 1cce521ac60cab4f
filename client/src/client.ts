import { commands, type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export const CLIENT_ID = 'redisConfLint';
export const CLIENT_NAME = 'Redis Config Lint';

export interface RunningClient {
  readonly stop: () => Promise<void>;
}

/** By language and not by scheme: files may be on disk, on a remote host or in a browser's workspace. */
const SELECTOR = [{ language: 'redis-conf' }, { language: 'redis-acl' }];

export async function startClient(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<RunningClient> {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const watcher = workspace.createFileSystemWatcher('**/*.{conf,acl}');
  const client = createClient({
    documentSelector: SELECTOR,
    outputChannel: output,
    synchronize: { fileEvents: watcher },
    diagnosticCollectionName: CLIENT_ID,
    markdown: { isTrusted: false, supportHtml: false },
  });
  context.subscriptions.push(
    output,
    watcher,
    commands.registerCommand('redis-conf-lint.showOutput', () => output.show()),
    commands.registerCommand('redis-conf-lint.restart', async () => {
      await client.stop();
      await client.start();
    }),
  );
  await client.start();
  return { stop: () => client.stop() };
}
