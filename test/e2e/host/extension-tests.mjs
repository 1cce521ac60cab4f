// The same contract as @vscode/test-electron's runTests(): a module's run() is called inside the extension host.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SUITES_TIMEOUT } from '../../../out/test/e2e/patience.js';
import { serveFiles } from './static-files.mjs';
import { startVscode } from './vscode-host.mjs';

/** What the workbench says about itself in a folder without a marketplace. */
const NOISE =
  /workbench\.js|open-vsx|marketplace|^(Creation of|Loading development|Timed out waiting for authentication|- \/)|^(Resolv|Creating |Updating additional|\[)|package\.nls\.json|<anonymous>\)?$|^\s+at |bindings file|Release.watchdog|^\s*→|Require stack|extensionHostProcess|^\s*$/;

/** The lines that the tests printed, and the exit code of their host: 0 where run() resolved. */
export async function runExtensionTests({ extensionDevelopmentPath, extensionTestsPath, isWeb, ...host }) {
  const vscode = await startVscode({ ...host, isDriven: true });
  const files = isWeb ? await serveFiles(extensionDevelopmentPath) : undefined;
  const lines = [];
  try {
    const { page, url, folder } = vscode;
    const ended = Promise.withResolvers?.() ?? withResolvers();
    await page.exposeFunction('codeAutomationExit', ended.resolve);
    await page.exposeFunction('codeAutomationLog', (_type, args) => lines.push(...formatted(args).split('\n')));
    page.on('crash', () => ended.reject(new Error('the page crashed')));
    page.on('console', (message) => {
      if (process.env.VERBOSE) console.log('[page]', message.text().slice(0, 400));
      if (/No extension host found that can launch the test runner/.test(message.text()))
        ended.reject(new Error(message.text()));
    });
    if (files) await developWebExtension(page, files.authority, extensionDevelopmentPath, extensionTestsPath);
    const { host: authority } = new URL(url);
    const payload = files
      ? []
      : [
          ['extensionDevelopmentPath', `vscode-remote://${authority}${extensionDevelopmentPath}`],
          ['extensionTestsPath', `vscode-remote://${authority}${extensionTestsPath}`],
        ];
    await page.goto(
      `${url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    );
    const code = await Promise.race([ended.promise, pause(SUITES_TIMEOUT, undefined, { ref: false })]);
    if (code === undefined)
      throw new Error(`the tests did not end within ${SUITES_TIMEOUT / 1000} s\n${lines.join('\n')}\n${vscode.log()}`);
    return { code, lines: process.env.VERBOSE ? lines : lines.filter((line) => !NOISE.test(line)) };
  } finally {
    files?.close();
    await vscode.stop();
  }
}

/**
 * Web extensions under development are read from the workbench's own configuration, which is in an attribute of the page.
 * (Answering the page's request in the server's place would make Chromium refuse its calls to 127.0.0.1.)
 */
async function developWebExtension(page, authority, extension, tests) {
  const uri = (file) => ({ scheme: 'http', authority, path: `/${path.relative(extension, file)}` });
  await page.addInitScript(
    (options) => {
      const getAttribute = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = getAttribute.call(this, name);
        if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
        const settings = JSON.parse(value);
        return JSON.stringify({ ...settings, developmentOptions: { ...settings.developmentOptions, ...options } });
      };
    },
    { extensions: [uri(extension)], extensionTestsPath: uri(tests) },
  );
}

/** The page's console calls come with their format not filled in. */
function formatted([format = '', ...args]) {
  const rest = [...args];
  const head = String(format).replace(/%[sdo]/g, (mark) => (rest.length > 0 ? String(rest.shift()) : mark));
  return [head, ...rest.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg)))].join(' ');
}

function withResolvers() {
  let resolve;
  let reject;
  const promise = new Promise((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}
