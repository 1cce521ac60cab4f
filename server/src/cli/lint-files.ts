import type { Deployment } from '../core/config/deployment.js';
import { type Dialect, type Source, type SourceId, sourceIn } from '../core/config/occurrence.js';
import { isBelow } from '../core/config/paths.js';
import { configurationShown } from '../core/config/showing/lines-shown.js';
import type { Target } from '../core/directives/target.js';
import { createDocumentService, type DocumentResult, type DocumentService } from '../core/document-service.js';
import type { RuleOptions } from '../core/lint/run-rules.js';
import { type HostedServerReport, hostedServerOf } from '../core/project/hosted-server.js';
import { projectOf } from '../core/project/project.js';
import { type DocumentKind, dialectOfName, documentKindOf } from '../core/project/recognise.js';
import { type RootResult, rootResultOf } from '../core/project/reports.js';
import { createLoadCache, type LintRequest, type LintResult, type LoadCache, type Service } from '../core/service.js';
import type { DecodedText } from '../core/syntax/bytes.js';
import { loadYaml } from '../node/load-yaml.js';
import {
  describeNotAnalysed,
  documentPart,
  type KnownDocument,
  kindToReadAs,
  NO_REDIS,
  unservedFile,
} from './document-files.js';
import { reasonOf } from './inputs.js';
import { createProjectFiles, type Overlay, type ProjectFiles } from './project-files.js';
import { mistakesOf } from './project-mistakes.js';
import type { Failure, FileReport } from './report.js';

/** What a run wants of every file. */
export interface LintSettings {
  readonly target: Target | undefined;
  /** Undefined: told by names and texts. */
  readonly as: Dialect | DocumentKind | undefined;
  readonly options: RuleOptions;
  /** Also files outside the project are read. */
  readonly followsOutside: boolean;
  /** A path of core as people are to see it. */
  readonly showPath: (path: string) => string;
  /** Somebody named the file itself, not a folder or a pattern that it was found by. */
  readonly isNamed: (path: string) => boolean;
  /** As core has it: up to here it is looked what stands around a file that belongs to no project. */
  readonly currentFolder: string;
}

/** What came of the files that were named. */
export interface Linted {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
  /** How many the project leaves out. */
  readonly leftOut: number;
}

/** What all files of a run have in common. */
export interface RunFiles {
  readonly files: ProjectFiles;
  readonly cache: LoadCache;
}

/** The text of a file, or why it can't be read. */
export function textFor(path: string, settings: LintSettings, { files }: RunFiles): DecodedText | Failure {
  const found = files.named(path);
  if (found.status !== 'found') return { path: settings.showPath(path), reason: reasonOf(found) };
  return { text: found.text, encoding: found.encoding ?? 'utf-8' };
}

/** The request for a configuration. */
export function requestFor(
  service: Service,
  path: string,
  { text, encoding }: DecodedText,
  settings: LintSettings,
  run: RunFiles,
): LintRequest {
  const { as } = settings;
  const dialect = as === 'server' || as === 'sentinel' || as === 'acl' ? as : undefined;
  return { ...askedOf(path, settings, run), file: service.parse(text, encoding), dialect };
}

function askedOf(path: string, { target, options, currentFolder }: LintSettings, { files, cache }: RunFiles) {
  return { path, target, options, root: files.rootOf(path), currentFolder, reader: files.readerFor(path), cache };
}

/**
 * Lints every file with all that it includes. A file that another one of them includes, or gives to a server, is judged
 * only as a part of that one; its findings stand under its own name, once. Files that the project's configuration ignores
 * are left out, and so are documents that start no server, unless somebody named them.
 */
export function lintFiles(
  service: Service,
  paths: readonly string[],
  settings: LintSettings,
  overlay: Overlay = new Map(),
): Linted {
  const run: RunFiles = {
    files: createProjectFiles(overlay, settings.followsOutside),
    cache: createLoadCache(),
  };
  const documents = createDocumentService(service, loadYaml);
  const collected = createCollection();
  for (const path of paths) {
    const text = textFor(path, settings, run);
    if ('reason' in text) collected.fail(text);
    else lintPath({ service, documents, settings, run }, path, text, collected);
  }
  return {
    files: reportsOf(collected, settings).map((file) => ({ ...file, pathInProject: pathInProject(file, run.files) })),
    failures: [...collected.failures.values()],
    leftOut: collected.leftOut.size,
  };
}

interface Linter {
  readonly service: Service;
  readonly documents: DocumentService;
  readonly settings: LintSettings;
  readonly run: RunFiles;
}

/** What was judged so far: of a deployment the first answer counts. */
interface Collection {
  readonly judged: Map<string, Judged>;
  readonly documents: Map<SourceId, KnownDocument>;
  readonly failures: Map<string, Failure>;
  readonly leftOut: Set<string>;
  readonly fail: (failure: Failure) => void;
}

function createCollection(): Collection {
  const failures = new Map<string, Failure>();
  return {
    judged: new Map(),
    documents: new Map(),
    failures,
    leftOut: new Set(),
    fail: (failure) => failures.set(`${failure.path} ${failure.reason}`, failure),
  };
}

function lintPath(linter: Linter, path: string, text: DecodedText, collected: Collection): void {
  const { service, documents, settings, run } = linter;
  const kind = kindToReadAs(path, text.text, settings.as);
  if (kind === 'none') {
    if (settings.isNamed(path)) collected.fail({ path: settings.showPath(path), reason: NO_REDIS });
    return;
  }
  if (kind !== undefined) {
    const result = documents.lint({ ...askedOf(path, settings, run), ...text, kind });
    collectDocument(result, settings, collected);
    return;
  }
  const result = service.lint(requestFor(service, path, text, settings, run));
  mistakesOf(result.project, settings.showPath).forEach(collected.fail);
  if (result.project.isIgnored) collected.leftOut.add(path);
  else collected.judged.set(result.deployment.id, judgedIn(result, settings));
}

function collectDocument(result: DocumentResult, settings: LintSettings, collected: Collection): void {
  const { document, project, isLeftOut, results, notAnalysed } = result;
  const { path, kind, source } = document;
  mistakesOf(project, settings.showPath).forEach(collected.fail);
  for (const each of results) {
    const { id } = each.deployment;
    if (!collected.judged.has(id)) collected.judged.set(id, judgedIn(each, settings));
  }
  if (isLeftOut) collected.leftOut.add(path);
  else if (results.length > 0 || notAnalysed.length > 0) collected.documents.set(path, { kind, source, notAnalysed });
  if (isLeftOut || results.length > 0 || !settings.isNamed(path)) return;
  const [first] = notAnalysed;
  const reason = first ? `nothing of it could be read: ${describeNotAnalysed(first)}` : NO_REDIS;
  collected.fail({ path: settings.showPath(path), reason });
}

/** What is kept of a root. */
interface Judged {
  readonly deployment: Deployment;
  readonly result: RootResult;
  readonly files: ReadonlyMap<SourceId, ReadFile>;
  readonly server: HostedServerReport | undefined;
}

/** A report before it is known where in the project its file stands. */
type ReportedFile = Omit<FileReport, 'pathInProject'>;

/** A file, as one root reads it. */
type ReadFile = Pick<
  FileReport,
  'path' | 'source' | 'as' | 'isReadAgainstName' | 'target' | 'disagreeing' | 'shown' | 'document'
>;

/** Fixes are made, for until then they keep the configuration, which for a thousand roots would fill the memory. */
function judgedIn(result: LintResult, { showPath, as: asked }: LintSettings): Judged {
  const { deployment, config, disagreeing, findings } = result;
  for (const { fixes } of findings) fixes();
  const { target } = deployment;
  const { catalog } = config;
  const files = config.files
    .filter(({ id, path }) => id === path)
    .map((source): [SourceId, ReadFile] => {
      const { id, path, dialect, file } = source;
      const isReadAgainstName = source === config.root && asked === undefined && dialect !== dialectOfName(path);
      const shown = configurationShown(file, { catalog, dialect });
      return [id, { path: showPath(path), source, as: dialect, isReadAgainstName, target, disagreeing, shown }];
    });
  return { deployment, result: rootResultOf(result), files: new Map(files), server: hostedServerOf(result) };
}

/** As people see it where it belongs to no project. */
function pathInProject({ path, source }: ReportedFile, { rootOf }: ProjectFiles): string {
  const root = rootOf(source.path);
  return root !== undefined && isBelow(source.path, root) ? source.path.slice(root.length).replace(/^\//, '') : path;
}

function reportsOf({ judged, documents }: Collection, settings: LintSettings): readonly ReportedFile[] {
  const all = [...judged.values()].map((each) => ({ ...each, sources: each.result.sources }));
  const project = projectOf(all);
  const kept = new Set(project.roots.map(({ id }) => id));
  const roots = all.filter(({ deployment: { id } }) => kept.has(id));
  const servers = roots.flatMap(({ server }) => server ?? []);
  const reported = project.reports(all.map(({ result }) => result)).flatMap(({ source, deployments: _, ...said }) => {
    const document = documents.get(source) ?? documentAmong(source, roots);
    const file = document
      ? { ...documentPart(document, servers), path: settings.showPath(source) }
      : roots.find(({ files }) => files.has(source))?.files.get(source);
    return file ? [{ ...said, ...file }] : [];
  });
  const known = new Set(reported.map(({ source }) => source.id));
  const unserved = [...documents].filter(([path]) => !known.has(path));
  return [...reported, ...unserved.map(([path, document]) => unservedFile(document, settings.showPath(path)))];
}

/** One that nobody named, which says something of a server that another one starts. */
function documentAmong(id: SourceId, roots: readonly Judged[]): KnownDocument | undefined {
  for (const { deployment } of roots) {
    const source: Source | undefined = sourceIn(deployment.hosts, id);
    if (source) return { kind: documentKindOf(id) ?? deployment.facts?.kind ?? 'compose', source, notAnalysed: [] };
  }
  return undefined;
}
