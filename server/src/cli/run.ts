import path from 'node:path';
import { createService, type Service } from '../core/service.js';
import { type Arguments, parseArguments, UsageError } from './args.js';
import { discover, showPath } from './discover.js';
import { formatterFor } from './formatters/index.js';
import { lintFiles } from './lint-files.js';
import { corePath, type Overlay } from './node-reader.js';
import { decode } from './read-file.js';
import { countOf, errorsOnly, type Failure, type FormatContext, type Report } from './report.js';
import { ANSI, PLAIN } from './terminal.js';
import { TOOL } from './tool.js';

/** What a run has of the world. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly width: number;
  readonly readStdin: () => Uint8Array;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** @throws Error when it can't be written. */
  readonly writeFile: (file: string, content: string | Uint8Array) => void;
}

/** 0: clean; 1: findings of error severity, or more warnings than allowed; 2: it could not analyse. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line tool. Never throws for what users do wrong. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const service = createService();
  try {
    const args = parseArguments(
      argv,
      service.rules.map(({ id }) => id),
    );
    return await runCommand(service, args, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.writeError(`${TOOL.name}: ${error.message}\nTry "${TOOL.name} --help".\n`);
    return 2;
  }
}

async function runCommand(service: Service, args: Arguments, host: Host): Promise<ExitCode> {
  const paint = usesColor(args, host) ? ANSI : PLAIN;
  switch (args.command) {
    case 'version':
      host.write(`${TOOL.version}\n`);
      return 0;
    case 'help':
      host.write((await import('./usage.js')).usage(host.width));
      return 0;
    case 'list-rules': {
      const { listRules, rulesAsJson } = await import('./describe-rules.js');
      host.write(args.format === 'json' ? rulesAsJson(service.rules) : listRules(service.rules, paint, host.width));
      return 0;
    }
    case 'explain':
      host.write((await import('./describe-rules.js')).explain(args.explained ?? '', paint));
      return 0;
    case 'effective':
    case 'lint':
      return runLint(service, args, host);
  }
}

function usesColor({ color, output }: Arguments, { env, isTerminal }: Host): boolean {
  if (color !== 'auto') return color === 'always';
  return isTerminal && output === undefined && !env.NO_COLOR && env.TERM !== 'dumb';
}

interface Inputs {
  readonly paths: readonly string[];
  readonly overlay: Overlay;
  readonly failures: readonly Failure[];
  readonly showPath: (path: string) => string;
}

async function readInputs({ inputs, stdinName }: Arguments, { cwd, readStdin }: Host): Promise<Inputs> {
  const named = inputs.length > 0 ? inputs : ['.'];
  const { inputs: files, failures } = await discover(
    named.filter((name) => name !== '-'),
    cwd,
  );
  const stdinPath = corePath(stdinName, cwd);
  const overlay = new Map(named.includes('-') ? [[stdinPath, decode(readStdin())]] : []);
  const shown = new Map(files.map((file) => [corePath(file.absolutePath, cwd), file.shown]));
  for (const path of overlay.keys()) shown.set(path, stdinName);
  return {
    paths: [...shown.keys()],
    overlay,
    failures: shown.size + failures.length > 0 ? failures : [{ path: cwd, reason: NOTHING_FOUND }],
    showPath: (file) => shown.get(file) ?? showPath(path.normalize(file), cwd),
  };
}

const NOTHING_FOUND = 'no Redis configuration below this folder; name the files, or see --help for the names it knows';

async function runLint(service: Service, args: Arguments, host: Host): Promise<ExitCode> {
  const { paths, overlay, failures, showPath } = await readInputs(args, host);
  const settings = {
    target: args.target,
    dialect: args.dialect,
    options: { severities: args.severities },
    showPath,
  };
  const linted = lintFiles(service, paths, settings, overlay);
  const report: Report = {
    files: linted.files,
    failures: [...failures, ...linted.failures],
    fixed: { fixes: 0, files: 0 },
  };
  await writeReport(service, report, args, host, showPath);
  return exitCode(report, args);
}

async function writeReport(
  service: Service,
  report: Report,
  args: Arguments,
  host: Host,
  showPath: (path: string) => string,
): Promise<void> {
  const context: FormatContext = {
    rules: service.rules,
    paint: usesColor(args, host) ? ANSI : PLAIN,
    width: host.width,
    showPath,
    quiet: args.quiet,
  };
  const format = await formatterFor(args.format);
  const text = format(args.quiet ? errorsOnly(report) : report, context);
  if (args.output === undefined) host.write(text);
  else writeOutput(args.output, text, host);
  if (args.format !== 'text' || args.output !== undefined) {
    for (const { path, reason } of report.failures) host.writeError(`${TOOL.name}: ${path}: ${reason}\n`);
  }
}

function writeOutput(file: string, text: string, host: Host): void {
  try {
    host.writeFile(path.resolve(host.cwd, file), text);
  } catch (error) {
    throw new UsageError(`--output ${file} can't be written: ${(error as Error).message}.`);
  }
}

function exitCode(report: Report, { maxWarnings }: Arguments): ExitCode {
  if (report.failures.length > 0) return 2;
  const tooManyWarnings = maxWarnings !== undefined && countOf(report, 'warning') > maxWarnings;
  return countOf(report, 'error') > 0 || tooManyWarnings ? 1 : 0;
}
