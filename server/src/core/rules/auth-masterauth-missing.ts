import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { insertDirective } from './building-blocks/insert-directive.js';
import { nameOf } from './building-blocks/places.js';
import { explicitSetting, isOn } from './building-blocks/settings.js';
import { mayBeSaidElsewhere } from './building-blocks/unknown-parts.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const authMasterauthMissing: Rule = {
  id: 'auth-masterauth-missing',
  summary: 'a node that asks for a password does not know the password of its primary',
  category: 'authentication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  check: checkMasterauthMissing,
};

/** Whoever asks for a password is taken for a node of a setup in which every node does. */
function* checkMasterauthMissing({ config }: RuleInput): Iterable<Problem> {
  const replicaof = explicitSetting(config, 'replicaof');
  const cluster = isOn(config, 'cluster-enabled') ? explicitSetting(config, 'cluster-enabled') : undefined;
  const because = replicaof && replicaof.lower !== 'no' ? replicaof : cluster;
  const asksForPassword = config.exposure.auth === 'password' || config.exposure.auth === 'off';
  if (!because || !asksForPassword || config.setting('masterauth')?.from || mayBeSaidElsewhere(config)) return;
  const name = because.from.directive.name.raw;
  yield {
    at: nameOf(because.from),
    message: `"${name}" is set and a password is asked for, but none is sent to the primary: replication would fail. Set "masterauth".`,
    fixes: sameAsRequirepass(config),
  };
}

function sameAsRequirepass(config: ResolvedConfiguration): readonly Fix[] {
  const word = config.setting('requirepass')?.from?.args[0];
  if (!word || config.defaultUser.decidedBy !== 'requirepass') return [];
  const edit = insertDirective(config, 'masterauth', `masterauth ${word.raw}`);
  return [{ title: 'Add "masterauth" with the password of "requirepass"', effect: 'access', edits: [edit] }];
}
