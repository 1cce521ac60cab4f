import { nameOf } from './building-blocks/places.js';
import { valueRule } from './value-rule.js';

export const netUnixsocketpermWithoutSocket = valueRule({
  id: 'net-unixsocketperm-without-socket',
  summary: 'permissions for a Unix socket that is not there',
  category: 'network',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  directive: 'unixsocketperm',
  when: (_, { config }) => {
    const socket = config.inForce('unixsocket');
    return !(socket?.from && socket.values[0] !== '') && !config.mayBeSaidElsewhere;
  },
  at: nameOf,
  message: '"unixsocketperm" has no effect without "unixsocket". Remove the line, or name the socket.',
  remedy: { unset: true, effect: 'safe' },
  tags: ['unnecessary'],
  also: ['unixsocket', 'elsewhere'],
});
