import { groupBy } from '../text/group-by.js';
import { replaceAt } from './building-blocks/edits.js';
import { quote } from './building-blocks/quote.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelQuorumExceeds: Rule = {
  id: 'sentinel-quorum-exceeds',
  summary: 'more Sentinels must agree than there are',
  category: 'sentinel',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelQuorumExceeds,
};

/** A group of Sentinels is smaller. */
const MOST_SHOWN = 10;

/** Sentinel writes the others that it knows into its own file; a file without such lines tells nothing. */
function* checkSentinelQuorumExceeds({ config }: RuleInput): Iterable<Problem> {
  const known = groupBy(sentinelLines(config, 'known-sentinel'), ({ args: [master] }) => master);
  for (const line of sentinelLines(config, 'monitor')) {
    const [name = '', , , quorum = ''] = line.args;
    const others = known.get(name) ?? [];
    if (others.length === 0 || !/^\d+$/.test(quorum) || Number(quorum) <= others.length + 1) continue;
    const at = line.at(3);
    const majority = Math.floor((others.length + 1) / 2) + 1;
    yield {
      at,
      message: `${quorum} Sentinels must agree that ${quote(name)} is down, but this file knows ${others.length + 1}. Set the quorum to ${majority}.`,
      related: others
        .slice(0, MOST_SHOWN)
        .map(({ at: place }) => ({ at: place(1), message: 'One of the other Sentinels.' })),
      fixes: () => [
        {
          title: `Set the quorum to ${majority} (SENTINEL SET while it runs)`,
          effect: 'access',
          consequence: 'Fewer Sentinels start a failover; one that runs overwrites its file, so use SENTINEL SET then.',
          edits: [replaceAt(at, `${majority}`)],
        },
      ],
    };
  }
}
