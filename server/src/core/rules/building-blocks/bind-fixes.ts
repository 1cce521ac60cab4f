import { classifyAddress } from '../../config/meaning/address-reach.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isSafeValue } from '../../config/showing/shown-words.js';
import { has } from '../../directives/capabilities.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Fix, RuleInput } from '../rule.js';
import { replaceArguments } from './edits.js';
import { setDirective } from './insert-directive.js';
import { quote } from './quote.js';

/**
 * Loopback addresses that any server starts with which the configuration may be for: IPv6 only where it is known that a
 * leading `-` (from 6.2 on) lets it go on without, for a machine may have IPv6 switched off.
 */
export function loopbackAddresses({ config, targetCertainty }: RuleInput): string {
  const knowsPrefix = targetCertainty !== 'guessed' && has(config.target, 'optional-addresses');
  return knowsPrefix ? '127.0.0.1 -::1' : '127.0.0.1';
}

/**
 * Binds to loopback only. None in a container, where it would cut the server off from the very clients it is for, and
 * none where nothing would change.
 */
export function bindLoopbackFix(input: RuleInput): readonly Fix[] {
  const { config } = input;
  const { container, listen } = config.exposure;
  if (container !== 'no' || listen === 'loopback' || listen === 'none') return [];
  return [
    {
      title: 'Bind to loopback: other machines lose access',
      effect: 'access',
      consequence: 'Clients, replicas, Sentinels and cluster nodes on other machines can no longer connect.',
      edits: [setDirective(config, 'bind', loopbackAddresses(input))],
    },
  ];
}

/** Keeps the addresses of the bind line that are not open to everybody, where there are some that other machines use. */
export function bindPrivateFix(config: ResolvedConfiguration): readonly Fix[] {
  const from = config.inForce('bind')?.from;
  const kept = from?.args.filter(({ value }) => classifyAddress(textOfBytes(value)) !== 'public') ?? [];
  if (!from || !kept.some(({ value }) => classifyAddress(textOfBytes(value)) === 'private')) return [];
  return [
    {
      title: 'Keep only the private addresses: others lose access',
      effect: 'access',
      consequence: 'Whoever connects to one of the removed addresses can no longer do so.',
      edits: [replaceArguments(from, kept.map(({ raw }) => raw).join(' '))],
    },
  ];
}

/** The title of a fix that writes the arguments of `bind` anew; without them where one is no address. */
export function addressesTitle(addresses: string): string {
  return addresses.split(' ').every((word) => isSafeValue(word))
    ? `Change to ${quote(addresses, 45)}`
    : 'Correct the addresses';
}
