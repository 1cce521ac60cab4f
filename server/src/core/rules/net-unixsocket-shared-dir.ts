import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netUnixsocketSharedDir: Rule = {
  id: 'net-unixsocket-shared-dir',
  summary: 'the Unix socket stands where every local user may create files',
  category: 'network',
  severity: 'warning',
  references: ['CWE-377', 'CVE-2023-45145', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  isMilderInContainer: true,
  reads: ['unixsocket'],
  check: checkUnixsocketSharedDir,
};

const SHARED_FOLDER = /^\/(?:tmp|var\/tmp|dev\/shm)\//;
const OWN_FOLDER = '/run/redis';

/** In a container seldom anybody else creates files. No fix: the folder has to be made for the server first. */
function* checkUnixsocketSharedDir({ config }: RuleInput): Iterable<Problem> {
  const socket = explicitSetting(config, 'unixsocket');
  const folder = SHARED_FOLDER.exec(socket?.text ?? '')?.[0];
  if (!socket || !folder) return;
  yield {
    at: argumentAt(socket.from),
    message: `Every local user may create files in ${quote(folder, 60)}, and answer in the server's place. Put it into "${OWN_FOLDER}".`,
  };
}
