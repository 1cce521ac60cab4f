import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { RuleInput, Trigger } from '../rule.js';
import { isUsable } from './acl-users.js';

/** Whether the default user is known to need a password, or to be off. */
export function asksForPassword(config: ResolvedConfiguration): boolean {
  const { auth } = config.exposure;
  return (auth === 'password' || auth === 'off') && saysAll(config);
}

/** No other file adds to an ACL file. */
const saysAll = (config: ResolvedConfiguration): boolean => config.dialect === 'acl' || !config.mayBeSaidElsewhere;

/** Whether no other machine can connect, as far as is known. */
export function isOutOfReach(config: ResolvedConfiguration): boolean {
  const { listen } = config.exposure;
  return (listen === 'loopback' || listen === 'none') && !config.mayBeSaidElsewhere;
}

/** What `keepsStrangersOut` reads. */
export const READS_OF_STRANGERS: readonly Trigger[] = ['bind', 'users', 'exposure', 'elsewhere'];

/** Whether it is known that nobody from another machine gets in without a password or a certificate. */
export function keepsStrangersOut(input: Pick<RuleInput, 'config' | 'targetCertainty'>): boolean {
  const { config } = input;
  if (isOutOfReach(config) || (config.exposure.asksForCertificate && saysAll(config))) return true;
  const isClosed = config.exposure.auth === 'open' ? isGuarded(input) : asksForPassword(config);
  return isClosed && !config.users.some(({ name, effective }) => name !== 'default' && takesAnybody(effective));
}

/** Before Redis 7.0 any bind line switches protected mode off in effect, and nobody said which server it is. */
export function mayBeDefeatedByBind({
  config,
  targetCertainty,
}: Pick<RuleInput, 'config' | 'targetCertainty'>): boolean {
  const { target, inForce } = config;
  return targetCertainty === 'guessed' && target.product === 'redis' && inForce('bind')?.from !== undefined;
}

/**
 * By protected mode, which images switch off and which a bind line switches off before Redis 7.0. An ACL file alone says
 * nothing of it.
 */
function isGuarded(input: Pick<RuleInput, 'config' | 'targetCertainty'>): boolean {
  const { config } = input;
  const { container, protectedMode } = config.exposure;
  if (config.dialect === 'acl') return false;
  return protectedMode.isEffective && container === 'no' && !mayBeDefeatedByBind(input) && !config.mayBeSaidElsewhere;
}

const takesAnybody = (user: ResolvedConfiguration['users'][number]['effective']): boolean =>
  isUsable(user) && user.acceptsAnyPassword;
