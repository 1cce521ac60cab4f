import { defaultsIn, type Published } from '../config/deployment.js';
import { isAllInterfaces } from '../config/meaning/address-reach.js';
import type { Exposure } from '../config/meaning/exposure.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { textOfBytes } from '../syntax/bytes.js';
import { bindLoopbackFix } from './building-blocks/bind-fixes.js';
import { setPasswordFixes } from './building-blocks/password-fixes.js';
import { severityByExposure } from './building-blocks/severity-by-exposure.js';
import { mayBeDefeatedByBind } from './building-blocks/strangers.js';
import type { Problem, RelatedPlace, Rule, RuleInput } from './rule.js';

export const authMissing: Rule = {
  id: 'auth-missing',
  summary: 'no password and no ACL user: whoever connects may run every command',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  reads: [
    'protected-mode',
    'requirepass',
    'bind',
    'user',
    'aclfile',
    'users',
    'exposure',
    'start',
    'elsewhere',
    'deployment',
  ],
  check: checkAuthMissing,
};

/** An empty requirepass, a user line, an ACL file and a written protected-mode have rules of their own. */
function* checkAuthMissing(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const { defaultUser, exposure } = config;
  if (defaultUser.state !== 'open' || defaultUser.decidedBy !== 'built-in' || config.mayBeSaidElsewhere) return;
  const isWrittenGuard = config.inForce('protected-mode')?.from !== undefined && exposure.protectedMode.isEffective;
  if (isWrittenGuard && exposure.listen !== 'loopback' && exposure.listen !== 'none') return;
  yield {
    at: config.deployment.facts?.authDisabled ?? config.start,
    message: `${stateOf(config)}: ${whoGetsIn(exposure, mayBeDefeatedByBind(input))}. Set "requirepass", or define ACL users.`,
    related: publishedAt(config),
    severity: exposure.asksForCertificate ? 'information' : severityByExposure(exposure),
    fixes: () => [...setPasswordFixes(input), ...bindLoopbackFix(input)],
  };
}

/** All that makes the server open, where it is open to strangers: findings at the other places are parts of this one. */
function stateOf(config: ResolvedConfiguration): string {
  const { exposure } = config;
  if (!exposure.isReachable) return 'No password is set';
  return `No password, ${whereOpen(config)}, protected mode ${whyUnprotected(config)}`;
}

function whereOpen({ exposure, inForce, deployment: { facts } }: ResolvedConfiguration): string {
  if (exposure.container === 'proven') {
    const isCluster = facts?.kind === 'kubernetes' || facts?.kind === 'helm';
    return isCluster ? 'reachable from outside the cluster' : 'published on every interface';
  }
  if (exposure.listen === 'private') return 'the private network';
  const addresses = inForce('bind')?.from?.args.map(({ value }) => textOfBytes(value)) ?? ['*'];
  return addresses.some(isAllInterfaces) ? 'every interface' : 'an address of the internet';
}

function whyUnprotected({ exposure, inForce, deployment }: ResolvedConfiguration): string {
  if (exposure.protectedMode.isOn) return 'without effect';
  const isByImage = !inForce('protected-mode')?.from && defaultsIn(deployment).has('protected-mode');
  return isByImage ? 'off by the image' : 'off';
}

/** The way in, where the document that starts the server opens one. */
function publishedAt({ deployment: { published }, exposure }: ResolvedConfiguration): readonly RelatedPlace[] {
  if (!published.at || published.value !== 'network' || !exposure.isReachable) return [];
  return [{ at: published.at, message: 'This lets other machines in.' }];
}

function whoGetsIn(exposure: Exposure, mayBeDefeated: boolean): string {
  const { container, isReachable, listen, protectedMode, asksForCertificate } = exposure;
  if (asksForCertificate) return 'whoever has a certificate of its CA may run every command';
  if (container === 'proven') return whoGetsIntoContainer(exposure);
  if (isReachable) return 'everybody who reaches it may run every command';
  if (listen === 'loopback') return 'every process on this machine may run every command';
  if (listen === 'none') return 'everybody who may open the socket may run every command';
  if (container !== 'no' && protectedMode.isEffective) {
    return 'the official image has protected mode off by default, so everybody may connect';
  }
  if (!protectedMode.isEffective) return 'who resolves the bind address to this machine may run every command';
  return mayBeDefeated
    ? 'only protected mode keeps other machines out, and before Redis 7.0 a "bind" line disables it'
    : 'only protected mode, which is on by default, keeps other machines out';
}

const WHO_CONNECTS: Readonly<Record<Published, string>> = {
  nobody: 'every program of its container',
  siblings: 'every container of its network',
  cluster: 'every pod of the cluster',
  host: 'every program of the machine',
  network: 'everybody',
  unknown: 'whoever its port is published to',
};

function whoGetsIntoContainer({ binds, published, protectedMode }: Exposure): string {
  if (binds === 'none') return 'everybody who may open the socket may run every command';
  if (binds === 'loopback') return `${WHO_CONNECTS.nobody} may run every command`;
  return protectedMode.isEffective
    ? 'only protected mode keeps others than its own container out'
    : `${WHO_CONNECTS[published]} may run every command`;
}
