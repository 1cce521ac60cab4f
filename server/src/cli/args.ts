import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Dialect } from '../core/config/occurrence.js';
import { nearestTo } from '../core/directives/nearest.js';
import { describeReleaseLines, parseTarget, type Target } from '../core/directives/target.js';
import { SEVERITIES, TOO_MANY_FINDINGS } from '../core/lint/cap.js';
import { PROFILES, type Profile } from '../core/lint/profile.js';
import { SEVERITY_CHOICES } from '../core/lint/project-configuration/configuration-file.js';
import { currentRuleId } from '../core/lint/renamed-rules.js';
import type { DocumentKind } from '../core/project/recognise.js';
import type { Role, Severity } from '../core/rules/rule.js';
import { ROLES } from '../core/rules/rule.js';
import { FORMATS, type Format } from './formatters/index.js';
import { KINDS, OPTIONS } from './options.js';
import { COLOR_MODES, type ColorMode } from './terminal.js';
import { UsageError } from './usage-error.js';

/** What the command line asks for. */
export interface Arguments {
  readonly command: 'lint' | 'test' | 'effective' | 'list-rules' | 'explain' | 'version' | 'help';
  /** Files, folders, globs and `-`, as written. */
  readonly inputs: readonly string[];
  /** The rule of --explain. */
  readonly explained: string | undefined;
  readonly format: Format;
  readonly output: string | undefined;
  readonly fix: 'no' | 'write' | 'dry-run';
  readonly target: Target | undefined;
  readonly as: Dialect | DocumentKind | undefined;
  readonly stdinName: string;
  /** Read what a configuration includes from outside its project. */
  readonly followsOutside: boolean;
  readonly showSecrets: boolean;
  /** With -t: what cannot be known fails it. */
  readonly isStrict: boolean;
  readonly maxWarnings: number | undefined;
  /** The mildest finding that is shown. */
  readonly severity: Severity;
  /** The mildest finding that fails the run. */
  readonly failOn: Severity | 'never';
  readonly quiet: boolean;
  /** Tell what was read of documents that start servers. */
  readonly verbose: boolean;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly profile: Profile | undefined;
  readonly role: Role | undefined;
  readonly color: ColorMode;
}

/** @throws UsageError */
export function parseArguments(argv: readonly string[], ruleIds: readonly string[]): Arguments {
  const { values, positionals } = read(argv);
  const text = (name: string): string | undefined => values.get(name)?.at(-1);
  const has = (name: string): boolean => values.has(name);
  if (has('fix') && has('fix-dry-run')) throw new UsageError('--fix and --fix-dry-run exclude each other.');
  if (has('effective') && (has('fix') || has('fix-dry-run')))
    throw new UsageError('--effective does not fix anything.');
  if (has('test') && (has('fix') || has('fix-dry-run'))) throw new UsageError('-t does not fix anything.');
  if (has('strict') && !has('test')) throw new UsageError('--strict goes with -t.');
  const effectiveFormats = ['text', 'json'] as const;
  return {
    command: commandOf(has),
    inputs: positionals,
    explained: has('explain') ? ruleNamed(text('explain') ?? '', [...ruleIds, TOO_MANY_FINDINGS.id]) : undefined,
    format: choice('format', text('format'), has('effective') ? effectiveFormats : FORMATS) ?? 'text',
    output: text('output'),
    fix: has('fix') ? 'write' : has('fix-dry-run') ? 'dry-run' : 'no',
    target: targetOf(text('target')),
    as: choice('as', text('as'), KINDS),
    stdinName: text('stdin-filename') ?? 'redis.conf',
    followsOutside: has('follow-outside'),
    showSecrets: has('show-secrets'),
    isStrict: has('strict'),
    severity: choice('severity', text('severity'), SEVERITIES) ?? 'hint',
    failOn: choice('fail-on', text('fail-on'), [...SEVERITIES, 'never'] as const) ?? 'error',
    maxWarnings: numberOf(text('max-warnings')),
    quiet: has('quiet'),
    verbose: has('verbose'),
    severities: severitiesOf(values.get('rule') ?? [], ruleIds),
    profile: choice('profile', text('profile'), PROFILES),
    role: choice('role', text('role'), ROLES),
    color: choice('color', text('color'), COLOR_MODES) ?? 'auto',
  };
}

function commandOf(has: (name: string) => boolean): Arguments['command'] {
  return (['help', 'version', 'list-rules', 'explain', 'test', 'effective'] as const).find(has) ?? 'lint';
}

interface RawArguments {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/** Not strict: parseArgs' own complaints don't say what would be right. */
function read(argv: readonly string[]): RawArguments {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    OPTIONS.map(({ name, short, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = OPTIONS.find(({ name }) => name === token.name);
    if (!spec) throw new UsageError(unknownOption(token.rawName, token.name));
    const isMissing = !token.value || (!token.inlineValue && /^-./.test(token.value));
    if (spec.value && isMissing) throw new UsageError(`--${spec.name} needs a value: --${spec.name} <${spec.value}>.`);
    if (!spec.value && token.value !== undefined) throw new UsageError(`--${spec.name} takes no value.`);
    values.set(spec.name, [...(values.get(spec.name) ?? []), token.value ?? '']);
  }
  if (positionals.includes('')) throw new UsageError('One of the names is empty: is a variable unset?');
  return { values, positionals };
}

function unknownOption(written: string, name: string): string {
  const [near] = nearestTo(
    name,
    OPTIONS.map((option) => option.name),
  );
  return `There is no option ${written}.${near ? ` Did you mean --${near}?` : ''}`;
}

function choice<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  const chosen = choices.find((each) => each === value);
  if (value === undefined || chosen !== undefined) return chosen;
  throw new UsageError(`--${option} must be ${list(choices)}, not "${value}".`);
}

function targetOf(value: string | undefined): Target | undefined {
  const target = value === undefined ? undefined : parseTarget(value);
  if (value === undefined || target) return target;
  throw new UsageError(
    `--target must name a server like redis-7.2, valkey-8.1 or redis, not "${value}". There are ${describeReleaseLines()}.`,
  );
}

function numberOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--max-warnings must be a number from 0 on, not "${value}".`);
  return Number(value);
}

function severitiesOf(pairs: readonly string[], ruleIds: readonly string[]): Arguments['severities'] {
  const severities: Record<string, Severity | 'off'> = {};
  for (const pair of pairs) {
    const [id = '', severity, ...more] = pair.split('=');
    if (severity === undefined || more.length > 0) {
      throw new UsageError(`--rule must be like net-bind-all=warning or net-bind-all=off, not "${pair}".`);
    }
    severities[ruleNamed(id, ruleIds)] = choice('rule', severity, SEVERITY_CHOICES) ?? 'off';
  }
  return severities;
}

function ruleNamed(written: string, ruleIds: readonly string[]): string {
  const id = currentRuleId(written);
  if (ruleIds.includes(id)) return id;
  const [near] = nearestTo(id, ruleIds, 4);
  throw new UsageError(
    `There is no rule "${id}".${near ? ` Did you mean ${near}?` : ''} --list-rules prints every rule.`,
  );
}

function list(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
