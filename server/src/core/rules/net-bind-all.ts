import { isAllInterfaces } from '../config/meaning/address-reach.js';
import { textOfBytes } from '../syntax/bytes.js';
import { bindLoopbackFix, bindPrivateFix } from './building-blocks/bind-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const netBindAll: Rule = {
  id: 'net-bind-all',
  summary: 'the server listens on every interface',
  category: 'network',
  severity: 'error',
  references: ['CWE-1327', 'CWE-668', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  isMilderInContainer: true,
  about: ['bind'],
  reads: ['bind', 'exposure'],
  check: checkBindAll,
};

/** In a container the port that is published decides who connects. */
function* checkBindAll(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const bind = config.inForce('bind');
  const { listen, container } = config.exposure;
  if (!bind?.from || listen === 'none' || container === 'proven') return;
  const { from } = bind;
  const index = from.args.findIndex(({ value }) => isAllInterfaces(textOfBytes(value)));
  const word = from.args[index];
  if (!word) return;
  const remedy =
    container === 'no' ? 'Bind only the addresses that clients use.' : 'Publish the port on 127.0.0.1 or not at all.';
  yield {
    at: argumentAt(from, index),
    message: `"${word.raw}" means every interface of the machine. ${remedy}`,
    severity: severityOf(config),
    fixes: () => [...bindPrivateFix(config), ...bindLoopbackFix(input)],
  };
}

/** Sentinels have to be reached. */
function severityOf({ dialect, exposure: { auth, isReachable } }: RuleInput['config']): Severity {
  if (dialect === 'sentinel') return 'information';
  return auth === 'open' && isReachable ? 'error' : 'warning';
}
