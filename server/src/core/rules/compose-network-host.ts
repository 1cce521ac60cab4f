import { quote } from './building-blocks/quote.js';
import { isOpenToStrangers } from './building-blocks/ways-in.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const composeNetworkHost: Rule = {
  id: 'compose-network-host',
  summary: 'a container has the network of its machine: each port of the server is open there',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-668', 'https://docs.docker.com/engine/network/drivers/host/'],
  reads: ['deployment', 'users', 'exposure'],
  check: checkNetwork,
};

/** What binds loopback alone is as far away as on the machine itself. */
function* checkNetwork({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  const { binds } = config.exposure;
  if (!facts?.hostNetwork || binds === 'loopback' || binds === 'none') return;
  const isOpen = isOpenToStrangers(config);
  const remedy = facts.kind === 'kubernetes' ? 'Remove "hostNetwork"' : 'Publish its port on 127.0.0.1 instead';
  yield {
    at: facts.hostNetwork,
    message: `${quote(facts.name)} listens on every interface of its machine${isOpen ? ', and no password is set' : ''}. ${remedy}.`,
    severity: isOpen ? 'error' : 'warning',
  };
}
