import { explicitValue } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/**
 * Connecting takes the permission to write. Without unixsocketperm the umask decides, which seldom grants it. A
 * container seldom has other users.
 */
export const netUnixsocketWorld = valueRule({
  id: 'net-unixsocket-world',
  summary: 'every local user may connect to the Unix socket',
  category: 'network',
  severity: 'error',
  references: ['CWE-732', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  isMilderInContainer: true,
  directive: 'unixsocketperm',
  when: ({ text }, { config }) => isWritableByOthers(text) && (explicitValue(config, 'unixsocket')?.text ?? '') !== '',
  message: ({ text }) =>
    `"${text}" lets every local user connect, in spite of protected mode. Set "770", and let clients in by a group.`,
  severityOf: ({ config }) => (config.exposure.auth === 'open' ? 'error' : 'warning'),
  remedy: () => [
    {
      set: '770',
      title: 'Only the server and its group (770): others lose access',
      effect: 'access',
      consequence: 'Programs whose user is not in the group of the socket can no longer connect.',
    },
    {
      set: '700',
      title: 'Only the server itself (700): others lose access',
      effect: 'access',
      consequence: 'Programs that run as any user other than the server can no longer connect.',
    },
  ],
  also: ['unixsocket', 'exposure'],
});

const isWritableByOthers = (mode: string): boolean =>
  /^[0-7]{1,4}$/.test(mode) && (Number.parseInt(mode, 8) & 0o002) !== 0;
