import type { Dialect } from '../core/config/resolved-configuration.js';
import type { Target } from '../core/directives/target.js';
import type { Finding } from '../core/lint/finding.js';
import type { RuleOptions } from '../core/lint/run-rules.js';
import type { LintRequest, LintResult, Service } from '../core/service.js';
import { nodeReader, type Overlay } from './node-reader.js';
import type { Failure, FileReport } from './report.js';

export interface LintSettings {
  readonly target: Target | undefined;
  readonly dialect: Dialect | undefined;
  readonly options: RuleOptions;
  /** A path of core as people are to see it. */
  readonly showPath: (path: string) => string;
}

export interface Linted {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
  readonly results: readonly LintResult[];
}

/** The request for a file of the disk or of the overlay; undefined where it can't be read: then the reason. */
export function requestFor(
  service: Service,
  path: string,
  settings: LintSettings,
  overlay: Overlay,
): LintRequest | Failure {
  const reader = nodeReader(overlay);
  const found = reader.readFile(path);
  if (found.status !== 'found') {
    const reason = found.status === 'missing' ? 'there is no such file' : found.reason;
    return { path: settings.showPath(path), reason };
  }
  const file = service.parse(found.text, found.encoding);
  return { path, file, dialect: settings.dialect, target: settings.target, reader, options: settings.options };
}

/**
 * Lints every file with all that it includes. A file that another one of them includes is judged only as a part of
 * that one; its findings stand under its own name, once.
 */
export function lintFiles(
  service: Service,
  paths: readonly string[],
  settings: LintSettings,
  overlay: Overlay = new Map(),
): Linted {
  const results: LintResult[] = [];
  const failures: Failure[] = [];
  for (const path of paths) {
    const request = requestFor(service, path, settings, overlay);
    if ('reason' in request) failures.push(request);
    else results.push(service.lint(request));
  }
  const roots = withoutIncluded(results);
  for (const { config } of roots) {
    for (const { path, reason } of config.unread) {
      const failure = { path: settings.showPath(path), reason };
      if (!failures.some((other) => other.path === failure.path)) failures.push(failure);
    }
  }
  return { files: mergeByFile(roots, settings), failures, results: roots };
}

/** Leaves out the files that others read; of files that read each other the first stays. */
function withoutIncluded(results: readonly LintResult[]): readonly LintResult[] {
  const rootsOf = new Map<string, Set<string>>();
  for (const { config } of results) {
    for (const { path } of config.files.slice(1)) {
      rootsOf.set(path, (rootsOf.get(path) ?? new Set()).add(config.root.path));
    }
  }
  const kept = results.filter(({ config }) => !rootsOf.has(config.root.path));
  const covered = new Set(kept.flatMap(({ config }) => config.files.map(({ path }) => path)));
  const inCycles = results.filter(({ config }) => {
    if (covered.has(config.root.path)) return false;
    for (const { path } of config.files) covered.add(path);
    return true;
  });
  return results.filter((result) => kept.includes(result) || inCycles.includes(result));
}

function mergeByFile(results: readonly LintResult[], { showPath }: LintSettings): readonly FileReport[] {
  const reports = new Map<string, FileReport>();
  for (const result of results) {
    const { config, target } = result;
    const others = new Set(config.files.slice(1).map(({ path }) => path));
    for (const source of config.files) {
      const isRoot = source === config.root;
      const own = result.findings.filter(({ at }) => (isRoot ? !others.has(at.path) : at.path === source.path));
      const known = reports.get(source.path);
      const isStartable = isRoot ? result.isStartable : !own.some(({ isFatal }) => isFatal);
      reports.set(source.path, {
        path: showPath(source.path),
        source,
        dialect: source.dialect ?? config.dialect,
        target: known?.target ?? target,
        isStartable: isStartable && (known?.isStartable ?? true),
        findings: mergeFindings(known?.findings ?? [], own),
      });
    }
  }
  return [...reports.values()];
}

/** What two configurations make of a file that both include: what they agree on stands once. */
function mergeFindings(known: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, at, message }: Finding) => JSON.stringify([rule, at, message]);
  const keys = new Set(known.map(keyOf));
  const added = more.filter((finding) => !keys.has(keyOf(finding)));
  if (known.length === 0 || added.length === 0) return known.length === 0 ? more : known;
  return [...known, ...added].sort((a, b) => a.at.line - b.at.line || a.at.at.start - b.at.at.start);
}
