import type { PublishedPort } from '../config/host-facts.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const composePortPublished: Rule = {
  id: 'compose-port-published',
  summary: 'a container publishes the port of the server on every interface of its machine',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-668', 'https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
  reads: ['deployment', 'users', 'exposure', 'port', 'tls-port'],
  check: checkComposePortPublished,
};

/** What the machine itself asks for is nobody's from outside; a variable may well say so. */
function* checkComposePortPublished({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  if (!facts) return;
  for (const port of facts.ports) {
    if (port.by !== 'port' || port.to !== 'network') continue;
    const isOpen = config.defaultUser.state === 'open';
    yield {
      at: port.at,
      message: isOpen
        ? `Port of "${facts.name}" is published on every interface, and no password is set. Publish it on 127.0.0.1.`
        : `Port of "${facts.name}" is published on every interface, past the firewall. Publish it on 127.0.0.1.`,
      severity: isOpen ? 'error' : 'warning',
      fixes: () => fixesOf(port),
    };
  }
}

function fixesOf({ at: { source }, narrowed, removed }: PublishedPort): readonly Fix[] {
  const fixes: readonly (readonly [Edits, Pick<Fix, 'title' | 'consequence'>])[] = [
    [
      narrowed(),
      {
        title: 'Publish the port on 127.0.0.1 alone',
        consequence: 'Other machines no longer reach the server; containers beside it still do.',
      },
    ],
    [
      removed(),
      {
        title: 'Publish the port nowhere',
        consequence: 'Only containers beside it reach the server then, by the name of its service.',
      },
    ],
  ];
  return fixes.flatMap(([edits, words]) =>
    edits ? [{ ...words, effect: 'access', edits: edits.map((edit) => ({ ...edit, source })) }] : [],
  );
}

type Edits = ReturnType<PublishedPort['narrowed']>;
