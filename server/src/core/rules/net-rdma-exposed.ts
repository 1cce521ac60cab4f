import { isAllInterfaces } from '../config/meaning/address-reach.js';
import { textOfBytes } from '../syntax/bytes.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netRdmaExposed: Rule = {
  id: 'net-rdma-exposed',
  summary: 'RDMA connections are accepted on every interface',
  category: 'network',
  severity: 'information',
  references: ['CWE-1327', 'GHSA-jcj7-v34w-v9vv', 'https://valkey.io/topics/RDMA/'],
  dialects: ['server'],
  about: ['rdma-bind'],
  reads: ['rdma-bind'],
  check: checkRdmaExposed,
};

function* checkRdmaExposed({ config }: RuleInput): Iterable<Problem> {
  const bind = config.inForce('rdma-bind');
  if (!bind?.from || !bind.isKnown) return;
  const index = bind.from.args.findIndex(({ value }) => isAllInterfaces(textOfBytes(value)));
  const word = bind.from.args[index];
  if (!word) return;
  yield {
    at: argumentAt(bind.from, index),
    message: `"${word.raw}" accepts RDMA on every interface, by code that runs before any login. Bind only the address of the RDMA network.`,
  };
}
