import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netTcpKeepaliveOff: Rule = {
  id: 'net-tcp-keepalive-off',
  summary: 'connections of clients that vanished are kept forever',
  category: 'network',
  severity: 'information',
  references: ['CWE-772', 'https://redis.io/docs/latest/develop/reference/clients/'],
  reads: ['tcp-keepalive', 'exposure'],
  check: checkTcpKeepaliveOff,
};

function* checkTcpKeepaliveOff({ config }: RuleInput): Iterable<Problem> {
  const keepalive = explicitSetting(config, 'tcp-keepalive');
  if (keepalive?.text !== '0' || config.exposure.listen === 'none') return;
  const at = argumentAt(keepalive.from);
  yield {
    at,
    message:
      'tcp-keepalive "0" never notices that a client is gone: its connection stays and counts. Set it to 300 seconds.',
    fixes: () => [
      {
        title: 'Set tcp-keepalive to 300',
        effect: 'access',
        consequence: 'Connections to machines that do not answer for about ten minutes are closed.',
        edits: [replaceAt(at, '300')],
      },
    ],
  };
}
