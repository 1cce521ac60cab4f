import { isRedisOrForkAtLeast } from '../directives/target.js';
import { removeLine } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const renameCommandBreaksAuth: Rule = {
  id: 'rename-command-breaks-auth',
  summary: 'AUTH or HELLO is renamed, so that clients cannot log in',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/commands/auth/'],
  dialects: ['server'],
  check: checkLogin,
};

function* checkLogin({ config }: RuleInput): Iterable<Problem> {
  const isNeeded = config.defaultUser.state !== 'open';
  for (const { from, oldName, newName } of config.renames) {
    const breaksHello = oldName === 'HELLO' && isRedisOrForkAtLeast(config.target, '6.0');
    if ((oldName !== 'AUTH' && !breaksHello) || newName.toUpperCase() === oldName) continue;
    yield {
      at: argumentAt(from),
      message: `${oldName} is ${newName === '' ? 'removed' : 'renamed'}: ${isNeeded ? 'clients and replicas cannot log in' : 'no client can log in once a password is set'}. Remove the line.`,
      severity: isNeeded && oldName === 'AUTH' ? 'error' : 'warning',
      fixes: [{ title: 'Remove the line', effect: 'safe', isPreferred: true, edits: [removeLine(from)] }],
    };
  }
}
