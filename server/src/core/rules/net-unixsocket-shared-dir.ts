import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const netUnixsocketSharedDir: Rule = {
  id: 'net-unixsocket-shared-dir',
  summary: 'the Unix socket stands where every local user may create files',
  category: 'network',
  severity: 'warning',
  references: ['CWE-377', 'CVE-2023-45145', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  check: checkUnixsocketSharedDir,
};

const SHARED_FOLDER = /^\/(?:tmp|var\/tmp|dev\/shm)\//;
const OWN_FOLDER = '/run/redis';

/** In a container nobody else creates files. */
function* checkUnixsocketSharedDir({ config }: RuleInput): Iterable<Problem> {
  const socket = explicitSetting(config, 'unixsocket');
  const folder = SHARED_FOLDER.exec(socket?.text ?? '')?.[0];
  if (!socket || !folder || config.exposure.origin === 'container') return;
  const at = argumentAt(socket.from);
  const moved = `${OWN_FOLDER}/${socket.text.slice(socket.text.lastIndexOf('/') + 1)}`;
  yield {
    at,
    message: `Every local user may create files in "${folder}", and answer in the server's place. Put the socket into "${OWN_FOLDER}".`,
    fixes: [{ title: `Move the socket to ${OWN_FOLDER}`, safety: 'review', edits: [replaceAt(at, moved)] }],
  };
}
