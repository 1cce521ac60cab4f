import rawStatements from './data/sentinel-directives.json';
import type { Lifetimes } from './facts.js';

/** The first word after `sentinel`. */
export type SentinelStatementName = keyof (typeof rawStatements)['statements'];

/** One statement of sentinel.conf. */
export interface SentinelStatement {
  /** What stands after its name, in words for a person; a question mark after one that may be missing. */
  readonly args: readonly string[];
  /** How many words stand after its name, both inclusive. */
  readonly arity: readonly [number, number];
  /** When Sentinel carries it out: before the masters are known, as one, or after. */
  readonly phase: 'pre' | 'monitor' | 'post';
  readonly since: Lifetimes;
  /** Holds a password. */
  readonly secret?: boolean;
}

const STATEMENTS = rawStatements.statements as unknown as Readonly<Record<SentinelStatementName, SentinelStatement>>;

/** Every statement's name, sorted. */
export const SENTINEL_STATEMENT_NAMES = Object.keys(STATEMENTS) as readonly SentinelStatementName[];

/** By name in lower case; undefined for what no Sentinel knows. */
export function sentinelStatement(name: string): SentinelStatement | undefined {
  return Object.hasOwn(STATEMENTS, name) ? STATEMENTS[name as SentinelStatementName] : undefined;
}
