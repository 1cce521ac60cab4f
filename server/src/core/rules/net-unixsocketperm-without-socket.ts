import { nameOf } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netUnixsocketpermWithoutSocket: Rule = {
  id: 'net-unixsocketperm-without-socket',
  summary: 'permissions for a Unix socket that is not there',
  category: 'network',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: ['unixsocketperm', 'unixsocket', 'elsewhere'],
  check: checkUnixsocketpermWithoutSocket,
};

function* checkUnixsocketpermWithoutSocket({ config }: RuleInput): Iterable<Problem> {
  const perm = explicitSetting(config, 'unixsocketperm');
  const socket = config.setting('unixsocket');
  if (!perm || (socket?.from && socket.values[0] !== '') || config.mayBeSaidElsewhere) return;
  yield {
    at: nameOf(perm.from),
    message: '"unixsocketperm" has no effect without "unixsocket". Remove the line, or name the socket.',
    tags: ['unnecessary'],
    fixes: () => [removeAllLines(config, 'unixsocketperm', 'Remove the line', { effect: 'safe' })],
  };
}
