import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { appendLines } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix, RuleInput } from './rule.js';

/** Far below all common ports and the range that systems hand out. */
const FREE_PORT = 16379;

export const clusterPortOverflow = refusalRule({
  id: 'cluster-port-overflow',
  summary: 'a cluster node whose bus port would be beyond 65535',
  category: 'cluster',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  codes: ['cluster-port-overflow'],
  message: ({ port }, { config }) =>
    `The cluster bus would be at port ${port + 10000}, which does not exist. ${canChoose(config) ? 'Set "cluster-port", or choose' : 'Choose'} a port below 55536.`,
  fixes: (_, input) => (canChoose(input.config) ? [setBusPort(input)] : []),
});

const canChoose = ({ catalog }: ResolvedConfiguration): boolean => catalog.directive('cluster-port') !== undefined;

const setBusPort = (input: RuleInput): Fix =>
  writesSince(input, '7.0', '"cluster-port"', {
    title: `Set cluster-port ${FREE_PORT}`,
    effect: 'access',
    consequence: `The other nodes must reach port ${FREE_PORT}, through every firewall.`,
    edits: [appendLines(input.config, `cluster-port ${FREE_PORT}`)],
  });
