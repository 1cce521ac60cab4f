import { readCInt, readCNumber } from '../c-numbers.js';
import { has } from '../capabilities.js';
import type { Target } from '../target.js';
import { type ArgumentsReading, refuse } from './arguments-reading.js';

/** `save SECONDS CHANGES ...`: pairs; a lone `""` switches saving off. */
export function readSave(args: readonly string[], target: Target): ArgumentsReading {
  return has(target, 'save-pairs') ? readPairs(args) : readOldSave(args);
}

function readPairs(args: readonly string[]): ArgumentsReading {
  const values = args.length === 1 && cEmpty(args[0]) ? [] : args;
  if (values.length % 2 === 1) return refuse('must be pairs of seconds and changes');
  const shown: string[] = [];
  let misread: string | undefined;
  for (const [index, arg] of values.entries()) {
    const isSeconds = index % 2 === 0;
    const { value, rest } = readCNumber(arg);
    if (rest !== '') return refuse('must be a number', index);
    if (isSeconds && value < 1n) return refuse('must be 1 second or more', index);
    if (value < 0n) return refuse('must not be negative', index);
    // The number of changes is cut to 32 bits after it was checked.
    const kept = isSeconds ? value : BigInt.asIntN(32, value);
    if (kept !== value) misread = `${kept} changes`;
    shown.push(`${kept}`);
  }
  return { shown: shown.join(' '), ...(misread === undefined ? {} : { misread }) };
}

/** Redis 6.2: one pair, read leniently. Any other number of words is passed over in silence, the defaults are gone. */
function readOldSave(args: readonly string[]): ArgumentsReading {
  const [first = '', second = ''] = args;
  if (args.length === 1 && cEmpty(first)) return { shown: '' };
  if (args.length !== 2)
    return { shown: '', misread: 'nothing: the line is skipped, and the default save points are gone' };
  const seconds = readCInt(first);
  const changes = readCInt(second);
  if (seconds < 1n) return refuse(isCut(first) ? TOO_LARGE : 'must be 1 second or more', 0);
  if (changes < 0n) return refuse(isCut(second) ? TOO_LARGE : 'must not be negative', 1);
  const shown = `${seconds} ${changes}`;
  return args.some((arg) => readCNumber(arg).rest !== '') ? { shown, misread: `"${shown}"` } : { shown };
}

const TOO_LARGE = 'must not be larger than 2147483647';

/** A number beyond 32 bits is cut to them, which may leave nothing, or less. */
const isCut = (text: string): boolean => readCNumber(text).value > 2n ** 31n - 1n;

function cEmpty(arg: string | undefined): boolean {
  return arg === '' || arg?.startsWith('\0') === true;
}
