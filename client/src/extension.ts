import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, prepareClient, type RunningClient } from './client.js';

let running: RunningClient | undefined;

/** VS Code calls it on a desktop; the server is a child process. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  running = prepareClient(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, server, options));
}

/** VS Code waits for it before it goes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
