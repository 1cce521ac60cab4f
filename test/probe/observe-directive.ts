import type { ValueKind } from '../../server/src/core/directives/facts.js';
import type { RealServer } from '../support/real-server.js';

/** What a server's refusals tell about one directive. */
export interface ObservedDirective {
  /** `string` and `special` cannot be told apart by refusals: undefined. */
  readonly kind: Exclude<ValueKind, 'string' | 'special' | 'enum-flags'> | undefined;
  readonly values?: readonly string[];
  /** Decimal; missing where the server has no limit that a 64-bit number can break. */
  readonly min?: string;
  readonly max?: string;
}

const KINDS: readonly (readonly [RegExp, ObservedDirective['kind']])[] = [
  [/must be 'yes' or 'no'/, 'bool'],
  [/must be one of the following/, 'enum'],
  [/parsed into an integer/, 'integer'],
  [/must be a memory value/, 'memory'],
  [/must be a memory or percent value/, 'percent-or-memory'],
  [/parsed as an octal number/, 'octal'],
];
const NO_VALUE = 'no-such.value~';
const HUGE = ['9223372036854775807', '-9223372036854775808', '18446744073709551615'];

/** Starts the server on wrong values: a few starts a directive. */
export async function observeDirective(name: string, server: RealServer): Promise<ObservedDirective> {
  const refusal = async (value: string) => (await server.run({ text: `${name} ${value}\n` })).error;
  const error = await refusal(NO_VALUE);
  const kind = KINDS.find(([pattern]) => pattern.test(error))?.[1];
  if (kind === 'enum') return { kind, values: (error.split('following: ')[1] ?? '').split(', ').sort() };
  if (kind !== 'integer' && kind !== 'memory') return { kind };
  for (const value of HUGE) {
    const [, min, max] = /between (-?\d+) and (-?\d+) inclusive/.exec(await refusal(value)) ?? [];
    if (min !== undefined && max !== undefined) return { kind, min, max };
  }
  return { kind };
}
