import { LOG_ELSEWHERE } from './building-blocks/log-remedy.js';
import { argumentAt, nameOf } from './building-blocks/places.js';
import { fixBy } from './building-blocks/remedy.js';
import { explicitValue, lowerInForce, mayBeOn } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logDiscarded: Rule = {
  id: 'log-discarded',
  summary: 'a daemon without a log file: everything it logs is lost',
  category: 'logging',
  severity: 'warning',
  references: ['CWE-778'],
  about: ['logfile'],
  reads: ['daemonize', 'logfile', 'syslog-enabled'],
  check: checkLog,
};

function* checkLog(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const daemonize = explicitValue(config, 'daemonize');
  if (daemonize?.lower !== 'yes' || lowerInForce(config, 'logfile') !== '' || mayBeOn(config, 'syslog-enabled')) return;
  const logfile = explicitValue(config, 'logfile');
  yield {
    at: logfile ? argumentAt(logfile.from) : argumentAt(daemonize.from),
    message: 'A daemon without a log file writes its log to /dev/null. Set "logfile" to a path.',
    ...(logfile ? { related: [{ at: nameOf(daemonize.from), message: 'The server runs as a daemon.' }] } : {}),
    fixes: () => (logfile ? [fixBy(LOG_ELSEWHERE, logfile, input)] : []),
  };
}
