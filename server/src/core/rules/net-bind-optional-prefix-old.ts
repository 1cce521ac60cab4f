import { isHost } from '../config/showing/shown-words.js';
import { has } from '../directives/capabilities.js';
import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { startingFix } from './building-blocks/starting-fix.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netBindOptionalPrefixOld: Rule = {
  id: 'net-bind-optional-prefix-old',
  summary: 'an optional address in bind, which came with Redis 6.2',
  category: 'network',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  about: ['bind'],
  reads: ['bind', 'users', 'exposure', 'elsewhere'],
  check: checkBindOptionalPrefix,
};

/** Before 6.2 the `-` is part of the address, and `::*` is none. */
function* checkBindOptionalPrefix(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const from = config.inForce('bind')?.from;
  if (!from || has(config.target, 'optional-addresses')) return;
  for (const [index, { raw }] of from.args.entries()) {
    if (!raw.startsWith('-') || !isHost(raw)) continue;
    const at = argumentAt(from, index);
    const address = raw.slice(1) === '::*' ? '::' : raw.slice(1);
    yield {
      at,
      message: `${quote(raw)} is not an address before Redis 6.2: the server fails to listen. Write "${address}", or leave it out.`,
      fixes: () => [
        startingFix(input, {
          title: `Change to "${address}"`,
          effect: 'safe',
          isPreferred: true,
          edits: [replaceAt(at, address)],
        }),
      ],
    };
  }
}
