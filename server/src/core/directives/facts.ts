import type { Product } from './target.js';

/** From which version of a product something exists, and from which on no longer. */
export interface Lifetime {
  readonly since: string;
  /** First version without it. */
  readonly removed?: string;
  /** Releases of older lines that brought it too: these, and what follows them in their lines. */
  readonly backports?: readonly string[];
}

/** A product that is missing never had it. */
export type Lifetimes = Readonly<Partial<Record<Product, Lifetime>>>;

/** Bounds beyond 2^53 are decimal strings, as JSON has no larger integers. */
export type Bound = number | string;

/** How the server reads the value: `special` by code of the directive's own. */
export type ValueKind =
  | 'bool'
  | 'integer'
  | 'memory'
  | 'percent-or-memory'
  | 'octal'
  | 'enum'
  | 'enum-flags'
  | 'string'
  | 'special';

/**
 * How an entry is known that no server here was asked about:
 * - `source`: read in the server's source, and confirmed by a server that others built
 * - `built`: only by a server that others built: what it refuses is not certain
 * - `release-note`: only announced: neither what it takes nor what it refuses is certain
 */
export type Knowledge = 'source' | 'built' | 'release-note';

/** What differs from server to server. */
export interface VaryingFacts {
  readonly kind: ValueKind;
  /** Inclusive; memory in bytes. */
  readonly min?: Bound;
  readonly max?: Bound;
  /** Names that an enum accepts. */
  readonly values?: readonly string[];
  /** How many arguments, both inclusive; null: no limit. Exactly one where missing. */
  readonly arity?: readonly [number, number | null];
  /** Cannot be changed by CONFIG SET. */
  readonly immutable?: boolean;
  /** What CONFIG GET shows when no line sets it; null where it has no value of its own (`include`, `user`, ...). */
  readonly default: string | null;
}

/** One directive in data/directives.json, which says where it comes from. */
export interface RawDirective extends VaryingFacts {
  /** Every name it can be written by, the directive's own first. */
  readonly spellings: Readonly<Record<string, Lifetimes>>;
  /** The C type that a number is held in, where it is not int. */
  readonly cType?: string;
  readonly percentMax?: number;
  /** Missing: measured. */
  readonly known?: Knowledge;
  /** Its value is a secret. */
  readonly sensitive?: boolean;
  /** CONFIG SET is refused unless enable-protected-configs allows it. */
  readonly protected?: boolean;
  /** Not shown by CONFIG GET with a pattern. */
  readonly hidden?: boolean;
  /** Takes several arguments; a single quoted one is split again from Redis 7.0 on. */
  readonly multiArg?: boolean;
  /** From this version on any one argument is accepted and ignored. */
  readonly ignoredSince?: Lifetimes;
  /** Exists only in test builds of the server. */
  readonly testBuildOnly?: boolean;
  /** By server ("redis-6.2.16", see servers.ts): what it has instead. */
  readonly differsIn?: Readonly<Record<string, Partial<VaryingFacts>>>;
}
