import { nameOf } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { type SentinelLine, sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelDuplicateAddress: Rule = {
  id: 'sentinel-duplicate-address',
  summary: 'one server is monitored under two names',
  category: 'sentinel',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelDuplicateAddress,
};

function* checkSentinelDuplicateAddress({ config }: RuleInput): Iterable<Problem> {
  const seen = new Map<string, SentinelLine>();
  for (const line of sentinelLines(config, 'monitor')) {
    const [name = '', host = '', port = ''] = line.args;
    const address = `${host.toLowerCase()} ${port}`;
    const first = seen.get(address);
    if (!first) seen.set(address, line);
    else {
      yield {
        at: line.at(0),
        message: `${quote(first.args[0] ?? '')} and ${quote(name)} monitor the same server: their failovers collide. Remove one of them.`,
        related: [{ at: nameOf(first.from), message: 'The same address is monitored here.' }],
      };
    }
  }
}
