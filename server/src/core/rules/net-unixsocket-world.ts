import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netUnixsocketWorld: Rule = {
  id: 'net-unixsocket-world',
  summary: 'every local user may connect to the Unix socket',
  category: 'network',
  severity: 'error',
  references: ['CWE-732', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  isMilderInContainer: true,
  reads: ['unixsocket', 'unixsocketperm', 'exposure'],
  check: checkUnixsocketWorld,
};

const WRITABLE_BY_OTHERS = 0o002;

/**
 * Connecting takes the permission to write. Without unixsocketperm the umask decides, which seldom grants it. A
 * container seldom has other users.
 */
function* checkUnixsocketWorld({ config }: RuleInput): Iterable<Problem> {
  const socket = explicitSetting(config, 'unixsocket');
  const perm = explicitSetting(config, 'unixsocketperm');
  if (!socket || socket.text === '' || !perm || !/^[0-7]{1,4}$/.test(perm.text)) return;
  if ((Number.parseInt(perm.text, 8) & WRITABLE_BY_OTHERS) === 0) return;
  const at = argumentAt(perm.from);
  yield {
    at,
    message: `"${perm.text}" lets every local user connect, past protected mode. Set "770", and let clients in by its directory's group.`,
    severity: config.exposure.auth === 'open' ? 'error' : 'warning',
    fixes: () => [
      {
        title: 'Only the server and its group (770): others lose access',
        effect: 'access',
        consequence: 'Programs that run as a user outside of the group of the socket can no longer connect.',
        edits: [replaceAt(at, '770')],
      },
      {
        title: 'Only the server itself (700): others lose access',
        effect: 'access',
        consequence: 'Programs that run as another user than the server can no longer connect.',
        edits: [replaceAt(at, '700')],
      },
    ],
  };
}
