import { isAddressLiteral } from '../config/meaning/address-reach.js';
import { readBindAddress } from '../config/meaning/bind-address.js';
import { textOfBytes } from '../syntax/bytes.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netBindHostname: Rule = {
  id: 'net-bind-hostname',
  summary: 'a name in bind, which is looked up when the server starts',
  category: 'network',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  about: ['bind'],
  reads: ['bind'],
  check: checkBindHostname,
};

const HOST_NAME = /^-?[a-z][a-z0-9.-]*$/i;

/** Beside a word that is no address a name is perhaps none either, but a password that slipped in. */
function* checkBindHostname({ config }: RuleInput): Iterable<Problem> {
  const bind = config.inForce('bind');
  if (!bind?.from || !bind.isKnown) return;
  if (bind.values.some((address) => readBindAddress(textOfBytes(address)).kind === 'malformed')) return;
  for (const [index, { value, raw }] of bind.from.args.entries()) {
    const address = textOfBytes(value);
    if (raw.startsWith('#')) return;
    if (isAddressLiteral(address) || !HOST_NAME.test(address)) continue;
    yield {
      at: argumentAt(bind.from, index),
      message: `${quote(raw)} is looked up when the server starts and may mean another address by then. Bind the address itself.`,
    };
  }
}
