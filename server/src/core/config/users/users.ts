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

/** A class for the sake of files with 100,000 users: it holds the line and computes the rest once, when asked. */
export class LoadedUser implements AclUser {
  readonly #line: UserLine;
  readonly #language: AclLanguage;
  readonly #start: UserStart;
  #effective: EffectiveUser | undefined;

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
    return readRules(this.#line.rules, this.#language.dialect);
  }

  get effective(): EffectiveUser {
    this.#effective ??= this.#read().user;
    return this.#effective;
  }

  /** What the target refuses, in the order of the rules; not kept. */
  errors(): readonly AclRuleError[] {
    const { user, errors } = this.#read();
    this.#effective = user;
    return errors;
  }

  #read(): UserReading {
    return applyRules(this.rules, this.#language, this.#start);
  }
}
