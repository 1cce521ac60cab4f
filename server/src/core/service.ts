import { type Verdict, verdictOf } from './answers/verdict.js';
import type { Deployment } from './config/deployment.js';
import { type FileReader, NO_FILES } from './config/file-reader.js';
import { loadConfiguration } from './config/load-configuration.js';
import { type ConfigSource, type Dialect, type SourceId, sourceOfFile } from './config/occurrence.js';
import { isBelow } from './config/paths.js';
import { detectDialect } from './config/reading/dialect.js';
import { lexicalRulesFor } from './config/reading/lexical-rules.js';
import type { LoadCache } from './config/reading/load-cache.js';
import { differsInProseAlone } from './config/reading/prose-edit.js';
import { surroundingsOf } from './config/reading/surroundings.js';
import { chooseTarget, named, type TargetChoice } from './config/reading/target-choice.js';
import type { ResolvedConfiguration } from './config/resolved-configuration.js';
import type { Told } from './config/told.js';
import type { Target } from './directives/target.js';
import { hover as hoverAt } from './features/hover.js';
import type { Finding } from './lint/finding.js';
import { placesInDocuments } from './lint/in-documents.js';
import {
  findProjectConfiguration,
  type ProjectConfiguration,
} from './lint/project-configuration/find-project-configuration.js';
import { roleFromComment } from './lint/role-comment.js';
import { idsByDirective } from './lint/rules-by-topic.js';
import { type RuleOptions, type RuleRun, runRules } from './lint/run-rules.js';
import { deploymentOf } from './project/bare-deployment.js';
import { createHashGuesser } from './rules/building-blocks/guessed-hashes.js';
import { RULES } from './rules/index.js';
import type { Rule } from './rules/rule.js';
import type { TextEncoding } from './syntax/bytes.js';
import { type ConfigFile, parseFile, reparseFile } from './syntax/config-file.js';
import { wholeDocument } from './syntax/whole-document.js';
import type { Place } from './text/place.js';
import type { Position } from './text/span.js';

/** One file that is to be read and judged, and who says how. */
export interface LintRequest {
  /** Absolute path with `/` separators; for a text without a file, the name it should be taken for. */
  readonly path: string;
  readonly file: ConfigFile;
  /** Of a configuration that stands in another document: what it is called, and where its lines stand. */
  readonly id?: SourceId | undefined;
  readonly place?: Place | undefined;
  /** Undefined: told from the name and the text. */
  readonly dialect?: Dialect | undefined;
  /** From the command line: wins over everything. Undefined: told by the project's configuration file, or the file. */
  readonly target?: Target | undefined;
  readonly reader?: FileReader | undefined;
  /**
   * The folder of the project that the file belongs to: the workspace folder, or the nearest one above the file that is
   * marked as a root. Undefined: none, or nobody knows.
   */
  readonly root?: string | undefined;
  /** Where there is no root: the folder that the person works in, up to which it is looked what stands around the file. */
  readonly currentFolder?: string | undefined;
  /** From `createLoadCache`; the host owns it, and what did not change is then not worked out again. */
  readonly cache?: LoadCache | undefined;
  /** What the last request for the same file was answered: rules that read nothing else now are not asked again. */
  readonly before?: LintResult | undefined;
  /** From the command line: wins over the project's configuration file. */
  readonly options?: RuleOptions | undefined;
  /** From the editor's settings: the project's configuration file wins over them, so that all see what CI sees. */
  readonly defaults?: LintDefaults | undefined;
}

/** What holds where neither the command line nor the project's configuration file says otherwise. */
export interface LintDefaults {
  readonly target?: Target | undefined;
  readonly options?: RuleOptions | undefined;
}

/** What a request is answered with: how the file was read, what it comes to, and what is wrong with it. */
export interface LintResult {
  readonly deployment: Deployment;
  /** What images and charts around the file say, where they contradict each other and nobody named the target. */
  readonly disagreeing: readonly Told<Target>[];
  readonly verdict: Verdict;
  /** None for a file that the project's configuration ignores. */
  readonly findings: readonly Finding[];
  readonly config: ResolvedConfiguration;
  /** For the next request for the same file; undefined where no rule ran. */
  readonly run: RuleRun | undefined;
  /** What `.redis-conf-lint.json` says of this file. */
  readonly project: ProjectConfiguration;
}

/** A configuration that was read and not judged yet. */
export type Loaded = Pick<LintResult, 'deployment' | 'disagreeing' | 'config' | 'project'>;

/** What stands around a file and decides how it is read. */
export interface Surroundings {
  /** What `.redis-conf-lint.json` says of it. */
  readonly project: ProjectConfiguration;
  /** What images and charts say of its server, the nearest first; not asked where somebody named the target. */
  readonly servers: readonly Told<Target>[];
}

/** All that hosts need of core. */
export interface Service {
  readonly rules: readonly Rule[];
  readonly parse: (text: string, encoding?: TextEncoding) => ConfigFile;
  /** Asks for all at once that decides how the file is read, so that a host whose files come later need not guess. */
  readonly lookAround: (request: LintRequest) => Surroundings;
  /** Reads the files as the server does, without judging them. `around`: from `lookAround`, where it is at hand. */
  readonly load: (request: LintRequest, around?: Surroundings) => Loaded;
  /** What the rules say of what was read for the same request. */
  readonly judge: (loaded: Loaded, request: LintRequest) => LintResult;
  /**
   * The same answer of a file whose text differs in prose alone, where nothing else has changed: its findings stand where
   * they stood. Undefined: it has to be read.
   */
  readonly retold: (before: LintResult, file: ConfigFile) => LintResult | undefined;
  /** Reads and judges. */
  readonly lint: (request: LintRequest) => LintResult;
}

/** What a comment may name, whichever rules run. */
const KNOWN_RULES: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

const RULES_ABOUT = idsByDirective(RULES);

/** What a directive, an ACL rule or a user means, what is in force, and which rules check it. */
export const hover = (config: ResolvedConfiguration, id: SourceId, position: Position) =>
  hoverAt(config, id, position, RULES_ABOUT);

/** A stateless engine: same request, same answer. */
export function createService(rules: readonly Rule[] = RULES): Service {
  const ruleIds = [...KNOWN_RULES];
  const guessHash = createHashGuesser();
  const lookAround: Service['lookAround'] = (request) => {
    const { path, reader = NO_FILES, cache, target, defaults } = request;
    const project = findProjectConfiguration(path, reader, ruleIds);
    const isNamed = (target ?? project.target ?? defaults?.target) !== undefined;
    const servers = isNamed ? [] : surroundingsOf(path, reader, aroundOf(request), cache);
    return { project, servers };
  };
  const load: Service['load'] = (request, around = lookAround(request)) => {
    const { deployment, disagreeing } = deploymentFor(request, around);
    const { reader = NO_FILES, cache } = request;
    const config = loadConfiguration({ deployment, reader, cache });
    return { deployment, disagreeing, project: around.project, config };
  };
  const judge: Service['judge'] = (loaded, request) => {
    const { config, deployment, project } = loaded;
    const options = {
      ...ruleOptionsOf(request, project),
      target: deployment.target,
      guessHash,
      remember: request.cache?.remember,
      before: request.before?.run,
    };
    const run = project.isIgnored ? undefined : runRules(rules, config, options, KNOWN_RULES);
    const findings = run?.findings ?? [];
    return { ...loaded, verdict: verdictOf(config, findings, placesInDocuments(config)), findings, run };
  };
  return Object.freeze({
    rules,
    parse: (text: string, encoding: TextEncoding = 'utf-8') => parseFile(text, { encoding }),
    lookAround,
    load,
    judge,
    retold,
    lint: (request: LintRequest) => judge(load(request), request),
  });
}

/** In an ACL file a comment is a mistake; of another document the place would have to be another one. */
function retold(before: LintResult, file: ConfigFile): LintResult | undefined {
  const { config } = before;
  const { root } = config;
  const isWhole = root.id === root.path && config.deployment.hosts.length === 0 && root.dialect !== 'acl';
  if (!isWhole || !differsInProseAlone(root.file, file)) return undefined;
  const now: ConfigSource = { ...root, file, place: wholeDocument(file) };
  return {
    ...before,
    config: { ...config, root: now, files: config.files.map((each) => (each.id === root.id ? now : each)) },
  };
}

function sourceOf({ path, id = path, place, dialect, cache }: LintRequest, file: ConfigFile): ConfigSource {
  const source = sourceOfFile(path, file, dialect ?? detectDialect({ path, file }, cache?.remember));
  return { ...source, id, ...(place && { place }) };
}

/** The whole file system belongs to nobody's configuration. */
function aroundOf({ path, root, currentFolder }: LintRequest): string | undefined {
  return [root, currentFolder].find((folder) => folder !== undefined && folder !== '/' && isBelow(path, folder));
}

/** A file that somebody named, as the one that a server is started with. */
function deploymentFor(request: LintRequest, around: Surroundings): Pick<LintResult, 'deployment' | 'disagreeing'> {
  const { root: rootFolder } = request;
  const { target, disagreeing } = targetOf(request, around);
  const file = reparseFile(request.file, lexicalRulesFor(target.value));
  const source = sourceOf(request, file);
  const isDevelopment = ruleOptionsOf(request, around.project).profile === 'development';
  const deployment = deploymentOf({ source, target, rootFolder, around: aroundOf(request), isDevelopment });
  return { deployment, disagreeing };
}

/** Command line, then configuration file, then editor, then what the file itself and what stands around it tell. */
function targetOf({ path, file, target, defaults }: LintRequest, { project, servers }: Surroundings): TargetChoice {
  if (target === undefined && project.target) return named({ value: project.target, by: 'project' });
  return chooseTarget(path, file, target ?? defaults?.target, servers);
}

function ruleOptionsOf({ file, options, defaults }: LintRequest, project: ProjectConfiguration): RuleOptions {
  return {
    ...defaults?.options,
    ...options,
    severities: { ...defaults?.options?.severities, ...project.severities, ...options?.severities },
    profile: options?.profile ?? project.profile ?? defaults?.options?.profile,
    role: options?.role ?? project.role ?? defaults?.options?.role ?? roleFromComment(file),
    knownDirectives: [defaults?.options, project, options].flatMap((choice) => choice?.knownDirectives ?? []),
  };
}

export { describeTeller } from './answers/describe-target.js';
export type { Verdict } from './answers/verdict.js';
export { dialectIn } from './config/dialect-in.js';
export type { FileLookup, FileReader, FolderLookup, Unanswered } from './config/file-reader.js';
export { type Starts, startsOf } from './config/meaning/starts.js';
export {
  type ConfigSource,
  type Dialect,
  type Location,
  type Source,
  type SourceId,
  sourceIn,
  sourceOfFile,
} from './config/occurrence.js';
export { createLoadCache, type LoadCache } from './config/reading/load-cache.js';
export { type SuppressionKind, suppressionComment } from './config/reading/suppression-comments.js';
export type { ResolvedConfiguration } from './config/resolved-configuration.js';
export { isShownUserName } from './config/showing/shown-words.js';
export { type Certainty, certaintyOf, type Teller, type Told } from './config/told.js';
export { describeUnread, type Unread } from './config/unread.js';
export { RELEASE_LINES } from './directives/release-lines.js';
export { describeReleaseLines, formatTarget, parseTarget, type Target, targetId } from './directives/target.js';
export { isAclFile } from './features/acl-line.js';
export { completion, describeCompletion } from './features/completion.js';
export { completionInDocument } from './features/completion-in-document.js';
export { documentSymbols, foldingRanges } from './features/document-symbols.js';
export { fileLinks } from './features/file-links.js';
export { fillSecret, needsSecret } from './lint/apply-fix.js';
export { cap, MOST_FINDINGS } from './lint/cap.js';
export { isSafe } from './lint/choose-fixes.js';
export type { Finding, RefusedFix } from './lint/finding.js';
export { type FixedFiles, fixInRounds, type Linting } from './lint/fix-rounds.js';
export { documentsIn } from './lint/in-documents.js';
export type { ConfigurationProblem } from './lint/project-configuration/configuration-file.js';
export { currentRuleId, RENAMED_RULES } from './lint/renamed-rules.js';
export { projectOf } from './project/project.js';
export { isHostLanguage, kindOfLanguage } from './project/recognise/host-languages.js';
export { type Traces, tracesAfter, tracesIn } from './project/recognise/sniff.js';
export { DOCUMENT_KINDS, type DocumentKind, dialectOfName, hostKindOf } from './project/recognise.js';
export { reportsByFile, rootResultOf } from './project/reports.js';
export type { Effect, Fix, Rule, Severity, SourceEdit } from './rules/rule.js';
export { GENERATED_SECRET, GENERATED_SECRET_SHA256, needsReview } from './rules/rule.js';
export { decodeBytes } from './syntax/bytes.js';
export { type ConfigFile, editFile, parseFile, textOf } from './syntax/config-file.js';
export { wholeDocument } from './syntax/whole-document.js';
export { eachOnce } from './text/each-once.js';
export type { TextEdit } from './text/edit.js';
export { editsBetween } from './text/edits-between.js';
export { type LineEdit, linesWritten } from './text/line-edit.js';
export type { Place, Refused } from './text/place.js';
export { printable, withoutLinks } from './text/printable.js';
export { type Position, type Range, rangeOnLine, type Span } from './text/span.js';
