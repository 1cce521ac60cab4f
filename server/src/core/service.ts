import { detectDialect } from './config/dialect.js';
import { type FileReader, NO_FILES } from './config/file-reader.js';
import { lexicalRulesFor } from './config/lexical-rules.js';
import { loadConfiguration } from './config/load-configuration.js';
import type { Dialect, ResolvedConfiguration, SourceFile } from './config/resolved-configuration.js';
import { chooseTarget, type TargetChoice } from './config/target-choice.js';
import type { Target } from './directives/target.js';
import type { Finding } from './lint/finding.js';
import { type RuleOptions, runRules } from './lint/run-rules.js';
import { RULES } from './rules/index.js';
import type { Rule } from './rules/rule.js';
import type { TextEncoding } from './syntax/bytes.js';
import { type ConfigFile, parseFile, reparseFile } from './syntax/config-file.js';

export interface LintRequest {
  /** Absolute path with `/` separators; for a text without a file, the name it should be taken for. */
  readonly path: string;
  readonly file: ConfigFile;
  /** Undefined: told from the name and the text. */
  readonly dialect?: Dialect | undefined;
  /** From settings or the command line; undefined: told from the file. */
  readonly target?: Target | undefined;
  readonly reader?: FileReader | undefined;
  readonly options?: RuleOptions | undefined;
}

export interface LintResult {
  readonly dialect: Dialect;
  readonly target: TargetChoice;
  /** Whether the target would start with it, whatever rules are on. */
  readonly isStartable: boolean;
  readonly findings: readonly Finding[];
  readonly config: ResolvedConfiguration;
}

/** All that hosts need of core. */
export interface Service {
  readonly rules: readonly Rule[];
  readonly parse: (text: string, encoding?: TextEncoding) => ConfigFile;
  /** Reads the files as the server does, without judging them. */
  readonly load: (request: LintRequest) => { readonly config: ResolvedConfiguration; readonly target: TargetChoice };
  readonly lint: (request: LintRequest) => LintResult;
}

/** What a comment may name, whichever rules run. */
const KNOWN_RULES: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** A stateless engine: same request, same answer. */
export function createService(rules: readonly Rule[] = RULES): Service {
  const load: Service['load'] = (request) => {
    const target = chooseTarget(request.path, request.file, request.target);
    const source: SourceFile = { path: request.path, file: reparseFile(request.file, lexicalRulesFor(target.target)) };
    const dialect = request.dialect ?? detectDialect(source);
    const reader = request.reader ?? NO_FILES;
    return { target, config: loadConfiguration({ root: source, dialect, target: target.target, reader }) };
  };
  const lint: Service['lint'] = (request) => {
    const { config, target } = load(request);
    const findings = runRules(rules, config, request.options, KNOWN_RULES);
    const isStartable = !config.problems.some(({ isFatal }) => isFatal);
    return { dialect: config.dialect, target, isStartable, findings, config };
  };
  return Object.freeze({
    rules,
    parse: (text: string, encoding: TextEncoding = 'utf-8') => parseFile(text, { encoding }),
    load,
    lint,
  });
}

export type { FileLookup, FileReader, FolderLookup } from './config/file-reader.js';
export type { Dialect, Location, ResolvedConfiguration, SourceFile } from './config/resolved-configuration.js';
export { type SuppressionKind, suppressionComment } from './config/suppression-comments.js';
export type { TargetChoice } from './config/target-choice.js';
export { formatTarget, parseTarget, type Target, targetId } from './directives/target.js';
export { describeExposure } from './features/describe-exposure.js';
export { fillSecret, hostEdits, needsSecret } from './lint/apply-fix.js';
export type { Finding } from './lint/finding.js';
export { safeEdits } from './lint/safe-edits.js';
export type { Fix, Rule, Severity } from './rules/rule.js';
export { GENERATED_SECRET, GENERATED_SECRET_SHA256 } from './rules/rule.js';
export { type ConfigFile, editFile, hostRange, parseFile, textOf } from './syntax/config-file.js';
export { editsOverlap, type TextEdit } from './text/edit.js';
export type { Position, Range } from './text/span.js';
