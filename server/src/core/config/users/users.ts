import {
  type AclLanguage,
  type AclRuleError,
  applyRules,
  type EffectiveUser,
  type UserReading,
  type UserStart,
} from '../../acl/effective-user.js';
import { readRules } from '../../acl/read-rules.js';
import type { AclRule } from '../../acl/rule-syntax.js';
import type { Word } from '../../syntax/word.js';
import type { Remember } from '../../text/remember.js';
import type { Location } from '../occurrence.js';

/** One user that a `user` line or a line of an ACL file describes. Its rules are read when somebody asks for them. */
export interface AclUser {
  /** A byte string. */
  readonly name: string;
  /** Its name, where it stands. */
  readonly at: Location;
  /** From the name to the last rule. */
  readonly whole: Location;
  readonly describedBy: 'user-line' | 'aclfile';
  /** A placeholder stands in the line, or roles add to what it says: what the user may do is unknown. */
  readonly isTemplated: boolean;
  readonly rules: readonly AclRule[];
  /** After all rules that the target accepts. */
  readonly effective: EffectiveUser;
}

/** What a user line is made of, whichever file it stands in. */
export interface UserLine {
  readonly source: string;
  readonly line: number;
  readonly name: Word;
  readonly rules: readonly Word[];
  readonly describedBy: AclUser['describedBy'];
  readonly isTemplated: boolean;
}

/**
 * The user of a line; the same object as the last time where its line stands where it stood and is read as it was, so
 * that what was made of it can be kept.
 */
export function loadedUser(line: UserLine, language: AclLanguage, start: UserStart, remember: Remember): LoadedUser {
  const held = remember(nobody, line.name, undefined);
  const as = start.isReset ? 'reset' : 'new';
  const known = held[as];
  if (known?.isReadFrom(line, language, start)) return known;
  const user = new LoadedUser(line, language, start);
  held[as] = user;
  return user;
}

/**
 * By the word that is the name: it is another one once its line was edited. While lines are read a user is new; at the end
 * it may turn out to be one that another line had described.
 */
const nobody = (): { new?: LoadedUser; reset?: LoadedUser } => ({});

/** A class for the sake of files with 100,000 users: it holds the line and computes the rest once, when asked. */
export class LoadedUser implements AclUser {
  readonly #line: UserLine;
  readonly #language: AclLanguage;
  readonly #start: UserStart;
  #rules: readonly AclRule[] | undefined;
  #reading: UserReading | undefined;

  constructor(line: UserLine, language: AclLanguage, start: UserStart) {
    this.#line = line;
    this.#language = language;
    this.#start = start;
  }

  get name(): string {
    return this.#line.name.value;
  }

  get at(): Location {
    const { source, line, name } = this.#line;
    return { source, line, at: { start: name.start, end: name.end } };
  }

  get whole(): Location {
    const { source, line, name, rules } = this.#line;
    return { source, line, at: { start: name.start, end: (rules.at(-1) ?? name).end } };
  }

  get describedBy(): AclUser['describedBy'] {
    return this.#line.describedBy;
  }

  get isTemplated(): boolean {
    return this.#line.isTemplated || this.hasRoles;
  }

  /** Whether a rule gives it roles. */
  get hasRoles(): boolean {
    return this.#language.dialect.hasRoles && this.rules.some(({ kind }) => kind === 'roles');
  }

  /** The same user of a file that declares roles. */
  besideRoles(): LoadedUser {
    return new LoadedUser({ ...this.#line, isTemplated: true }, this.#language, this.#start);
  }

  get rules(): readonly AclRule[] {
    this.#rules ??= readRules(this.#line.rules, this.#language.dialect);
    return this.#rules;
  }

  get effective(): EffectiveUser {
    return this.#read().user;
  }

  /** What the target refuses, in the order of the rules. */
  errors(): readonly AclRuleError[] {
    return this.#read().errors;
  }

  /** Whether reading such a line so comes to this user. */
  isReadFrom(line: UserLine, language: AclLanguage, start: UserStart): boolean {
    const own = this.#line;
    return (
      own.source === line.source &&
      own.line === line.line &&
      own.name === line.name &&
      own.describedBy === line.describedBy &&
      own.isTemplated === line.isTemplated &&
      this.#language === language &&
      this.#start.allChannels === start.allChannels &&
      (this.#start.isReset ?? false) === (start.isReset ?? false)
    );
  }

  #read(): UserReading {
    this.#reading ??= applyRules(this.rules, this.#language, this.#start);
    return this.#reading;
  }
}
