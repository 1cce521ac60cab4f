import { cString, readCNumber } from './c-numbers.js';
import { has } from './capabilities.js';
import { NEWEST_REDIS, type Target } from './target.js';

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['', 1n],
  ['b', 1n],
  ['k', 1000n],
  ['kb', 1024n],
  ['m', 1000n ** 2n],
  ['mb', 1024n ** 2n],
  ['g', 1000n ** 3n],
  ['gb', 1024n ** 3n],
]);

/** The server copies the digits into a buffer of this size, with a final NUL. */
const DIGITS_BUFFER = 128;
const UINT64_MAX = 2n ** 64n - 1n;

/**
 * Bytes of a memory value, units in any case; digits may be missing (`gb` is 0). Undefined when it is none.
 * Too large a number saturates, and the product with its unit wraps at 64 bits, as in the servers; Redis 8.10 saturates
 * there too, Valkey 9.1 refuses digits beyond 64 bits; before Redis 7.0 it all is signed, and what wraps below zero is
 * refused.
 */
export function parseMemory(value: string, target: Target = NEWEST_REDIS): bigint | undefined {
  const match = /^(\d*)([a-z]*)$/i.exec(cString(value));
  const unit = match ? UNITS.get((match[2] ?? '').toLowerCase()) : undefined;
  const digits = match?.[1] ?? '';
  if (unit === undefined || digits.length >= DIGITS_BUFFER) return undefined;
  if (!has(target, 'memory-unsigned')) {
    const bytes = BigInt.asIntN(64, readCNumber(digits).value * unit);
    return bytes < 0n ? undefined : bytes;
  }
  const number = BigInt(digits || '0');
  if (number * unit > UINT64_MAX && has(target, 'memory-saturates')) return UINT64_MAX;
  if (number <= UINT64_MAX) return BigInt.asUintN(64, number * unit);
  return has(target, 'memory-bounded') ? undefined : BigInt.asUintN(64, UINT64_MAX * unit);
}
