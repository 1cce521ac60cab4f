import { cString, readCNumber } from '../c-numbers.js';
import { has } from '../capabilities.js';
import type { Target } from '../target.js';
import { type ArgumentsReading, refuse, WRONG_COUNT } from './arguments-reading.js';

/** `oom-score-adj-values`: three numbers from -2000 to 2000. */
export function readOomScores(args: readonly string[]): ArgumentsReading {
  if (args.length !== 3) return WRONG_COUNT;
  const numbers = args.map((arg) => readCNumber(arg));
  const wrong = numbers.findIndex(({ value, rest }) => rest !== '' || value < -2000n || value > 2000n);
  if (wrong >= 0) return refuse('must be a number from -2000 to 2000', wrong);
  return { shown: numbers.map(({ value }) => value).join(' ') };
}

/** `latency-tracking-info-percentiles`: any number of percentiles; a lone `""` means none. */
export function readPercentiles(args: readonly string[], target: Target): ArgumentsReading {
  const values = args.length === 1 && cString(args[0] ?? '') === '' ? [] : args;
  const shown: string[] = [];
  for (const [index, arg] of values.entries()) {
    const number = readCDouble(cString(arg), !has(target, 'percentiles-decimal'));
    if (number === undefined) return refuse('must be a number', index);
    if (!(number >= 0 && number <= 100)) return refuse('must be a percentile from 0 to 100', index);
    shown.push(shownDouble(number));
  }
  return { shown: shown.join(' ') };
}

/** C's `strtod` of a whole text, hexadecimal notation where it is allowed; undefined for NaN and for what is no number. */
function readCDouble(text: string, allowsHex: boolean): number | undefined {
  const trimmed = text.replace(/^[ \t-\r]+/, '');
  const infinity = /^([+-]?)inf(inity)?$/i.exec(trimmed);
  if (infinity) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const hex = allowsHex ? /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i.exec(trimmed) : null;
  if (hex) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
    if (whole + fraction === '') return undefined;
    const digits = Number.parseInt(whole + fraction, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
    return sign === '-' ? -digits : digits;
  }
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** A percentile as the server prints it: at most six decimals, without trailing zeros. */
function shownDouble(value: number): string {
  return Object.is(value, -0) ? '-0' : String(Number(value.toFixed(6)));
}
