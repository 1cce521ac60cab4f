import { has } from '../directives/capabilities.js';
import { removeLine } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { renamesBuiltUpon } from './building-blocks/renames.js';
import type { Impact, Problem, Rule, RuleInput } from './rule.js';

export const renameCommandBreaksAuth: Rule = {
  id: 'rename-command-breaks-auth',
  summary: 'AUTH or HELLO is renamed: clients that log in with it are refused',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/commands/auth/'],
  dialects: ['server'],
  reads: ['users', 'renames'],
  check: checkLogin,
};

function whoFails(oldName: string, isNeeded: boolean): string {
  if (oldName === 'HELLO') return 'clients that need RESP3 or log in with it fail';
  return isNeeded
    ? 'most clients, replicas and Sentinels log in with it, and are refused'
    : 'most clients cannot log in once a password is set';
}

/** Clients may have learned the new name. */
function impactOf(newName: string): Impact {
  return newName === ''
    ? { effect: 'safe', isPreferred: true }
    : { effect: 'access', consequence: 'Clients that send the new name are refused.' };
}

function* checkLogin({ config }: RuleInput): Iterable<Problem> {
  const isNeeded = config.defaultUser.state !== 'open';
  const isBuiltUpon = renamesBuiltUpon(config);
  for (const rename of config.renames) {
    const { from, oldName, newName } = rename;
    const breaksHello = oldName === 'HELLO' && has(config.target, 'acl-users');
    if ((oldName !== 'AUTH' && !breaksHello) || newName.toUpperCase() === oldName) continue;
    yield {
      at: argumentAt(from),
      message: `${oldName} is ${newName === '' ? 'removed' : 'renamed'}: ${whoFails(oldName, isNeeded)}. Remove the line.`,
      severity: isNeeded && oldName === 'AUTH' ? 'error' : 'warning',
      fixes: () =>
        isBuiltUpon(rename) ? [] : [{ ...impactOf(newName), title: 'Remove the line', edits: [removeLine(from)] }],
    };
  }
}
