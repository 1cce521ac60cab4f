import path from 'node:path';
import type { Service } from '../core/service.js';
import { textOf } from '../core/syntax/config-file.js';
import { printable } from '../core/text/printable.js';
import { encode } from '../node/encode.js';
import type { Arguments } from './args.js';
import { type FileChange, fixFiles } from './fix-files.js';
import { FORMATTERS, type Format } from './formatters/index.js';
import { exitCodeOf } from './gate.js';
import type { ExitCode, Host } from './host.js';
import { type Inputs, readInputs } from './inputs.js';
import { type Linted, type LintSettings, lintFiles } from './lint-files.js';
import { corePath, type Overlay } from './project-files.js';
import { capped, type Failure, type FormatContext, fromLevel, type Report, withoutRepeats } from './report.js';
import { showChanges } from './show-changes.js';
import { count, paintFor } from './terminal.js';
import { TOOL } from './tool.js';
import { writeOutput } from './write-output.js';

/** What code scanning services show of an upload. */
const MOST_IN_SARIF = 5000;

/** Lints, fixes if asked, writes the report. @throws UsageError when --output can't be written. */
export function runLint(service: Service, args: Arguments, host: Host): ExitCode {
  const inputs = readInputs(args, host);
  const settings: LintSettings = {
    target: args.target,
    as: args.as,
    options: { severities: args.severities, profile: args.profile, role: args.role },
    followsOutside: args.followsOutside,
    showPath: inputs.showPath,
    isNamed: inputs.isNamed,
    currentFolder: corePath('.', host.cwd),
  };
  if (args.fix === 'dry-run') return showFixes(service, args, host, inputs, settings);
  const { report, toStdout } =
    args.fix === 'write'
      ? writeFixes(service, host, inputs, settings)
      : { report: lintOnly(service, inputs, settings), toStdout: host.write };
  writeReport(service, report, args, { ...host, write: toStdout }, inputs.showPath);
  return exitCodeOf(report, args);
}

function lintOnly(service: Service, inputs: Inputs, settings: LintSettings): Report {
  const { paths, overlay, failures } = inputs;
  const linted = lintFiles(service, paths, settings, overlay);
  return { files: linted.files, failures: [...failures, ...failuresOf(linted, inputs)], fixed: { fixes: 0, files: 0 } };
}

/** Documents that turn out to start no server are as if nobody had found them. */
function failuresOf({ files, failures, leftOut }: Linted, inputs: Inputs): readonly Failure[] {
  const isEmpty = files.length === 0 && leftOut === 0 && failures.length === 0 && inputs.failures.length === 0;
  return isEmpty ? inputs.nothingFound : failures;
}

interface Written {
  readonly report: Report;
  /** Where the report goes: standard output holds the text when that came from standard input. */
  readonly toStdout: Host['write'];
}

function writeFixes(service: Service, host: Host, inputs: Inputs, settings: LintSettings): Written {
  const outcome = fixFiles(service, inputs.paths, settings, inputs.overlay);
  const [[stdinPath, stdin] = []] = inputs.overlay;
  const inFiles = outcome.changes.filter(({ path }) => path !== stdinPath);
  const unwritten = new Map(inFiles.flatMap((change) => writeChange(change, host)));
  const fixedStdin = outcome.changes.find(({ path }) => path === stdinPath)?.text;
  const overlay: Overlay =
    stdinPath && stdin ? new Map([[stdinPath, { ...stdin, text: fixedStdin ?? stdin.text }]]) : new Map();
  // What is left is told of the files as they are.
  const linted = unwritten.size > 0 ? lintFiles(service, inputs.paths, settings, overlay) : outcome.linted;
  const report = {
    files: linted.files,
    failures: [...inputs.failures, ...failuresOf(linted, inputs), ...unwritten.values()],
    fixed: {
      fixes: outcome.fixes.filter(({ edits }) => !edits.some(({ source: path }) => unwritten.has(path))).length,
      files: outcome.changes.length - unwritten.size,
    },
  };
  for (const text of overlay.values()) host.write(encode(text));
  return { report, toStdout: stdin ? host.writeError : host.write };
}

/** Nothing, or the failure by the path of core. */
function writeChange({ path: file, text, before }: FileChange, host: Host): readonly [string, Failure][] {
  const { encoding } = before.source.file;
  const failure = host.replaceFile({
    path: path.normalize(file),
    content: encode({ text, encoding }),
    expected: encode({ text: textOf(before.source.file), encoding }),
  });
  if (failure === undefined) return [];
  return [[file, { path: before.path, reason: `the fixes can't be written: ${failure}`, isUnwritten: true }]];
}

/** Prints the differences; the exit code is the unfixed files', for they stay as they are. */
function showFixes(service: Service, args: Arguments, host: Host, inputs: Inputs, settings: LintSettings): ExitCode {
  const outcome = fixFiles(service, inputs.paths, settings, inputs.overlay);
  const isRead = host.isTerminal && args.output === undefined;
  const showing = args.showSecrets ? (isRead ? 'whole' : 'exact') : 'masked';
  const diff = showChanges(outcome, paintFor(args, host), showing);
  writeOutput(args.output, diff, host);
  const report = lintOnly(service, inputs, settings);
  const { fixes, changes } = outcome;
  host.writeError(
    fixes.length > 0
      ? `--fix would apply ${count(fixes.length, 'fix', 'fixes')} in ${count(changes.length, 'file')}.\n`
      : 'There is nothing that --fix would change.\n',
  );
  complain(report.failures, host);
  return exitCodeOf(report, args);
}

function writeReport(
  service: Service,
  report: Report,
  args: Arguments,
  host: Host,
  showPath: (path: string) => string,
): void {
  const { quiet, verbose, format, output } = args;
  const context: FormatContext = {
    rules: service.rules,
    paint: paintFor(args, host),
    width: host.width,
    showPath,
    quiet,
    gate: args,
    verbose,
  };
  const text = FORMATTERS[format](shownIn(format, fromLevel(report, quiet ? 'error' : args.severity)), context);
  writeOutput(output, text, host);
  if (format !== 'text' || output !== undefined) complain(report.failures, host);
}

/** Programs take every finding, code scanning services a bound number; people fewer, and no sentence twice. */
function shownIn(format: Format, report: Report): Report {
  if (format === 'json') return report;
  if (format === 'sarif') return capped(report, MOST_IN_SARIF);
  return capped(format === 'text' || format === 'markdown' ? withoutRepeats(report) : report);
}

function complain(failures: readonly Failure[], host: Host): void {
  for (const { path: file, reason } of failures) host.writeError(`${TOOL.name}: ${printable(`${file}: ${reason}`)}\n`);
}
