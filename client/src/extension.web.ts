import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, prepareClient, type RunningClient } from './client.js';

let running: RunningClient | undefined;
let worker: Worker | undefined;

/** VS Code calls it in a browser; the server is a worker beside it. */
export function activate(context: ExtensionContext): void {
  const addressOf = (bundle: string) => Uri.joinPath(context.extensionUri, 'dist', bundle).toString(true);
  const startServer = async () => {
    worker?.terminate();
    worker = new Worker(addressOf('web/server.js'));
    worker.postMessage({ engine: addressOf('engine.js'), yaml: addressOf('yaml.js') });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = prepareClient(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, startServer, options));
}

/** VS Code waits for it before it goes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
