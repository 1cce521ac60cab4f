import { hostFault, isNumericHost, UNRESOLVABLE } from '../../directives/addresses.js';
import { readCInt } from '../../directives/c-numbers.js';
import { has } from '../../directives/capabilities.js';
import { isAlive } from '../../directives/catalog.js';
import { nearestTo } from '../../directives/nearest.js';
import {
  SENTINEL_STATEMENT_NAMES,
  type SentinelStatement,
  sentinelStatement,
} from '../../directives/sentinel-statements.js';
import type { Target } from '../../directives/target.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Word } from '../../syntax/word.js';
import type { Remember } from '../../text/remember.js';
import type { LoadProblem, LoadProblemDetail } from '../load-problem.js';
import type { Occurrence } from '../occurrence.js';
import { hasPlaceholder } from '../reading/placeholders.js';

interface OccurrenceFor {
  readonly occurrence: Occurrence;
  readonly target: Target;
}

interface Statement {
  readonly occurrence: Occurrence;
  /** As written, lower case. */
  readonly name: string;
  /** After the statement's name. */
  readonly args: readonly Word[];
  readonly facts: SentinelStatement | undefined;
}

/** What a Sentinel knows while it goes through its lines. */
interface Progress {
  readonly masters: Set<string>;
  readonly replicas: Set<string>;
  readonly renames: Set<string>;
  resolvesNames: boolean;
  /** Whether a name that nobody finds is taken. */
  readonly takesUnresolved: boolean;
  /** Whether a placeholder may turn out to be a line that lets names be looked up. */
  readonly mayResolve: boolean;
  /** Whether no line but those that are read may declare a master: not below one that was meant to. */
  knowsMasters: boolean;
}

const PHASES = ['pre', 'monitor', 'post'] as const;

/**
 * What a Sentinel says about its own lines. They are kept until all files are read; then come the global statements,
 * then `monitor`, then all others, each in the order of the files; before 6.2 each is carried out where it stands. `isBroken`: there is a line that cannot be read, or
 * whose name is misspelt.
 */
export function* checkSentinel(
  occurrences: readonly Occurrence[],
  target: Target,
  isBroken: boolean,
  remember: Remember,
): Iterable<LoadProblem> {
  const statements = occurrences.flatMap((occurrence) => remember(statementOf, occurrence, { occurrence, target }));
  const mayBe = (name: string) => statements.some((statement) => mayTurnInto(statement, name));
  const resolvesOnDemand = has(target, 'sentinel-resolves-on-demand');
  const progress: Progress = {
    masters: new Set(),
    replicas: new Set(),
    renames: new Set(),
    resolvesNames: !resolvesOnDemand,
    takesUnresolved: resolvesOnDemand,
    mayResolve: mayBe('resolve-hostnames'),
    knowsMasters: !mayBe('monitor') && !isBroken,
  };
  const isQueued = has(target, 'sentinel-statements-queued');
  for (const phase of isQueued ? PHASES : [undefined]) {
    for (const statement of statements) {
      if (phase !== undefined && phaseOf(statement) !== phase) continue;
      if (isMisspeltMonitor(statement)) progress.knowsMasters = false;
      const found = checkStatement(statement, progress);
      if (statement.occurrence.isTemplated) {
        yield* placeholderIn(statement, found);
        if (!progress.mayResolve) yield* hostNameBesidePlaceholder(statement, progress);
      } else if (found) yield problem(statement, found);
    }
  }
}

interface Found {
  readonly detail: LoadProblemDetail;
  /** Among all words after `sentinel`; 0 is the statement's name. */
  readonly index: number;
  /** Missing: it is. */
  readonly isFatal?: boolean;
}

/** An occurrence is of one target. */
function statementOf({ occurrence, target }: OccurrenceFor): readonly Statement[] {
  const [first, ...args] = occurrence.args;
  if (!first) return [];
  const name = first.value.toLowerCase();
  const facts = sentinelStatement(name);
  return [{ occurrence, name, args, facts: facts && isAlive(facts.since, target) ? facts : undefined }];
}

/** A placeholder in its arguments makes no other statement of a line. */
function mayTurnInto({ name, occurrence: { isTemplated, args } }: Statement, wanted: string): boolean {
  return isTemplated && (name === wanted || hasPlaceholder(args[0]?.raw ?? ''));
}

function isMisspeltMonitor({ name, facts }: Statement): boolean {
  return facts === undefined && nearestTo(name, SENTINEL_STATEMENT_NAMES)[0] === 'monitor';
}

/** A name that is not known is kept for last. */
function phaseOf({ name, facts }: Statement): (typeof PHASES)[number] {
  return facts?.phase ?? sentinelStatement(name)?.phase ?? 'post';
}

function checkStatement(statement: Statement, progress: Progress): Found | undefined {
  const { name, args, facts } = statement;
  const [min, max] = facts?.arity ?? [0, -1];
  if (args.length < min || args.length > max) {
    if (name === 'monitor' && args[0]) progress.masters.add(args[0].value);
    return unknown(statement);
  }
  switch (name) {
    case 'monitor':
      return checkMonitor(statement, progress);
    case 'resolve-hostnames':
      progress.resolvesNames = /^yes$/i.test(args[0]?.value ?? '');
      return yesOrNo(statement);
    case 'announce-hostnames':
    case 'deny-scripts-reconfig':
      return yesOrNo(statement);
    case 'announce-ip':
      return checkHost(statement, 1);
    case 'myid':
      return args[0]?.value.length === 40 ? undefined : invalid(statement, 1, 'must have 40 characters');
  }
  if (facts?.phase !== 'post' || (name === 'known-sentinel' && args.length === 3)) return undefined;
  const master = args[0]?.value ?? '';
  if (!progress.masters.has(master)) {
    if (!progress.knowsMasters) return undefined;
    return { detail: { code: 'sentinel-unknown-master', statement: name, master: textOfBytes(master) }, index: 1 };
  }
  return checkMasterStatement(statement, progress);
}

function checkMasterStatement(statement: Statement, progress: Progress): Found | undefined {
  const { name, args } = statement;
  const [master, second] = args.map(({ value }) => value);
  switch (name) {
    case 'down-after-milliseconds':
    case 'failover-timeout':
      return readCInt(second ?? '') > 0n ? undefined : invalid(statement, 2, 'must be above 0');
    case 'master-reboot-down-after-period':
    case 'primary-reboot-down-after-period':
      return readCInt(second ?? '') >= 0n ? undefined : invalid(statement, 2, 'must not be negative');
    case 'rename-command': {
      const key = `${master} ${second?.toLowerCase()}`;
      if (progress.renames.has(key)) return invalid(statement, 2, 'is renamed a second time');
      progress.renames.add(key);
      return undefined;
    }
    case 'known-replica':
    case 'known-slave': {
      const address = `${args[1]?.value.toLowerCase()} ${readCInt(args[2]?.value ?? '')}`;
      const wrong = checkAddress(statement, progress, 1);
      if (wrong) return wrong;
      if (progress.replicas.has(`${master} ${address}`))
        return invalid(statement, 2, 'names a replica that an earlier line names');
      progress.replicas.add(`${master} ${address}`);
      return undefined;
    }
    case 'known-sentinel':
      return checkAddress(statement, progress, 1);
    default:
      return undefined;
  }
}

function checkMonitor(statement: Statement, progress: Progress): Found | undefined {
  const [master = '', , , quorum] = statement.args.map(({ value }) => value);
  const isDeclared = progress.masters.has(master);
  // Also by a line that is refused: what other lines say of the master is not wrong for that.
  progress.masters.add(master);
  if (readCInt(quorum ?? '') < 1n) return invalid(statement, 4, 'must be a quorum of 1 or more');
  const wrong = checkAddress(statement, progress, 1);
  if (wrong && wrong.isFatal !== false) return wrong;
  if (isDeclared) return { detail: { code: 'sentinel-duplicate-master', master: textOfBytes(master) }, index: 1 };
  return wrong;
}

/** Host and port stand at `index` and after it. */
function checkAddress(statement: Statement, progress: Progress, index: number): Found | undefined {
  const host = statement.args[index]?.value ?? '';
  const port = readCInt(statement.args[index + 1]?.value ?? '');
  if (port < 0n || port > 65535n) return invalid(statement, index + 2, 'must be a port from 0 to 65535');
  if (isNumericHost(host)) return undefined;
  const isLookedUp = progress.resolvesNames || (progress.mayResolve && !statement.occurrence.isTemplated);
  const unresolved = isLookedUp ? checkHost(statement, index + 1) : undefined;
  if (isLookedUp && (unresolved === undefined || progress.takesUnresolved)) return unresolved;
  const detail = { code: 'sentinel-host-name', statement: statement.name, host: textOfBytes(host) } as const;
  return { detail, index: index + 1 };
}

/** A host that cannot be looked up is taken all the same, and never found. `index`: among all words after `sentinel`. */
function checkHost({ args }: Statement, index: number): Found | undefined {
  const word = args[index - 1];
  if (!word || hostFault(textOfBytes(word.value)) === undefined) return undefined;
  const detail = { code: 'value-misread', directive: 'sentinel', value: word.raw, effect: UNRESOLVABLE } as const;
  return { detail, index, isFatal: false };
}

function yesOrNo(statement: Statement): Found | undefined {
  return /^(yes|no)$/i.test(statement.args[0]?.value ?? '') ? undefined : invalid(statement, 1, 'must be yes or no');
}

function invalid(statement: Statement, index: number, reason: string): Found {
  const value = statement.args[index - 1]?.raw ?? '';
  return { detail: { code: 'sentinel-invalid-value', statement: statement.name, value, reason }, index };
}

function unknown({ occurrence }: Statement): Found {
  return { detail: { code: 'sentinel-unknown-statement', name: occurrence.args[0]?.raw ?? '' }, index: 0 };
}

/** A placeholder, where it is no password: that has a rule of its own. `found`: what Sentinel says of the line as it stands. */
function* placeholderIn({ occurrence, name, facts }: Statement, found: Found | undefined): Iterable<LoadProblem> {
  const isRefused = found !== undefined && found.isFatal !== false;
  const word = occurrence.args.find(({ raw }) => hasPlaceholder(raw)) ?? occurrence.args[0];
  if (!word || (facts?.secret && !isRefused)) return;
  const { source, line } = occurrence;
  const detail = { code: 'placeholder', directive: 'sentinel', ...(facts && { statement: name }) } as const;
  yield {
    ...detail,
    at: { source, line, at: word },
    stage: 'config',
    isFatal: false,
    isUndecided: isRefused,
    occurrence,
  };
}

/** A host name that stands there already is refused whatever the placeholder beside it becomes. */
function* hostNameBesidePlaceholder(statement: Statement, { resolvesNames }: Progress): Iterable<LoadProblem> {
  const { name, args } = statement;
  const word = args[1];
  if (name !== 'monitor' || args.length !== 4 || !word || resolvesNames || hasPlaceholder(word.raw)) return;
  const host = textOfBytes(word.value);
  if (isNumericHost(word.value) || hostFault(host) !== undefined) return;
  yield problem(statement, { detail: { code: 'sentinel-host-name', statement: name, host }, index: 2 });
}

function problem({ occurrence }: Statement, { detail, index, isFatal = true }: Found): LoadProblem {
  const at = occurrence.args[index] ?? occurrence.args[0] ?? occurrence.directive.name;
  const place = { source: occurrence.source, line: occurrence.line, at };
  return { ...detail, at: place, stage: 'config', isFatal, occurrence };
}
