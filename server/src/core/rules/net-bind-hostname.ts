import { isAddressLiteral } from '../config/meaning/address-reach.js';
import { textOfBytes } from '../syntax/bytes.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { loadProblems, type Problem, type Rule, type RuleInput } from './rule.js';

export const netBindHostname: Rule = {
  id: 'net-bind-hostname',
  summary: 'a name in bind, which is looked up when the server starts',
  category: 'network',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  check: checkBindHostname,
};

const HOST_NAME = /^-?[a-z][a-z0-9.-]*$/i;

/** Where another word keeps the server from listening there is nothing to say of names. */
function* checkBindHostname(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const bind = config.setting('bind');
  if (!bind?.from || !bind.isKnown) return;
  if (loadProblems(input, 'bind-malformed').length > 0) return;
  for (const [index, { value, raw }] of bind.from.args.entries()) {
    const address = textOfBytes(value);
    if (raw.startsWith('#')) return;
    if (isAddressLiteral(address) || !HOST_NAME.test(address)) continue;
    yield {
      at: argumentAt(bind.from, index),
      message: `${quote(raw)} is looked up when the server starts, and may mean another address by then. Bind the address itself.`,
    };
  }
}
