import { classifyAddress } from '../config/meaning/address-reach.js';
import { quote } from './building-blocks/quote.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelMonitorLoopback: Rule = {
  id: 'sentinel-monitor-loopback',
  summary: 'Sentinel tells clients and peers that the primary is on their own machine',
  category: 'sentinel',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel', 'bind', 'exposure'],
  check: checkSentinelMonitorLoopback,
};

/** A Sentinel that listens on loopback only has no clients elsewhere. */
function* checkSentinelMonitorLoopback({ config }: RuleInput): Iterable<Problem> {
  if (config.exposure.listen === 'loopback' || config.exposure.listen === 'none') return;
  for (const line of sentinelLines(config, 'monitor')) {
    const [, host = ''] = line.args;
    if (classifyAddress(host) !== 'loopback') continue;
    yield {
      at: line.at(1),
      message: `Clients elsewhere are told that the primary is at ${quote(host)}, their own machine. Monitor its real address.`,
      severity: config.inForce('bind')?.from ? 'warning' : 'information',
    };
  }
}
