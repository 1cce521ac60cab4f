import { formatTarget } from '../core/directives/target.js';
import { createLoadCache, type LintResult, type Service } from '../core/service.js';
import { printable } from '../core/text/printable.js';
import type { Arguments } from './args.js';
import { kindToReadAs } from './document-files.js';
import type { ExitCode, Host } from './host.js';
import { readInputs } from './inputs.js';
import { requestFor, textFor } from './lint-files.js';
import { corePath, createProjectFiles } from './project-files.js';
import type { Failure } from './report.js';
import { TOOL } from './tool.js';
import { UsageError } from './usage-error.js';

const NO_CONFIGURATION = '-t reads configurations, not documents that start servers';

/** What testing one file came to. */
interface Tested {
  readonly exitCode: ExitCode;
  /** For standard output, and for standard error. */
  readonly lines: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * `-t`: whether the server would start with a file, in a line. What cannot be known here stops nobody from restarting a
 * server, unless `--strict` says so. Files are read wherever the server would read them.
 * @throws UsageError where no file is named
 */
export function runTest(service: Service, args: Arguments, host: Host): ExitCode {
  if (args.inputs.length === 0) {
    throw new UsageError(`-t needs a file: ${TOOL.name} -t /etc/redis/redis.conf.`);
  }
  const { paths, overlay, failures, showPath, isNamed } = readInputs(args, host);
  const settings = {
    target: args.target,
    as: args.as,
    isNamed,
    options: { severities: args.severities, profile: args.profile, role: args.role },
    followsOutside: true,
    showPath,
    currentFolder: corePath('.', host.cwd),
  };
  const reading = { files: createProjectFiles(overlay, true), cache: createLoadCache() };
  const tested = paths.flatMap((path): readonly Tested[] => {
    const text = textFor(path, settings, reading);
    if ('reason' in text) return [unreadable(text)];
    if (kindToReadAs(path, text.text, args.as) !== undefined) {
      return [unreadable({ path: showPath(path), reason: NO_CONFIGURATION })];
    }
    return [tell(service.lint(requestFor(service, path, text, settings, reading)), showPath, args)];
  });
  const all = [...failures.map(unreadable), ...tested];
  for (const { lines, doubts } of all) {
    for (const line of doubts) host.writeError(`${TOOL.name}: ${printable(line)}\n`);
    for (const line of args.quiet ? [] : lines) host.write(`${printable(line)}\n`);
  }
  return Math.max(0, ...all.map(({ exitCode }) => exitCode)) as ExitCode;
}

const unreadable = ({ path, reason }: Failure): Tested => ({ exitCode: 2, lines: [], doubts: [`${path}: ${reason}`] });

function tell(
  { verdict, deployment, config }: LintResult,
  showPath: (path: string) => string,
  args: Arguments,
): Tested {
  const path = showPath(config.root.path);
  const server = formatTarget(deployment.target.value);
  const { starts, stop, sentence, undecided } = verdict;
  if (starts === 'no') {
    const place = stop ? `${showPath(stop.at.source)}:${stop.at.line + 1}:${stop.at.at.start + 1}` : path;
    return { exitCode: 1, lines: [], doubts: [`${place}: ${server} refuses to start: ${stop?.message ?? sentence}`] };
  }
  if (starts === 'yes') return { exitCode: 0, lines: [`${path}: ${server} starts. ${sentence}`], doubts: [] };
  const doubts = undecided.map((reason) => `${path}: not known here: ${reason}`);
  const lines = [`${path}: nothing that is known here keeps ${server} from starting.`];
  return { exitCode: args.isStrict ? 2 : 0, lines, doubts };
}
