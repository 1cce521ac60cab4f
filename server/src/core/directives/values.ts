import { hostFault, UNRESOLVABLE } from './addresses.js';
import { cString, readCNumber, readStrictInteger } from './c-numbers.js';
import { has } from './capabilities.js';
import type { Directive } from './catalog.js';
import { parseMemory } from './memory.js';
import { checkString } from './strings.js';
import { isAmong, type Target } from './target.js';
import type { OwnProblem, ValueProblem } from './value-problem.js';

export { parseMemory } from './memory.js';

/** What a server makes of a value. */
export type ValueReading =
  | { readonly problem: ValueProblem | OwnProblem }
  | {
      /** As CONFIG GET shows it: memory in bytes, an enum's own spelling. A byte string. */
      readonly shown: string;
      /** Accepted, but not as it reads; completes "The server reads it as ...". */
      readonly misread?: string;
    };

/** Reads the one argument of a directive (a byte string) as the target's server does. */
export function readValue(directive: Directive, value: string, target: Target): ValueReading {
  switch (directive.kind) {
    case 'bool':
      return /^(yes|no)$/i.test(cString(value))
        ? { shown: cString(value).toLowerCase() }
        : { problem: { code: 'not-boolean' } };
    case 'enum':
      return readEnum(directive, value);
    case 'integer':
      return readInteger(directive, value, target);
    case 'memory':
      return readMemory(directive, value, target);
    case 'percent-or-memory':
      return readPercentOrMemory(directive, value, target);
    case 'octal':
      return readOctal(directive, value, target);
    case 'string': {
      const problem = checkString(directive.name, value, target);
      if (problem) return { problem };
      const shown = SDS_STRINGS.has(directive.name) ? value : cString(value);
      const isUnresolvable = HOSTS.has(directive.name) && shown !== '' && hostFault(shown) !== undefined;
      return isUnresolvable ? { shown, misread: UNRESOLVABLE } : { shown };
    }
    default:
      return { shown: value };
  }
}

/** Strings that are taken as they are, and looked up when they are used, here or by others. */
const HOSTS: ReadonlySet<string> = new Set(['bind-source-addr', 'replica-announce-ip', 'cluster-announce-ip']);

/** Strings that may hold a NUL byte. */
const SDS_STRINGS: ReadonlySet<string> = new Set(['requirepass', 'masterauth']);

function readEnum({ name, values = [] }: Directive, value: string): ValueReading {
  const wanted = cString(value).toLowerCase();
  const shown = values.find((known) => known.toLowerCase() === wanted);
  if (shown === undefined) return { problem: { code: 'not-in-enum', values } };
  return { shown: name === 'oom-score-adj' && shown === 'relative' ? 'yes' : shown };
}

/** As the server reads numbers, of any size that somebody may write. */
const isDecimal = (value: string): boolean => value.length < 100 && /^-?[1-9]\d*$/.test(value);

const SHORTEST_WATCHDOG_PERIOD = 200n;
const MOST_IO_THREADS = 16n;
/** They take up to 128, and use 16. */
const CAPS_IO_THREADS = { valkey: ['8.0.0+'] } as const;

function readInteger(directive: Directive, value: string, target: Target): ValueReading {
  const number = readStrictInteger(value);
  const tooLarge = number === undefined && isDecimal(value) ? checkRange(BigInt(value), directive) : undefined;
  if (number === undefined) return { problem: tooLarge ?? { code: 'not-integer' } };
  const problem = checkRange(number, directive);
  if (problem) return { problem };
  if (directive.name === 'watchdog-period' && number > 0n && number < SHORTEST_WATCHDOG_PERIOD) {
    return { shown: '200', misread: '200, which is the shortest period' };
  }
  if (directive.name === 'array-slice-size' && (number & (number - 1n)) !== 0n) {
    return { problem: { code: 'invalid-value', reason: 'must be a power of two' } };
  }
  if (directive.name === 'io-threads' && number > MOST_IO_THREADS && isAmong(target, CAPS_IO_THREADS)) {
    return { shown: `${MOST_IO_THREADS}`, misread: `${MOST_IO_THREADS}, which is the most` };
  }
  if (directive.name !== 'hz') return { shown: value };
  const clamped = number < 1n ? '1' : number > 500n ? '500' : value;
  return clamped === value
    ? { shown: value }
    : { shown: clamped, misread: `${clamped}, because hz is kept between 1 and 500` };
}

function readMemory(directive: Directive, value: string, target: Target): ValueReading {
  const allowsNegative = directive.min !== undefined && BigInt(directive.min) < 0n;
  const bytes = parseMemory(value, target) ?? (allowsNegative ? readStrictInteger(value) : undefined);
  if (bytes === undefined && has(target, 'memory-checked')) return { problem: { code: 'not-memory' } };
  const problem = checkRange(bytes ?? 0n, directive);
  if (problem) return { problem };
  // Before Redis 6.0 nobody asks whether it could be read.
  if (bytes === undefined) return { shown: '0', misread: '0' };
  const misread = misreadMemory(value, bytes);
  return misread === undefined ? { shown: `${bytes}` } : { shown: `${bytes}`, misread };
}

/** A unit without a number, and a number that wraps, are accepted by every server. */
export function misreadMemory(value: string, bytes: bigint): string | undefined {
  if (/^[a-z]+$/i.test(cString(value))) return '0';
  const digits = /^\d+/.exec(value)?.[0];
  return digits !== undefined && BigInt(digits) > bytes ? `${bytes} bytes` : undefined;
}

function readPercentOrMemory(directive: Directive, value: string, target: Target): ValueReading {
  if (parseMemory(value, target) !== undefined) return readMemory(directive, value, target);
  const percent = value.endsWith('%') ? readStrictInteger(value.slice(0, -1)) : undefined;
  if (percent === undefined || percent < 0n) return { problem: { code: 'not-memory' } };
  const max = BigInt(directive.facts.percentMax ?? 100);
  if (percent > max) return { problem: { code: 'out-of-range', min: '0%', max: `${max}%` } };
  return { shown: percent === 0n ? '0' : value };
}

/** Before Redis 7.0 whatever octal digits come first, so that `rwx` is 0. */
function readOctal(directive: Directive, value: string, target: Target): ValueReading {
  const { value: number, rest, overflows } = readCNumber(value, 8);
  const isStrict = has(target, 'octal-strict');
  if (isStrict && (rest !== '' || overflows)) return { problem: { code: 'not-octal' } };
  const max = BigInt(directive.max ?? 0o777);
  if (overflows || number < 0n || number > max) {
    return { problem: { code: 'out-of-range', min: '0', max: max.toString(8) } };
  }
  const shown = number.toString(8);
  return rest === '' ? { shown } : { shown, misread: `octal ${shown}` };
}

const UNSIGNED: ReadonlySet<string> = new Set(['ulonglong', 'size_t', 'uint']);

/**
 * Unsigned values compare as unsigned numbers: one without a limit takes any number that was read, also a negative.
 */
function checkRange(value: bigint, { min, max, facts }: Directive): ValueProblem | undefined {
  const isUnsigned = UNSIGNED.has(facts.cType ?? '') || (max !== undefined && BigInt(max) >= 2n ** 63n);
  const number = isUnsigned ? BigInt.asUintN(64, value) : value;
  const isBelow = min !== undefined && number < BigInt(min);
  const isAbove = max !== undefined && number > BigInt(max);
  return isBelow || isAbove ? { code: 'out-of-range', min: min ?? 0, max: max ?? 0 } : undefined;
}
