/** A byte string as C sees it: up to the first NUL. Most values are C strings in the server. */
export function cString(value: string): string {
  const nul = value.indexOf('\0');
  return nul < 0 ? value : value.slice(0, nul);
}

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** What C makes of a text that begins with a number. */
export interface CNumber {
  readonly value: bigint;
  /** What stands after the number; the whole text where there is none. */
  readonly rest: string;
  readonly overflows: boolean;
}

/** C's `strtoll`: leading white space and a sign are fine, too large a number saturates. No digits: 0. */
export function readCNumber(text: string, base: 8 | 10 = 10): CNumber {
  const match = (base === 8 ? /^[ \t-\r]*([+-]?)([0-7]+)/ : /^[ \t-\r]*([+-]?)(\d+)/).exec(cString(text));
  if (!match) return { value: 0n, rest: cString(text), overflows: false };
  const digits = match[2] ?? '';
  const magnitude = base === 8 ? BigInt(`0o${digits}`) : BigInt(digits);
  const exact = match[1] === '-' ? -magnitude : magnitude;
  const value = exact < INT64_MIN ? INT64_MIN : exact > INT64_MAX ? INT64_MAX : exact;
  return { value, rest: cString(text).slice(match[0].length), overflows: value !== exact };
}

/** C's `atoi`, which is a `strtol` cut to 32 bits. */
export function readCInt(text: string): bigint {
  return BigInt.asIntN(32, readCNumber(text).value);
}

/**
 * The server's own strict reading (`string2ll`): decimal, an optional `-`, no `+`, no leading zeros, no blanks.
 * Undefined for anything else and beyond 64 bits.
 */
export function readStrictInteger(value: string): bigint | undefined {
  if (value.length > 20 || !/^(0|-?[1-9]\d*)$/.test(value)) return undefined;
  const number = BigInt(value);
  return number >= INT64_MIN && number <= INT64_MAX ? number : undefined;
}
