import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleInto } from '../support/bundles.js';

const LONGEST_MS = 30_000;

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Under this user; root only. */
  readonly uid?: number;
}

/** A folder of its own, and the bundled tool to run in it. */
export interface Workbench {
  readonly folder: string;
  readonly file: (name: string, content: string | Buffer) => string;
  /** The tool itself. */
  readonly tool: string;
  readonly run: (args: readonly string[], options?: CliOptions) => CliRun;
  readonly dispose: () => void;
}

/** Bundled once for all tests of a run. */
const bundle: { tool?: Promise<string> } = {};

async function bundledTool(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redis-conf-lint-tool-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // For those whom a test runs it as.
  chmodSync(folder, 0o755);
  await bundleInto(folder, ['cli', 'engine', 'rulePages', 'yaml']);
  return path.join(folder, 'cli.js');
}

export async function openWorkbench(): Promise<Workbench> {
  bundle.tool ??= bundledTool();
  const cli = await bundle.tool;
  const base = mkdtempSync(path.join(os.tmpdir(), 'redis-conf-lint-cli-'));
  const folder = path.join(base, 'work');
  // For those whom a test runs it as.
  chmodSync(base, 0o755);
  mkdirSync(folder);
  return {
    folder,
    tool: cli,
    file: (name, content) => {
      const full = path.join(folder, name);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    run: (args, { stdin = '', env = {}, cwd = folder, uid } = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
        cwd,
        input: stdin,
        encoding: 'utf8',
        env: { PATH: process.env.PATH ?? '', ...env },
        // Whatever hangs fails.
        timeout: LONGEST_MS,
        ...(uid === undefined ? {} : { uid, gid: uid }),
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, out: stdout, err: stderr };
    },
    dispose: () => rmSync(base, { recursive: true, force: true }),
  };
}
