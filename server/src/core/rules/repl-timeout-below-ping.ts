import { replaceAt } from './building-blocks/edits.js';
import { argumentAt, nameOf } from './building-blocks/places.js';
import { type ExplicitValue, explicitValue, lowerInForce } from './building-blocks/values-in-force.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const replTimeoutBelowPing: Rule = {
  id: 'repl-timeout-below-ping',
  summary: 'replication times out before the next ping can arrive',
  category: 'replication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  about: ['repl-timeout', 'repl-ping-replica-period'],
  reads: ['repl-timeout', 'repl-ping-replica-period'],
  check: checkTimeout,
};

const DEFAULT_TIMEOUT = 60;

function* checkTimeout({ config }: RuleInput): Iterable<Problem> {
  const timeout = Number(lowerInForce(config, 'repl-timeout'));
  const period = Number(lowerInForce(config, 'repl-ping-replica-period'));
  const timeoutLine = explicitValue(config, 'repl-timeout');
  const periodLine = explicitValue(config, 'repl-ping-replica-period');
  const line = timeoutLine ?? periodLine;
  if (!line || !(timeout <= period)) return;
  yield {
    at: nameOf(line.from),
    message: `"repl-timeout ${timeout}" is over before the next ping, every ${period} seconds: the link breaks in each quiet moment. Set it well above.`,
    related:
      timeoutLine && periodLine
        ? [{ at: nameOf(periodLine.from), message: 'The time between two pings is set here.' }]
        : [],
    fixes: () => (timeoutLine && period < DEFAULT_TIMEOUT ? [raise(timeoutLine)] : []),
  };
}

const raise = (timeout: ExplicitValue): Fix => ({
  title: `Set repl-timeout to ${DEFAULT_TIMEOUT}`,
  effect: 'access',
  consequence: `A partner that is gone is noticed after ${DEFAULT_TIMEOUT} seconds.`,
  edits: [replaceAt(argumentAt(timeout.from), `${DEFAULT_TIMEOUT}`)],
});
