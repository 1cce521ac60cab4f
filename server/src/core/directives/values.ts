import type { Directive } from './catalog.js';
import type { Bound } from './facts.js';
import type { Target } from './target.js';

/** Why the server refuses a value. */
export type ValueProblem =
  | { readonly code: 'not-boolean' }
  | { readonly code: 'not-integer' }
  | { readonly code: 'not-memory' }
  | { readonly code: 'not-octal' }
  | { readonly code: 'not-in-enum'; readonly values: readonly string[] }
  | { readonly code: 'out-of-range'; readonly min: Bound; readonly max: Bound };

/** Checks the one argument of a directive (a byte string) as the target's server does while reading. */
export function checkValue(directive: Directive, value: string, _target: Target): ValueProblem | undefined {
  switch (directive.kind) {
    case 'bool':
      return /^(yes|no)$/i.test(value) ? undefined : { code: 'not-boolean' };
    case 'enum': {
      const values = directive.values ?? [];
      return values.includes(value.toLowerCase()) ? undefined : { code: 'not-in-enum', values };
    }
    case 'integer':
      return /^-?(0|[1-9]\d*)$/.test(value) && value !== '-0'
        ? checkRange(BigInt(value), directive)
        : { code: 'not-integer' };
    case 'memory': {
      const bytes = parseMemory(value);
      return bytes === undefined ? { code: 'not-memory' } : checkRange(bytes, directive);
    }
    default:
      return undefined;
  }
}

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1000n,
  kb: 1024n,
  m: 1000n ** 2n,
  mb: 1024n ** 2n,
  g: 1000n ** 3n,
  gb: 1024n ** 3n,
};

/** Bytes of a memory value, units in any case; digits may be missing (`gb` is 0). Undefined when it is none. */
export function parseMemory(value: string): bigint | undefined {
  const match = /^(\d*)([a-z]*)$/i.exec(value);
  const unit = match && UNITS[(match[2] ?? '').toLowerCase()];
  return match && typeof unit === 'bigint' ? BigInt(match[1] || '0') * unit : undefined;
}

function checkRange(value: bigint, { min, max }: Directive): ValueProblem | undefined {
  const isBelow = min !== undefined && value < BigInt(min);
  const isAbove = max !== undefined && value > BigInt(max);
  return isBelow || isAbove ? { code: 'out-of-range', min: min ?? 0, max: max ?? 0 } : undefined;
}
