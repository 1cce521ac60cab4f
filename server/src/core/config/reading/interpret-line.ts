import type { RefusedArguments } from '../../directives/arguments/arguments-reading.js';
import { readArguments } from '../../directives/arguments/read-arguments.js';
import { cString } from '../../directives/c-numbers.js';
import { has } from '../../directives/capabilities.js';
import {
  type Catalog,
  type Directive,
  type DirectiveName,
  isBundledModuleDirective,
} from '../../directives/catalog.js';
import { misreadPath } from '../../directives/misread-paths.js';
import { type DirectiveLine, directiveSpan, lowerCaseAscii, type MalformedLine } from '../../syntax/config-line.js';
import { splitWords } from '../../syntax/split-words.js';
import type { Word } from '../../syntax/word.js';
import type { Span } from '../../text/span.js';
import type { LoadProblemDetail, LoadStage } from '../load-problem.js';
import type { Dialect } from '../occurrence.js';
import { lexicalRulesFor } from './lexical-rules.js';
import { hasPlaceholder } from './placeholders.js';
import { type Refusal, refusedName, slipIn } from './refused-line.js';

/** What the target makes of one directive line, wherever it stands: a pure function of line, catalog and dialect. */
export interface LineReading {
  /** The directive that it sets; undefined for an unknown name. */
  readonly name: DirectiveName | undefined;
  readonly args: readonly Word[];
  readonly isTemplated: boolean;
  /** The line's value as CONFIG GET would show it; undefined where it is refused or unknown. */
  readonly shown?: string;
  readonly problem?: LineProblem;
}

/** What the target says of the line; columns only, as a line knows nothing of where it stands. */
export type LineProblem = LoadProblemDetail & {
  readonly at: Span;
  readonly stage: LoadStage;
  readonly isFatal: boolean;
  readonly isUndecided?: boolean;
};

/** What a line is read for. */
export interface LineRequest {
  readonly catalog: Catalog;
  readonly dialect: Dialect;
  /** Whether what holds the line puts something else into it; undefined: whatever looks like a placeholder is one. */
  readonly isFilledIn?: boolean | undefined;
  /** Some of that stands in the name itself. */
  readonly isNameFilledIn?: boolean | undefined;
}

/** Reads one line as the target does, without a look at any other. */
export function readLine(line: DirectiveLine, request: LineRequest): LineReading {
  const { catalog, dialect, isFilledIn, isNameFilledIn = false } = request;
  const isTemplated = isFilledIn ?? hasPlaceholder(line.text);
  const directive = catalog.lookup(line.key);
  if (directive === undefined) {
    const isNameOpen = isTemplated && isFilledIn === undefined;
    if (isNameFilledIn) return { name: undefined, args: line.args, isTemplated };
    const problem = isNameOpen ? placeholder(line.name, true) : unknownName(line, catalog, dialect);
    return { name: undefined, args: line.args, isTemplated, ...(problem && { problem }) };
  }
  const { args, isBroken } = directive.facts.multiArg
    ? resplit(line.args, catalog)
    : { args: line.args, isBroken: false };
  const reading: LineReading = { name: directive.name, args, isTemplated };
  if (isTemplated) {
    const problem = isFilledIn ? undefined : placeholderIn(args, directive, catalog, dialect);
    return problem ? { ...reading, problem } : reading;
  }
  if (directive.name === 'sentinel' && dialect !== 'sentinel' && args.length > 0) {
    return {
      ...reading,
      problem: { code: 'sentinel-outside-sentinel', at: line.name, stage: 'config', isFatal: true },
    };
  }
  const result = readArguments(
    directive,
    args.map(({ value }) => value),
    catalog.target,
  );
  if ('problem' in result) return { ...reading, problem: refusal(line, args, directive, result, catalog) };
  const [first] = args;
  const misread = isBroken
    ? 'an empty list'
    : (result.misread ?? (first && misreadPath(directive.name, first.raw, first.value)));
  if (misread === undefined) return { ...reading, shown: result.shown };
  const at = argumentsSpan(line);
  const value = directive.facts.sensitive ? '' : line.text.slice(at.start, at.end);
  const detail = { code: 'value-misread', directive: directive.name, value, effect: misread } as const;
  return { ...reading, shown: result.shown, problem: { ...detail, at, stage: 'config', isFatal: false } };
}

/** A file or an address has to be there; `sentinel` is refused outside of Sentinel. */
const NAMES_WHAT_IS: ReadonlySet<DirectiveName> = new Set<DirectiveName>(['aclfile', 'bind', 'include', 'sentinel']);

/** Undefined where a password stands, which has a rule of its own, and for what Sentinel checks when all is read. */
function placeholderIn(
  args: readonly Word[],
  directive: Directive,
  catalog: Catalog,
  dialect: Dialect,
): LineProblem | undefined {
  const { name, facts } = directive;
  if (name === 'sentinel' && dialect === 'sentinel') return undefined;
  // Where no word holds it, it spans several.
  const word =
    name === 'user'
      ? args.find(({ raw }) => hasPlaceholder(raw) && !/^[>#<!]/.test(raw))
      : (args.find(({ raw }) => hasPlaceholder(raw)) ?? args[0]);
  const values = args.map(({ value }) => value);
  const isRefused = NAMES_WHAT_IS.has(name) || 'problem' in readArguments(directive, values, catalog.target);
  const isPassword = facts.sensitive && name !== 'user' && !isRefused;
  return isPassword || !word ? undefined : placeholder(word, isRefused, name);
}

/** What the target says of a line that it cannot split; around a placeholder the quotes are those of its language. */
export function unsplitLine(
  { text, words: [name], error }: MalformedLine,
  { catalog, isFilledIn }: LineRequest,
): LineProblem | undefined {
  if (isFilledIn) return undefined;
  if (isFilledIn === undefined && hasPlaceholder(text)) {
    return placeholder(name ?? error.at, true, name && catalog.lookup(lowerCaseAscii(name.value))?.name);
  }
  return { code: 'unbalanced-quotes', kind: error.kind, at: error.at, stage: 'config', isFatal: true };
}

function placeholder({ start, end }: Span, isUndecided: boolean, directive?: DirectiveName): LineProblem {
  const detail = directive === undefined ? {} : { directive };
  return { code: 'placeholder', ...detail, at: { start, end }, stage: 'config', isFatal: false, isUndecided };
}

/**
 * An unknown name is refused at once; Redis 8 keeps a name with arguments for the modules and complains when all is
 * read, and so do others with a name that has a dot. Nobody complains in Sentinel.
 */
function unknownName(line: DirectiveLine, catalog: Catalog, dialect: Dialect): LineProblem | undefined {
  const { target } = catalog;
  const keepsNames = has(target, 'unknown-names-kept');
  const hasValue = line.args.length > 0;
  if (keepsNames && hasValue && isBundledModuleDirective(line.key)) return undefined;
  const isModuleDirective = !keepsNames && line.key.includes('.') && has(target, 'module-directives');
  const found = refusedName(line, catalog);
  const refused: Refusal =
    isModuleDirective && found.code === 'unknown-directive'
      ? { code: 'unclaimed-module-directive', name: line.name.raw, hasValue, at: line.name }
      : found;
  if (!hasValue || (!keepsNames && !isModuleDirective)) return { ...refused, stage: 'config', isFatal: true };
  const isSentinel = dialect === 'sentinel';
  // A Sentinel of Redis 8 keeps what it does not know and never looks at it again; every other one refuses the mark.
  const isUndecided = isSentinel && refused.code === 'byte-order-mark';
  return { ...refused, stage: 'startup', isFatal: !isSentinel, ...(isUndecided ? { isUndecided } : {}) };
}

/** Names outside the table of directives: the wrong number of arguments makes them unknown ones, which Redis 8 keeps. */
const OUTSIDE_TABLE: ReadonlySet<DirectiveName> = new Set<DirectiveName>([
  'include',
  'rename-command',
  'user',
  'loadmodule',
]);

function refusal(
  line: DirectiveLine,
  args: readonly Word[],
  directive: Directive,
  { problem, index }: RefusedArguments,
  catalog: Catalog,
): LineProblem {
  const [min, max] = arityOf(directive, catalog);
  const word = index === undefined ? undefined : args[index];
  const at = word ?? argumentsSpan(line);
  const value = directive.facts.sensitive ? '' : (word?.raw ?? line.text.slice(at.start, at.end));
  const base: Refusal =
    problem.code === 'wrong-arity'
      ? { code: 'wrong-arity', name: line.name.raw, min, max, given: args.length, at: countSpan(line, args, max) }
      : { ...problem, directive: directive.name, value, at };
  const refused = slipIn(line, min) ?? base;
  const isKept =
    problem.code === 'wrong-arity' &&
    args.length > 0 &&
    (directive.isIgnored || OUTSIDE_TABLE.has(directive.name)) &&
    has(catalog.target, 'unknown-names-kept');
  return { ...refused, stage: isKept ? 'startup' : 'config', isFatal: true };
}

function arityOf({ name, arity, isIgnored }: Directive, { target }: Catalog): readonly [number, number | null] {
  if (isIgnored) return [1, 1];
  if (name === 'client-output-buffer-limit') return [4, has(target, 'output-buffer-groups') ? null : 4];
  return arity ?? [1, 1];
}

/**
 * Redis 7.0 and later, Valkey: one non-empty argument of a multi-argument directive is split into words again.
 * Where that fails the list is empty, without a word.
 */
function resplit(args: readonly Word[], catalog: Catalog): { args: readonly Word[]; isBroken: boolean } {
  const [only] = args;
  if (args.length !== 1 || !only || only.value === '' || !has(catalog.target, 'lone-argument-split')) {
    return { args, isBroken: false };
  }
  if (only.quote === 'plain') return { args, isBroken: false };
  const { words, error } = splitWords(cString(only.value), 0, undefined, lexicalRulesFor(catalog.target), 'latin-1');
  if (error) return { args: [], isBroken: true };
  return { args: words.map((word) => ({ ...word, start: only.start, end: only.end })), isBroken: false };
}

/** All arguments; the name where there are none. */
function argumentsSpan({ name, args }: DirectiveLine): Span {
  return { start: (args[0] ?? name).start, end: (args.at(-1) ?? name).end };
}

/** From the first word that is too many to the last; the whole directive where some are missing. */
function countSpan(line: DirectiveLine, args: readonly Word[], max: number | null): Span {
  const first = max === null || args.length <= max ? undefined : args[max];
  return first ? { start: first.start, end: args.at(-1)?.end ?? first.end } : directiveSpan(line);
}
