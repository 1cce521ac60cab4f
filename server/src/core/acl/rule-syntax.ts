import { has } from '../directives/capabilities.js';
import { isAmong, type Target } from '../directives/target.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import type { Word } from '../syntax/word.js';

/** A word that is a rule by itself; the spellings `~*`, `&*`, `+@all` and `-@all` stand for their long forms. */
export type Keyword =
  | 'on'
  | 'off'
  | 'nopass'
  | 'resetpass'
  | 'sanitize-payload'
  | 'skip-sanitize-payload'
  | 'reset'
  | 'clearselectors'
  | 'allkeys'
  | 'resetkeys'
  | 'allchannels'
  | 'resetchannels'
  | 'allcommands'
  | 'nocommands'
  | 'alldbs'
  | 'resetdbs';

/** What may be done with the keys of a pattern: `%R~` reads, `%W~` writes, `~` is both. */
export type KeyAccess = 'read' | 'write' | 'both';

/** What an older or other server does not know. */
export type MissingFeature = 'selector' | 'key-permission' | 'channels' | 'sanitize-payload' | 'databases';

/** Why the server refuses a rule whatever stands before it. */
export type InvalidReason =
  | 'unknown-rule'
  | 'bad-hash'
  | 'white-space-in-pattern'
  | 'bad-key-permission'
  | 'bad-database'
  | 'database-out-of-range'
  | 'not-in-selector'
  | 'nested-selector'
  | 'unmatched-parenthesis'
  | MissingFeature;

/** One rule of a user: a word, or a selector of several words. */
export type AclRule = { readonly word: Word } & AclRuleDetail;

/** What a rule asks for, as far as its own text says. */
export type AclRuleDetail =
  | { readonly kind: 'keyword'; readonly keyword: Keyword }
  /** `>password` and `<password`, a byte string. */
  | { readonly kind: 'password'; readonly isAdded: boolean; readonly password: string }
  /** `#hash` and `!hash`. */
  | { readonly kind: 'hash'; readonly isAdded: boolean; readonly hash: string }
  | { readonly kind: 'keys'; readonly pattern: string; readonly access: KeyAccess }
  | { readonly kind: 'channel'; readonly pattern: string }
  /** Name as written, without the sign: `get`, `config|get`, `select|0`. Whether it exists is not looked at. */
  | { readonly kind: 'command'; readonly isAllowed: boolean; readonly name: string }
  /** Name as written, without sign and `@`. */
  | { readonly kind: 'category'; readonly isAllowed: boolean; readonly name: string }
  | { readonly kind: 'databases'; readonly ids: readonly number[] }
  | { readonly kind: 'selector'; readonly rules: readonly AclRule[] }
  /** `role=name,...`, `role:name,...` and `resetroles`: what the roles allow is not looked at. */
  | { readonly kind: 'roles' }
  /** An empty word does nothing, nor does a lone `%` where it is taken. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly reason: InvalidReason };

/** Which parts of the rule language a target knows. */
export interface AclDialect {
  readonly hasChannels: boolean;
  readonly hasSanitizePayload: boolean;
  /** Selectors, `%R~`, subcommands as commands of their own. */
  readonly hasSelectors: boolean;
  readonly hasDatabases: boolean;
  /** A `%` alone is taken, and allows nothing: before the fix of CVE-2024-51741. */
  readonly takesBarePercent: boolean;
  /** Users may hold roles. */
  readonly hasRoles: boolean;
}

/** Redis 7.0.15 takes it as its makers left it; distributions brought the fix to it. */
const TAKES_BARE_PERCENT = {
  redis: ['7.2.0', '7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.2.5', '7.2.6', '7.4.0', '7.4.1'],
  valkey: ['7.2.5', '7.2.6', '7.2.7', '8.0.0', '8.0.1'],
} as const;

/** Channels and payload rules since 6.2, selectors and `%` since 7.0, databases in Valkey 9.1, roles in 9.2. */
export function aclDialectOf(target: Target): AclDialect {
  return {
    hasChannels: has(target, 'acl-channels'),
    hasSanitizePayload: has(target, 'acl-payload-rules'),
    hasSelectors: has(target, 'acl-selectors'),
    hasDatabases: has(target, 'acl-databases'),
    takesBarePercent: isAmong(target, TAKES_BARE_PERCENT),
    hasRoles: has(target, 'acl-roles'),
  };
}

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ...(
    [
      'on',
      'off',
      'nopass',
      'resetpass',
      'sanitize-payload',
      'skip-sanitize-payload',
      'reset',
      'clearselectors',
      'allkeys',
      'resetkeys',
      'allchannels',
      'resetchannels',
      'allcommands',
      'nocommands',
      'alldbs',
      'resetdbs',
    ] as const
  ).map((keyword) => [keyword, keyword] as const),
  ['~*', 'allkeys'],
  ['&*', 'allchannels'],
  ['+@all', 'allcommands'],
  ['-@all', 'nocommands'],
] as const);

/** Every keyword in its long form, for completion and for nearest names. */
export const ACL_KEYWORDS: readonly Keyword[] = [...new Set(KEYWORDS.values())];

/** Release candidates wrote a colon, the documentation of the release writes an equals sign. */
const ROLES = /^(?:role[=:]|resetroles$)/i;
const LARGEST_DATABASE = 2147483647;
const HASH_LENGTH = 64;

/** Reads one rule of a user (not a selector) as the target does, from the word's value. Pure syntax, total. */
export function parseRule(word: Word, dialect: AclDialect): AclRule {
  return { word, ...ruleOf(word.value, dialect) };
}

function ruleOf(value: string, dialect: AclDialect): AclRuleDetail {
  if (value === '') return { kind: 'empty' };
  if (value === '%' && dialect.takesBarePercent) return { kind: 'empty' };
  if (dialect.hasRoles && ROLES.test(value)) return { kind: 'roles' };
  const text = upToNul(value);
  const keyword = KEYWORDS.get(text) ?? KEYWORDS.get(lowerCaseAscii(text));
  if (keyword !== undefined) return keywordRule(keyword, dialect);
  const rest = value.slice(1);
  switch (value[0]) {
    case '>':
    case '<':
      return { kind: 'password', isAdded: value[0] === '>', password: rest };
    case '#':
    case '!':
      return isHash(rest) ? { kind: 'hash', isAdded: value[0] === '#', hash: rest } : invalid('bad-hash');
    case '~':
      return hasWhiteSpace(rest) ? invalid('white-space-in-pattern') : { kind: 'keys', pattern: rest, access: 'both' };
    case '%':
      return dialect.hasSelectors ? keyPermission(value) : invalid('key-permission');
    case '&':
      if (!dialect.hasChannels) return invalid('channels');
      return hasWhiteSpace(rest) ? invalid('white-space-in-pattern') : { kind: 'channel', pattern: rest };
    case '+':
    case '-':
      return commandRule(text);
    case '(':
      if (!dialect.hasSelectors) return invalid('selector');
      break;
  }
  return /^db=/i.test(value) ? databases(value.slice(3), dialect) : invalid('unknown-rule');
}

const invalid = (reason: InvalidReason): AclRuleDetail => ({ kind: 'invalid', reason });

function keywordRule(keyword: Keyword, dialect: AclDialect): AclRuleDetail {
  const missing = missingFeature(keyword, dialect);
  return missing === undefined ? { kind: 'keyword', keyword } : invalid(missing);
}

function missingFeature(keyword: Keyword, dialect: AclDialect): MissingFeature | undefined {
  switch (keyword) {
    case 'allchannels':
    case 'resetchannels':
      return dialect.hasChannels ? undefined : 'channels';
    case 'sanitize-payload':
    case 'skip-sanitize-payload':
      return dialect.hasSanitizePayload ? undefined : 'sanitize-payload';
    case 'clearselectors':
      return dialect.hasSelectors ? undefined : 'selector';
    case 'alldbs':
    case 'resetdbs':
      return dialect.hasDatabases ? undefined : 'databases';
    default:
      return undefined;
  }
}

/** `%R~`, `%W~`, `%RW~` in any case and order; `%R` alone means the empty pattern. */
function keyPermission(value: string): AclRuleDetail {
  const match = /^%([RW]{1,2})(?:~(.*))?$/is.exec(value);
  const letters = match?.[1]?.toUpperCase();
  if (letters === undefined || letters === 'RR' || letters === 'WW') return invalid('bad-key-permission');
  const pattern = match?.[2] ?? '';
  if (hasWhiteSpace(pattern)) return invalid('white-space-in-pattern');
  return { kind: 'keys', pattern, access: letters === 'R' ? 'read' : letters === 'W' ? 'write' : 'both' };
}

function commandRule(text: string): AclRuleDetail {
  const isAllowed = text[0] === '+';
  const name = text.slice(1);
  if (name.startsWith('@')) return { kind: 'category', isAllowed, name: name.slice(1) };
  return { kind: 'command', isAllowed, name };
}

function databases(list: string, { hasDatabases }: AclDialect): AclRuleDetail {
  if (!hasDatabases) return invalid('databases');
  const items = list.split(',');
  if (!items.every((item) => /^(0|-?[1-9]\d*)$/.test(item))) return invalid('bad-database');
  const ids = items.map(Number);
  return ids.every((id) => id >= 0 && id <= LARGEST_DATABASE)
    ? { kind: 'databases', ids }
    : invalid('database-out-of-range');
}

function isHash(text: string): boolean {
  return text.length === HASH_LENGTH && /^[0-9a-f]*$/.test(text);
}

/** C isspace, and NUL: what neither a pattern nor a user name may hold. */
export function hasWhiteSpace(text: string): boolean {
  return /[\0\t-\r ]/.test(text);
}

/** Keywords and command names are C strings to the server: they end at a NUL byte. */
function upToNul(value: string): string {
  const nul = value.indexOf('\0');
  return nul < 0 ? value : value.slice(0, nul);
}
