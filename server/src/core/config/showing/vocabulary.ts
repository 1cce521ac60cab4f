import { CATEGORIES, COMMAND_NAMES, MODULE_CATEGORIES } from '../../acl/commands.js';
import { ACL_KEYWORDS } from '../../acl/rule-syntax.js';
import { DIRECTIVE_SPELLINGS, factsOf, MODULE_SETTINGS, ownNameOf } from '../../directives/catalog.js';
import { FOREIGN_NAMES } from '../../directives/foreign-names.js';
import { nearestTo } from '../../directives/nearest.js';
import { SENTINEL_STATEMENT_NAMES } from '../../directives/sentinel-statements.js';

/** Words that everybody knows, so that showing one tells nothing. */
export interface Vocabulary {
  /** Lower case. */
  readonly names: ReadonlySet<string>;
  /** What the names are made of, between `-`, `_`, `.` and `|`. */
  readonly parts: ReadonlySet<string>;
}

const BETWEEN_PARTS = /[-_.|]/;

/** The words of some lists, and their parts. */
export function vocabularyOf(...lists: readonly Iterable<string>[]): Vocabulary {
  const names = new Set<string>();
  const parts = new Set<string>();
  for (const list of lists) {
    for (const name of list) {
      const lower = name.toLowerCase();
      names.add(lower);
      for (const part of lower.split(BETWEEN_PARTS)) parts.add(part);
    }
  }
  return { names, parts };
}

/** Under which other programs, libraries and old versions take a password. */
const FOREIGN_PASSWORD_NAMES = [
  ...['auth', 'auth-pass', 'credential', 'masterpass', 'masterpassword', 'pass', 'passphrase', 'passwd', 'password'],
  ...['primarypass', 'pwd', 'redis-pass', 'redis-password', 'redis_password', 'requirepassword', 'secret', 'slaveauth'],
  ...['token'],
];

/** Whether the arguments of a directive (any spelling, lower case) are passwords; `user` and `sentinel` hold more than these. */
export function takesPassword(spelling: string): boolean {
  const name = ownNameOf(spelling);
  return name !== undefined && name !== 'masteruser' && name !== 'user' && factsOf(name).sensitive === true;
}

const PASSWORD_NAMES: readonly string[] = [
  ...DIRECTIVE_SPELLINGS.filter(takesPassword),
  ...FOREIGN_PASSWORD_NAMES,
].sort((a, b) => b.length - a.length);

/** The password-taking name that a word begins with, the longest one; undefined where it begins with none. */
export function passwordNameIn(word: string): string | undefined {
  const lower = word.toLowerCase();
  return PASSWORD_NAMES.find((name) => lower.startsWith(name));
}

/** Whether a word is, or is meant to be, a name that takes a password. */
export function isLikePasswordName(word: string): boolean {
  return passwordNameIn(word) !== undefined || nearestTo(word, PASSWORD_NAMES).length > 0;
}

/** Directives of any server, module and fork, and names that look like them. */
export const DIRECTIVES = vocabularyOf(DIRECTIVE_SPELLINGS, MODULE_SETTINGS, FOREIGN_NAMES, FOREIGN_PASSWORD_NAMES);
/** Commands of any server, with their subcommands. */
export const COMMANDS = vocabularyOf(COMMAND_NAMES);
/** Categories of commands, those of modules too. */
export const ACL_CATEGORIES = vocabularyOf(CATEGORIES, MODULE_CATEGORIES, ['all']);
/** Rules that are one word. */
export const ACL_WORDS = vocabularyOf(ACL_KEYWORDS);
/** What can follow `sentinel`. */
export const STATEMENTS = vocabularyOf(SENTINEL_STATEMENT_NAMES);
/** What people write in `tls-protocols`, right or wrong. */
export const TLS_PROTOCOLS = vocabularyOf([
  ...['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3', 'TLS1.0', 'TLS1.1', 'TLS1.2', 'TLS1.3'],
]);
