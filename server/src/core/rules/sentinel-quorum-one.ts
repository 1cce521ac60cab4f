import { replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelQuorumOne: Rule = {
  id: 'sentinel-quorum-one',
  summary: 'one Sentinel alone may declare the primary down',
  category: 'sentinel',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelQuorumOne,
};

function* checkSentinelQuorumOne({ config }: RuleInput): Iterable<Problem> {
  for (const line of sentinelLines(config, 'monitor')) {
    const [name = '', , , quorum] = line.args;
    if (quorum !== '1') continue;
    const at = line.at(3);
    yield {
      at,
      message: `With quorum 1 a single Sentinel that loses its network starts a failover of ${quote(name)}. Run three with quorum 2.`,
      fixes: () => [
        {
          title: 'Set the quorum to 2: it takes two Sentinels or more',
          effect: 'access',
          consequence: 'With a single Sentinel there is no failover any more: run three.',
          edits: [replaceAt(at, '2')],
        },
      ],
    };
  }
}
