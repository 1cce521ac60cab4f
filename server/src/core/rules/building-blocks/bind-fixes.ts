import { classifyAddress } from '../../config/address-reach.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isRedisOrForkAtLeast, type Target } from '../../directives/target.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Fix } from '../rule.js';
import { replaceArguments } from './edits.js';
import { insertDirective } from './insert-directive.js';

/**
 * Loopback addresses that the target always starts with: IPv6 only where a leading `-` (from 6.2 on) lets it go on
 * without, for a machine may have IPv6 switched off.
 */
export function loopbackAddresses(target: Target): string {
  return isRedisOrForkAtLeast(target, '6.2') ? '127.0.0.1 -::1' : '127.0.0.1';
}

/**
 * Binds to loopback only. None in a container, where it would cut the server off from the very clients it is for, and
 * none where nothing would change.
 */
export function bindLoopbackFix(config: ResolvedConfiguration): readonly Fix[] {
  const { origin, listen } = config.exposure;
  if (origin === 'container' || listen === 'loopback' || listen === 'none') return [];
  const from = config.setting('bind')?.from;
  const addresses = loopbackAddresses(config.target);
  const edit = from ? replaceArguments(from, addresses) : insertDirective(config, 'bind', `bind ${addresses}`);
  return [{ title: 'Bind to loopback only', effect: 'access', edits: [edit] }];
}

/** Keeps the addresses of the bind line that are not open to everybody, where there are some that other machines use. */
export function bindPrivateFix(config: ResolvedConfiguration): readonly Fix[] {
  const from = config.setting('bind')?.from;
  const kept = from?.args.filter(({ value }) => classifyAddress(textOfBytes(value)) !== 'public') ?? [];
  if (!from || !kept.some(({ value }) => classifyAddress(textOfBytes(value)) === 'private')) return [];
  const addresses = kept.map(({ raw }) => raw).join(' ');
  return [{ title: 'Keep only the private addresses', effect: 'access', edits: [replaceArguments(from, addresses)] }];
}
