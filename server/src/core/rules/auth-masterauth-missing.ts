import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { has } from '../directives/capabilities.js';
import { usableUsers, userLabel } from './building-blocks/acl-users.js';
import { insertDirective } from './building-blocks/insert-directive.js';
import { nameOf } from './building-blocks/places.js';
import { isForSentinel } from './building-blocks/sentinel-user.js';
import { explicitValue, isOn } from './building-blocks/values-in-force.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const authMasterauthMissing: Rule = {
  id: 'auth-masterauth-missing',
  summary: 'a node that asks for a password does not know the password of its primary',
  category: 'authentication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  reads: [
    'replicaof',
    'cluster-enabled',
    'min-replicas-to-write',
    'masterauth',
    'requirepass',
    'masteruser',
    'users',
    'exposure',
    'elsewhere',
  ],
  check: checkMasterauthMissing,
};

/** Whoever asks for a password is taken for a node of a setup in which every node does. */
function* checkMasterauthMissing(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const because = followerBy(config) ?? primaryBy(config);
  const asksForPassword = config.exposure.auth === 'password' || config.exposure.auth === 'off';
  if (!because || !asksForPassword || config.inForce('masterauth')?.from || config.mayBeSaidElsewhere) return;
  yield { ...because, fixes: () => sameAsRequirepass(input) };
}

type Because = Pick<Problem, 'at' | 'message'>;

function followerBy(config: ResolvedConfiguration): Because | undefined {
  const replicaof = explicitValue(config, 'replicaof');
  const cluster = isOn(config, 'cluster-enabled') ? explicitValue(config, 'cluster-enabled') : undefined;
  const from = (replicaof && replicaof.lower !== 'no' ? replicaof : cluster)?.from;
  return (
    from && {
      at: nameOf(from),
      message: `"${from.directive.name.raw}" is set and this node asks for a password, but sends none to its primary: replication would fail. Set "masterauth".`,
    }
  );
}

/** A primary that waits for replicas, or that has a user for Sentinel, is a replica itself after a failover. */
function primaryBy(config: ResolvedConfiguration): Because | undefined {
  const replicas = explicitValue(config, 'min-replicas-to-write');
  if (replicas && replicas.text !== '0') {
    return {
      at: nameOf(replicas.from),
      message: `"${replicas.from.directive.name.raw}" says that there are replicas: after a failover this server follows one and sends no password. Set "masterauth".`,
    };
  }
  const sentinel = usableUsers(config).find((user) => isForSentinel(user, config));
  return (
    sentinel && {
      at: sentinel.at,
      message: `${userLabel(sentinel)} is for Sentinel: after a failover this server follows another and sends no password. Set "masterauth".`,
    }
  );
}

/**
 * With the user name `default` the link stays up also while the primary has no password yet (7.0.15); the password
 * alone is an error there. Before Redis 6.0 there are no names.
 */
function sameAsRequirepass({ config, targetCertainty }: RuleInput): readonly Fix[] {
  const word = config.inForce('requirepass')?.from?.args[0];
  if (!word || config.defaultUser.decidedBy !== 'requirepass' || config.inForce('masteruser')?.from) return [];
  const hasNames = targetCertainty !== 'guessed' && has(config.target, 'acl-users');
  const name = hasNames ? ['masteruser default'] : [];
  return [
    {
      title: 'Add "masterauth" with the password of "requirepass"',
      effect: 'access',
      consequence: hasNames
        ? 'Replication fails if the password of the primary is another one.'
        : 'Replication fails if the primary has no password yet, or another one: check it first.',
      edits: [insertDirective(config, 'masterauth', ...name, `masterauth ${word.raw}`)],
    },
  ];
}
