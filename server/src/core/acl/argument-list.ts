import { lowerCaseAscii } from '../syntax/config-line.js';

interface Shared {
  readonly values: string[];
  /** Of each, lower case, where it stands. */
  readonly places: Map<string, number>;
}

/**
 * Texts in order, each once in any case. Adding one makes another list, which shares all that was there: users have
 * thousands of them, each of which makes a new set of commands.
 */
export class ArgumentList {
  /** The first `#length` are this list's. */
  readonly #shared: Shared;
  readonly #length: number;

  constructor(shared: Shared = { values: [], places: new Map() }, length = 0) {
    this.#shared = shared;
    this.#length = length;
  }

  has(argument: string): boolean {
    return (this.#shared.places.get(lowerCaseAscii(argument)) ?? this.#length) < this.#length;
  }

  with(argument: string): ArgumentList {
    if (this.has(argument)) return this;
    // Another list has gone on from here in its own way.
    const shared = this.#shared.values.length === this.#length ? this.#shared : sharedOf(this.values());
    shared.places.set(lowerCaseAscii(argument), shared.values.length);
    shared.values.push(argument);
    return new ArgumentList(shared, shared.values.length);
  }

  values(): readonly string[] {
    return this.#shared.values.slice(0, this.#length);
  }
}

function sharedOf(values: readonly string[]): Shared {
  return { values: [...values], places: new Map(values.map((value, place) => [lowerCaseAscii(value), place])) };
}
