import { classifyAddress, isAllInterfaces } from '../config/meaning/address-reach.js';
import { textOfBytes } from '../syntax/bytes.js';
import { bindLoopbackFix, bindPrivateFix } from './building-blocks/bind-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netBindPublicAddress: Rule = {
  id: 'net-bind-public-address',
  summary: 'the server listens on an address of the internet',
  category: 'network',
  severity: 'error',
  references: ['CWE-668', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  about: ['bind'],
  reads: ['bind', 'exposure'],
  check: checkBindPublicAddress,
};

/** In a container the port that is published decides who connects. */
function* checkBindPublicAddress(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const from = config.inForce('bind')?.from;
  const { auth, isReachable, listen, container } = config.exposure;
  if (!from || listen === 'none' || container === 'proven') return;
  for (const [index, { value, raw }] of from.args.entries()) {
    const address = textOfBytes(value);
    if (isAllInterfaces(address) || classifyAddress(address) !== 'public') continue;
    yield {
      at: argumentAt(from, index),
      message: `${quote(raw)} is an address of the internet. Bind a private address, or let only known clients through a firewall.`,
      severity: auth === 'open' && isReachable ? 'error' : 'warning',
      fixes: () => [...bindPrivateFix(config), ...bindLoopbackFix(input)],
    };
  }
}
