// A real VS Code: code-server's server, its workbench in headless Chromium, all files of its own in a temporary folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE } from '../../../out/test/e2e/patience.js';
import { CODE_SERVER, NODE } from '../../../scripts/setup-vscode-host.mjs';
import { launchChromium } from './chromium.mjs';

const STOP_LIMIT = 10_000;
const VIEWPORT = { width: 1280, height: 800 };
/** Nothing but the editor and our extension on the screen. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Starts it on a copy of a workspace, so that tests may write into it; with `vsix`, the package is installed first;
 * `scale` is how many pixels of a screenshot make one of the page. `isDriven`: tests run in its extension host; it then
 * shows no notifications. `asksForTrust`: it asks whether the workspace is trusted, as VS Code does.
 * The caller stops it, whatever happens.
 */
export async function startVscode({
  vsix,
  workspace,
  env = {},
  settings = {},
  scale = 1,
  isDriven = false,
  asksForTrust = false,
}) {
  const home = mkdtempSync(path.join(tmpdir(), 'redis-conf-lint-vscode-'));
  const folder = path.join(home, 'files', path.basename(workspace));
  mkdirSync(path.join(home, 'user/User'), { recursive: true });
  mkdirSync(path.join(home, 'extensions'));
  writeFileSync(path.join(home, 'config.yaml'), '');
  writeFileSync(path.join(home, 'user/User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  cpSync(workspace, folder, { recursive: true });

  let log = '';
  const run = (args) => {
    const places = [
      '--user-data-dir',
      `${home}/user`,
      '--extensions-dir',
      `${home}/extensions`,
      '--config',
      `${home}/config.yaml`,
    ];
    // A process group of its own, so that the extension hosts below it end with it.
    const child = spawn(NODE, [CODE_SERVER, ...places, ...args], {
      env: { ...ownEnvironment(home), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
    return child;
  };

  if (vsix) {
    const [code] = await once(run(['--install-extension', vsix]), 'exit');
    if (code !== 0 || !/successfully installed/.test(log)) throw new Error(`${vsix} could not be installed:\n${log}`);
  }
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = run([
    ...['--auth', 'none', '--bind-addr', new URL(url).host],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--disable-proxy'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    // Without it the workbench ignores the extension under development and its tests.
    ...(isDriven ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ]);
  const stopped = once(server, 'exit');
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => {});
    killGroup(server.pid, 'SIGTERM');
    const late = setTimeout(() => killGroup(server.pid, 'SIGKILL'), STOP_LIMIT);
    await stopped;
    clearTimeout(late);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await untilHealthy(url, server, () => log);
    browser = await launchChromium();
    const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: scale, bypassCSP: true });
    return { url, page, folder, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilHealthy(url, server, log) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(100)) {
    if (server.exitCode !== null) throw new Error(`VS Code stopped:\n${log()}`);
    if (
      await fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  }
  throw new Error(`VS Code did not answer within ${PATIENCE / 1000} s:\n${log()}`);
}

function ownEnvironment(home) {
  const places = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR', 'TMPDIR'];
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  return { ...inherited, ...Object.fromEntries(places.map((name) => [name, home])) };
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}
