import type { PublishedPort } from '../config/host-facts.js';
import { quote } from './building-blocks/quote.js';
import { fixOfWayIn, isForCluster, isOpenToStrangers } from './building-blocks/ways-in.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const composePortPublished: Rule = {
  id: 'compose-port-published',
  summary: 'a container publishes the port of the server on every interface of its machine',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-668', 'https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
  reads: ['deployment', 'users'],
  check: checkComposePortPublished,
};

/** What the machine itself asks for is nobody's from outside; a variable may well say so. */
function* checkComposePortPublished({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  if (!facts || isForCluster(facts)) return;
  for (const port of facts.ports) {
    if (port.by !== 'port' || port.to !== 'network') continue;
    const isOpen = isOpenToStrangers(config);
    yield {
      at: port.at,
      message: isOpen
        ? `Port of ${quote(facts.name)} is published on every interface, and no password is set. Publish it on 127.0.0.1.`
        : `Port of ${quote(facts.name)} is published on every interface, past the firewall. Publish it on 127.0.0.1.`,
      severity: isOpen ? 'error' : 'warning',
      fixes: () => fixesOf(port),
    };
  }
}

function fixesOf(port: PublishedPort): readonly Fix[] {
  const onMachine = {
    title: 'Publish the port on 127.0.0.1 alone',
    consequence: 'Other machines no longer reach the server; containers beside it still do.',
  };
  const nowhere = {
    title: 'Publish the port nowhere',
    consequence: 'Only containers beside it reach the server then, by the name of its service.',
  };
  return [...fixOfWayIn(port, port.narrowed(), onMachine), ...fixOfWayIn(port, port.removed(), nowhere)];
}
