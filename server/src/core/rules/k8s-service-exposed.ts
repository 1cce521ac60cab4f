import type { PublishedPort } from '../config/host-facts.js';
import { quote } from './building-blocks/quote.js';
import { fixOfWayIn, isForCluster, isOpenToStrangers } from './building-blocks/ways-in.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const k8sServiceExposed: Rule = {
  id: 'k8s-service-exposed',
  summary: 'a service or a port of a node leads from outside the cluster to the server',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-668', 'https://kubernetes.io/docs/concepts/services-networking/service/'],
  reads: ['deployment', 'users'],
  check: checkServices,
};

function* checkServices({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  if (!facts || !isForCluster(facts)) return;
  const isOpen = isOpenToStrangers(config);
  for (const port of facts.ports) {
    if (port.to !== 'network') continue;
    yield {
      at: port.at,
      message: `${quote(facts.name)} ${WAYS[port.by]}${isOpen ? ', and no password is set' : ''}. ${REMEDIES[port.by]}.`,
      severity: isOpen ? 'error' : 'warning',
      fixes: () => fixesOf(port),
    };
  }
}

const WAYS: Readonly<Record<PublishedPort['by'], string>> = {
  port: 'is open on a port of its node',
  'node-port': 'is open on a port of every node',
  'load-balancer': 'is open outside the cluster',
};
const REMEDIES: Readonly<Record<PublishedPort['by'], string>> = {
  port: 'Remove the port of the node',
  'node-port': 'Make the service a ClusterIP',
  'load-balancer': 'Make the service a ClusterIP',
};

const CONSEQUENCE = 'Only what runs in the cluster reaches the server then.';

function fixesOf(port: PublishedPort): readonly Fix[] {
  if (port.by !== 'port') {
    return fixOfWayIn(port, port.narrowed(), { title: 'Make the service a ClusterIP', consequence: CONSEQUENCE });
  }
  const onNode = {
    title: 'Open the port on 127.0.0.1 of the node alone',
    consequence: 'Only programs of the node and of the cluster reach the server then.',
  };
  return [
    ...fixOfWayIn(port, port.narrowed(), onNode),
    ...fixOfWayIn(port, port.removed(), { title: 'Remove the port of the node', consequence: CONSEQUENCE }),
  ];
}
