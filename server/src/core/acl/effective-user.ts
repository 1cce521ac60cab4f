import type { Target } from '../directives/target.js';
import { type CommandSet, type CommandSets, commandSetsOf } from './command-set.js';
import { type CommandHost, commandTableFor, hasCategory, lookupCategory } from './commands.js';
import { type AclPassword, PasswordList } from './password-list.js';
import { type AclDialect, type AclRule, aclDialectOf, type InvalidReason, type KeyAccess } from './rule-syntax.js';

/** What a target makes of ACL rules; build it once per configuration. */
export interface AclLanguage {
  readonly target: Target;
  readonly dialect: AclDialect;
  readonly sets: CommandSets;
}

/** Builds the tables of commands and categories of a target: milliseconds, so build them once. */
export function aclLanguageOf(target: Target, host: CommandHost = 'server'): AclLanguage {
  return { target, dialect: aclDialectOf(target), sets: commandSetsOf(commandTableFor(target, host)) };
}

/** `~pattern` and `%R~pattern`: which keys, and what may be done with them. The pattern is a byte string. */
export interface KeyPattern {
  readonly pattern: string;
  readonly access: KeyAccess;
}

/** What the rules outside of selectors, or those of one selector, allow. */
export interface Permissions {
  readonly commands: CommandSet;
  readonly keys: 'all' | readonly KeyPattern[];
  readonly channels: 'all' | readonly string[];
  /** Always `all` but in Valkey 9.1. */
  readonly databases: 'all' | readonly number[];
}

/** A user after all its rules, in order and from scratch. */
export interface EffectiveUser {
  readonly isOn: boolean;
  /** `nopass` in force: every password logs in. */
  readonly acceptsAnyPassword: boolean;
  readonly passwords: readonly AclPassword[];
  /** What was asked for; undefined: nothing was, which means sanitize. */
  readonly sanitizesPayload: boolean | undefined;
  readonly permissions: Permissions;
  /** Each is enough by itself: the user may do what any of them or `permissions` allows. */
  readonly selectors: readonly Permissions[];
}

/** Why the server refuses a rule where it stands. */
export type AclRuleErrorReason =
  | InvalidReason
  | 'unknown-command'
  | 'unknown-category'
  /** `-config|set` before Redis 7.0. */
  | 'removed-subcommand'
  | 'empty-subcommand'
  | 'nested-subcommand'
  | 'pattern-after-all-keys'
  | 'pattern-after-all-channels'
  | 'missing-password';

/** A rule that the server refuses. */
export interface AclRuleError {
  readonly reason: AclRuleErrorReason;
  /** The rule refused; inside a selector, the selector's own. */
  readonly rule: AclRule;
}

/** What the rules of one user come to. */
export interface UserReading {
  readonly user: EffectiveUser;
  /** In the order of the rules. The server stops at the first; here the rule has no effect and the rest is read. */
  readonly errors: readonly AclRuleError[];
}

/** While its rules are applied: with an index for all that a rule may name again. */
interface PermissionState {
  commands: CommandSet;
  keys: 'all' | Map<string, KeyPattern>;
  channels: 'all' | Set<string>;
  databases: 'all' | readonly number[];
}

interface UserState {
  isOn: boolean;
  acceptsAnyPassword: boolean;
  passwords: PasswordList;
  sanitizesPayload: boolean | undefined;
  permissions: PermissionState;
  selectors: Permissions[];
}

/** How a user begins before its first rule. */
export interface UserStart {
  /** `acl-pubsub-default allchannels`, the default before Redis 7.0. */
  readonly allChannels: boolean;
  /** It existed already and was reset: the default user of `user` lines. To be seen only in ACL LIST before 7.2. */
  readonly isReset?: boolean;
}

/** Applies rules to a new user, one after the other, as the target does. Pure and total. */
export function applyRules(rules: readonly AclRule[], language: AclLanguage, start: UserStart): UserReading {
  const errors: AclRuleError[] = [];
  const user = newUser(language, start);
  for (const rule of rules) {
    const error = applyToUser(user, rule, language, start);
    if (error) errors.push(error);
  }
  return { user: userFrom(user), errors };
}

/** The default user of a server that configures none: everything, without a password. */
export function openUser(language: AclLanguage): EffectiveUser {
  const user = userFrom(newUser(language, { allChannels: true }));
  const permissions: Permissions = { ...user.permissions, keys: 'all', commands: language.sets.all };
  return { ...user, isOn: true, acceptsAnyPassword: true, permissions };
}

function userFrom({ isOn, acceptsAnyPassword, passwords, sanitizesPayload, permissions, selectors }: UserState) {
  const own = permissionsFrom(permissions);
  return { isOn, acceptsAnyPassword, passwords: passwords.values(), sanitizesPayload, permissions: own, selectors };
}

function permissionsFrom({ commands, keys, channels, databases }: PermissionState): Permissions {
  return {
    commands,
    keys: keys === 'all' ? keys : [...keys.values()],
    channels: channels === 'all' ? channels : [...channels],
    databases,
  };
}

function newUser(language: AclLanguage, start: UserStart): UserState {
  return {
    isOn: false,
    acceptsAnyPassword: false,
    passwords: new PasswordList(),
    sanitizesPayload: start.isReset ? true : undefined,
    permissions: newPermissions(language, start),
    selectors: [],
  };
}

function newPermissions({ sets }: AclLanguage, { allChannels }: UserStart): PermissionState {
  return { commands: sets.none, keys: new Map(), channels: allChannels ? 'all' : new Set(), databases: 'all' };
}

function applyToUser(
  user: UserState,
  rule: AclRule,
  language: AclLanguage,
  start: UserStart,
): AclRuleError | undefined {
  switch (rule.kind) {
    case 'password':
    case 'hash':
      return applyPassword(user, rule);
    case 'selector':
      return addSelector(user, rule.rules, language, start);
    case 'keyword':
      switch (rule.keyword) {
        case 'on':
        case 'off':
          user.isOn = rule.keyword === 'on';
          return undefined;
        case 'nopass':
        case 'resetpass':
          user.acceptsAnyPassword = rule.keyword === 'nopass';
          user.passwords = new PasswordList();
          return undefined;
        case 'sanitize-payload':
        case 'skip-sanitize-payload':
          user.sanitizesPayload = rule.keyword === 'sanitize-payload';
          return undefined;
        case 'clearselectors':
          user.selectors = [];
          return undefined;
        case 'reset':
          Object.assign(user, newUser(language, { ...start, isReset: true }));
          return undefined;
      }
  }
  return applyToPermissions(user.permissions, rule, language);
}

function applyPassword(user: UserState, rule: AclRule & { kind: 'password' | 'hash' }): AclRuleError | undefined {
  const given: AclPassword = rule.kind === 'password' ? { clear: rule.password, rule } : { hash: rule.hash, rule };
  const known = user.passwords.find(given);
  if (rule.isAdded) {
    if (!known) user.passwords.add(given);
    user.acceptsAnyPassword = false;
    return undefined;
  }
  if (!known) return { reason: 'missing-password', rule };
  user.passwords.remove(known);
  return undefined;
}

/** All rules of a selector or none: the first error refuses it. */
function addSelector(
  user: UserState,
  rules: readonly AclRule[],
  language: AclLanguage,
  start: UserStart,
): AclRuleError | undefined {
  const selector = newPermissions(language, start);
  for (const rule of rules) {
    const error = applyToPermissions(selector, rule, language);
    if (error) return error;
  }
  user.selectors.push(permissionsFrom(selector));
  return undefined;
}

function applyToPermissions(state: PermissionState, rule: AclRule, language: AclLanguage): AclRuleError | undefined {
  switch (rule.kind) {
    case 'invalid':
      return { reason: rule.reason, rule };
    case 'keys':
      if (state.keys === 'all') return { reason: 'pattern-after-all-keys', rule };
      addKeyPattern(state.keys, rule);
      return undefined;
    case 'channel':
      if (state.channels === 'all') return { reason: 'pattern-after-all-channels', rule };
      state.channels.add(rule.pattern);
      return undefined;
    case 'databases':
      state.databases = rule.ids;
      return undefined;
    case 'command':
      return applyCommand(state, rule, language);
    case 'category': {
      const category = lookupCategory(rule.name);
      if (category === undefined || !hasCategory(language.target, category))
        return { reason: 'unknown-category', rule };
      state.commands = language.sets.withCategory(state.commands, category, rule.isAllowed);
      return undefined;
    }
    case 'keyword':
      applyKeyword(state, rule.keyword, language);
  }
  return undefined;
}

function applyKeyword(
  state: PermissionState,
  keyword: (AclRule & { kind: 'keyword' })['keyword'],
  { sets }: AclLanguage,
): void {
  switch (keyword) {
    case 'allkeys':
    case 'resetkeys':
      state.keys = keyword === 'allkeys' ? 'all' : new Map();
      break;
    case 'allchannels':
    case 'resetchannels':
      state.channels = keyword === 'allchannels' ? 'all' : new Set();
      break;
    case 'alldbs':
    case 'resetdbs':
      state.databases = keyword === 'alldbs' ? 'all' : [];
      break;
    case 'allcommands':
    case 'nocommands':
      state.commands = keyword === 'allcommands' ? sets.all : sets.none;
  }
}

/** The same pattern twice: its permissions are added up. */
function addKeyPattern(keys: Map<string, KeyPattern>, { pattern, access }: KeyPattern): void {
  const known = keys.get(pattern);
  if (!known) keys.set(pattern, { pattern, access });
  else if (known.access !== access) keys.set(pattern, { pattern, access: 'both' });
}

function applyCommand(
  state: PermissionState,
  rule: AclRule & { kind: 'command' },
  { sets, dialect }: AclLanguage,
): AclRuleError | undefined {
  const { name, isAllowed } = rule;
  const bar = dialect.hasSelectors ? name.lastIndexOf('|') : name.indexOf('|');
  const command = sets.table.lookup(name);
  if (command) {
    state.commands = sets.withCommand(state.commands, command, isAllowed);
  } else {
    if (bar >= 0 && !isAllowed && !dialect.hasSelectors) return { reason: 'removed-subcommand', rule };
    const container = bar < 0 || !isAllowed ? undefined : sets.table.lookup(name.slice(0, bar));
    if (!container) return { reason: 'unknown-command', rule };
    if (container.parent) return { reason: 'nested-subcommand', rule };
    if (bar === name.length - 1) return { reason: 'empty-subcommand', rule };
    if (container.subcommands.length > 0) return { reason: 'unknown-command', rule };
    state.commands = sets.withFirstArgument(state.commands, container, name.slice(bar + 1));
  }
  return undefined;
}
