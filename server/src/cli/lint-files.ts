import { mergeStarts, type Starts, undecidedBy } from '../core/config/meaning/starts.js';
import type { Dialect, SourceFile } from '../core/config/occurrence.js';
import type { ResolvedConfiguration } from '../core/config/resolved-configuration.js';
import type { Target } from '../core/directives/target.js';
import type { Finding } from '../core/lint/finding.js';
import type { RuleOptions } from '../core/lint/run-rules.js';
import { dialectOfName } from '../core/project/recognise.js';
import { createLoadCache, type LintRequest, type LintResult, type LoadCache, type Service } from '../core/service.js';
import { reasonOf } from './inputs.js';
import { createProjectFiles, type Overlay, type ProjectFiles } from './project-files.js';
import { mistakesOf } from './project-mistakes.js';
import type { Failure, FileReport } from './report.js';

export interface LintSettings {
  readonly target: Target | undefined;
  readonly dialect: Dialect | undefined;
  readonly options: RuleOptions;
  /** Also files outside the project are read. */
  readonly followsOutside: boolean;
  /** A path of core as people are to see it. */
  readonly showPath: (path: string) => string;
  /** As core has it: up to here it is looked what stands around a file that belongs to no project. */
  readonly currentFolder: string;
}

export interface Linted {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
}

/** The request for a file, or why it can't be read. */
export function requestFor(
  service: Service,
  path: string,
  settings: LintSettings,
  { files, cache }: { readonly files: ProjectFiles; readonly cache: LoadCache },
): LintRequest | Failure {
  const found = files.named(path);
  if (found.status !== 'found') return { path: settings.showPath(path), reason: reasonOf(found) };
  const file = service.parse(found.text, found.encoding);
  const { dialect, target, options, currentFolder } = settings;
  const around = { root: files.rootOf(path), currentFolder, reader: files.readerFor(path), cache };
  return { path, file, dialect, target, options, ...around };
}

/**
 * Lints every file with all that it includes. A file that another one of them includes is judged only as a part of
 * that one; its findings stand under its own name, once. Files that the project's configuration ignores are left out.
 */
export function lintFiles(
  service: Service,
  paths: readonly string[],
  settings: LintSettings,
  overlay: Overlay = new Map(),
): Linted {
  const host = { files: createProjectFiles(overlay, settings.followsOutside), cache: createLoadCache() };
  const results: RootResult[] = [];
  const failures = new Map<string, Failure>();
  const fail = (failure: Failure) => failures.set(`${failure.path} ${failure.reason}`, failure);
  for (const path of paths) {
    const request = requestFor(service, path, settings, host);
    if ('reason' in request) {
      fail(request);
      continue;
    }
    const result = service.lint(request);
    mistakesOf(result.project, settings.showPath).forEach(fail);
    if (!result.project.isIgnored) results.push(rootResult(result, settings));
  }
  return { files: merge(withoutIncluded(results)), failures: [...failures.values()] };
}

/**
 * What is kept of a root: not its configuration, which for a thousand files would fill the memory. So its fixes are made,
 * for until then they keep it.
 */
interface RootResult {
  readonly root: string;
  /** The root first. */
  readonly reports: readonly FileReport[];
}

function rootResult(result: LintResult, { showPath, dialect: asked }: LintSettings): RootResult {
  const { config, target, disagreeing, findings } = result;
  for (const { fixes } of findings) fixes();
  const others = new Set(config.files.slice(1).map(({ path }) => path));
  const reports = config.files.map((source): FileReport => {
    const isRoot = source === config.root;
    const dialect = source.dialect ?? config.dialect;
    const own = findings.filter(({ at }) => (isRoot ? !others.has(at.source) : at.source === source.path));
    return {
      path: showPath(source.path),
      source,
      dialect,
      isReadAgainstName: asked === undefined && dialect !== dialectOfName(source.path),
      target,
      disagreeing,
      starts: isRoot ? result.starts : partStarts(source, own, config),
      undecided: isRoot ? undecidedBy(config) : [],
      unread: config.unread.filter(({ at }) => at.source === source.path),
      takenFor: config.takenFor.filter(({ at }) => at.source === source.path),
      findings: own,
    };
  });
  return { root: config.root.path, reports };
}

/** What a part does for the start of the whole. */
function partStarts({ path }: SourceFile, findings: readonly Finding[], config: ResolvedConfiguration): Starts {
  if (findings.some(({ isFatal }) => isFatal)) return 'no';
  return config.takenFor.some((taken) => taken.path === path) ? 'unknown' : 'yes';
}

/** Leaves out the files that others read; of files that read each other the first stays. */
function withoutIncluded(results: readonly RootResult[]): readonly RootResult[] {
  const included = new Set(results.flatMap(({ reports }) => reports.slice(1).map(({ source }) => source.path)));
  const kept = new Set(results.filter(({ root }) => !included.has(root)));
  const covered = new Set([...kept].flatMap(({ reports }) => reports.map(({ source }) => source.path)));
  for (const result of results) {
    if (covered.has(result.root)) continue;
    kept.add(result);
    for (const { source } of result.reports) covered.add(source.path);
  }
  return results.filter((result) => kept.has(result));
}

function merge(results: readonly RootResult[]): readonly FileReport[] {
  const merged = new Map<string, FileReport>();
  for (const report of results.flatMap(({ reports }) => reports)) {
    const known = merged.get(report.source.path);
    const both = known && {
      ...known,
      starts: mergeStarts(known.starts, report.starts),
      findings: mergeFindings(known.findings, report.findings),
    };
    merged.set(report.source.path, both ?? report);
  }
  return [...merged.values()];
}

/** What two configurations make of a file that both include: what they agree on stands once. */
function mergeFindings(known: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, at, message }: Finding) => JSON.stringify([rule, at, message]);
  const keys = new Set(known.map(keyOf));
  return [...known, ...more.filter((finding) => !keys.has(keyOf(finding)))].sort(
    (a, b) => a.at.line - b.at.line || a.at.at.start - b.at.at.start,
  );
}
