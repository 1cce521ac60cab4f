import type { Deployment } from '../core/config/deployment.js';
import type { Dialect } from '../core/config/occurrence.js';
import { isBelow } from '../core/config/paths.js';
import type { Target } from '../core/directives/target.js';
import type { RuleOptions } from '../core/lint/run-rules.js';
import { projectOf } from '../core/project/project.js';
import { dialectOfName } from '../core/project/recognise.js';
import { type RootResult, rootResultOf } from '../core/project/reports.js';
import { createLoadCache, type LintRequest, type LintResult, type LoadCache, type Service } from '../core/service.js';
import { reasonOf } from './inputs.js';
import { createProjectFiles, type Overlay, type ProjectFiles } from './project-files.js';
import { mistakesOf } from './project-mistakes.js';
import type { Failure, FileReport } from './report.js';

/** What a run wants of every file. */
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

/** What came of the files that were named. */
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
  const judged = new Map<string, Judged>();
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
    if (!result.project.isIgnored) judged.set(result.deployment.id, judgedIn(result, settings, host.files.rootOf));
  }
  return { files: reportsOf(judged), failures: [...failures.values()] };
}

/** What is kept of a root. */
interface Judged {
  readonly deployment: Deployment;
  readonly result: RootResult;
  readonly files: ReadonlyMap<string, ReadFile>;
}

/** A file, as one root reads it. */
type ReadFile = Pick<
  FileReport,
  'path' | 'pathInProject' | 'source' | 'dialect' | 'isReadAgainstName' | 'target' | 'disagreeing'
>;

/** Fixes are made, for until then they keep the configuration, which for a thousand roots would fill the memory. */
function judgedIn(result: LintResult, settings: LintSettings, rootOf: ProjectFiles['rootOf']): Judged {
  const { showPath, dialect: asked } = settings;
  const { deployment, config, disagreeing, findings } = result;
  for (const { fixes } of findings) fixes();
  const files = config.files.map((source): [string, ReadFile] => {
    const { id, path, dialect } = source;
    const isReadAgainstName = source === config.root && asked === undefined && dialect !== dialectOfName(path);
    const paths = { path: showPath(path), pathInProject: pathIn(rootOf(path), path) ?? showPath(path) };
    return [id, { ...paths, source, dialect, isReadAgainstName, target: deployment.target, disagreeing }];
  });
  return { deployment, result: rootResultOf(result), files: new Map(files) };
}

function pathIn(root: string | undefined, path: string): string | undefined {
  return root !== undefined && isBelow(path, root) ? path.slice(root.length).replace(/^\//, '') : undefined;
}

function reportsOf(judged: ReadonlyMap<string, Judged>): readonly FileReport[] {
  const all = [...judged.values()].map(({ deployment, result }) => ({ deployment, result, sources: result.sources }));
  const reports = projectOf(all).reports(all.map(({ result }) => result));
  return reports.flatMap(({ source, deployments: [first = ''], ...said }) => {
    const file = judged.get(first)?.files.get(source);
    return file ? [{ ...said, ...file }] : [];
  });
}
