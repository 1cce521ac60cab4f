import type { AclRule } from './rule-syntax.js';
import { sha256 } from './sha256.js';

/** Exactly one of the two, as it was written; byte strings, never to be shown. No rule: it is requirepass's. */
export type AclPassword =
  | { readonly clear: string; readonly hash?: undefined; readonly rule?: AclRule }
  | { readonly hash: string; readonly clear?: undefined; readonly rule?: AclRule };

/** The SHA-256 that the server keeps. */
export function hashOf({ hash, clear }: AclPassword): string {
  return hash ?? sha256(clear ?? '');
}

/**
 * The passwords of one user while its rules are applied: in order, each once, however they are written. Hashing is the
 * slow part: clear ones are hashed only where a hash stands beside them, and each once.
 */
export class PasswordList {
  readonly #all = new Set<AclPassword>();
  readonly #byClear = new Map<string, AclPassword>();
  readonly #byHash = new Map<string, AclPassword>();
  #unhashed: AclPassword[] = [];

  values(): readonly AclPassword[] {
    return [...this.#all];
  }

  find(given: AclPassword): AclPassword | undefined {
    const { clear } = given;
    const known = clear === undefined ? undefined : this.#kept(this.#byClear.get(clear));
    if (known || (clear !== undefined && this.#byHash.size === 0)) return known;
    for (const password of this.#unhashed) this.#byHash.set(hashOf(password), password);
    this.#unhashed = [];
    return this.#kept(this.#byHash.get(hashOf(given)));
  }

  /** `password` is none of the list. */
  add(password: AclPassword): void {
    this.#all.add(password);
    if (password.clear === undefined) {
      this.#byHash.set(password.hash, password);
    } else {
      this.#byClear.set(password.clear, password);
      this.#unhashed.push(password);
    }
  }

  /** `password` is one of the list. */
  remove(password: AclPassword): void {
    this.#all.delete(password);
  }

  /** What was removed is still in the tables. */
  #kept(password: AclPassword | undefined): AclPassword | undefined {
    return password && this.#all.has(password) ? password : undefined;
  }
}
