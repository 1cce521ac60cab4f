import assert from 'node:assert/strict';
import { FORMATS } from '../../server/src/cli/formatters/index.js';
import { runIn } from '../support/run-in.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { CANARY, SHOWS_CANARY } from './placements.js';

const COMPOSE = 'services:\n  cache:\n    image: redis:7.2\n    ports: ["6379:6379"]\n';
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cache\nspec:\n  hostNetwork: true\n  containers:\n    - name: redis\n      image: redis:7.2\n';
const MAP = (kind: string, key: string) =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: redis\n${key}:\n  redis.conf: |\n    protected-mode no\n    maxmemroy 1gb\n    requirepass ${CANARY}\n`;

/** A password in every place where people write one. */
const PLACES: readonly (readonly [what: string, name: string, text: string])[] = [
  [
    'a list of arguments',
    'compose.yml',
    `${COMPOSE}    command: ["redis-server", "--requirepass", "${CANARY}", "--maxmemroy", "1gb"]\n`,
  ],
  [
    'a list of arguments, a line each',
    'compose.yml',
    `${COMPOSE}    command:\n      - redis-server\n      - --requirepass\n      - ${CANARY}\n      - --maxmemroy\n      - 1gb\n`,
  ],
  ['a command line', 'compose.yml', `${COMPOSE}    command: redis-server --maxmemroy 1gb --requirepass ${CANARY}\n`],
  [
    'a folded command line',
    'compose.yml',
    `${COMPOSE}    command: >\n      redis-server --requirepass ${CANARY}\n      --maxmemroy 1gb\n`,
  ],
  ['a shell', 'compose.yml', `${COMPOSE}    command: sh -c "redis-server --maxmemroy 1gb --requirepass ${CANARY}"\n`],
  [
    'a user of the arguments',
    'compose.yml',
    `${COMPOSE}    command: ["redis-server", "--user", "app on >${CANARY} ~* +@all"]\n`,
  ],
  ['a variable', 'compose.yml', `${COMPOSE}    environment:\n      REDIS_PASSWORD: ${CANARY}\n`],
  ['a variable of a list', 'compose.yml', `${COMPOSE}    environment:\n      - REDIS_PASSWORD=${CANARY}\n`],
  [
    'arguments of a variable',
    'compose.yml',
    `${COMPOSE.replace('redis:7.2', 'redis/redis-stack:7.2.0-v10')}    environment:\n      REDIS_ARGS: "--maxmemroy 1gb --requirepass ${CANARY}"\n`,
  ],
  [
    'the default of a variable',
    'compose.yml',
    `${COMPOSE}    command: ["redis-server", "--requirepass", "\${REDIS_PASSWORD:-${CANARY}}"]\n`,
  ],
  [
    'a probe',
    'compose.yml',
    `${COMPOSE}    healthcheck:\n      test: ["CMD", "redis-cli", "-a", "${CANARY}", "ping"]\n`,
  ],
  [
    'a probe, a line each',
    'compose.yml',
    `${COMPOSE}    healthcheck:\n      test:\n        - CMD\n        - redis-cli\n        - -a\n        - ${CANARY}\n        - ping\n`,
  ],
  [
    'the address of another service',
    'compose.yml',
    `${COMPOSE}  app:\n    image: app\n    environment:\n      CACHE: redis://:${CANARY}@cache:6379\n`,
  ],
  [
    'an inline configuration',
    'compose.yml',
    `${COMPOSE}    configs: [redis.conf]\nconfigs:\n  redis.conf:\n    content: |\n      maxmemroy 1gb\n      requirepass ${CANARY}\n`,
  ],
  ['a comment', 'compose.yml', `# redis-server --requirepass ${CANARY}\n${COMPOSE}`],
  ['a ConfigMap', 'map.yml', MAP('ConfigMap', 'data')],
  ['a Secret', 'secret.yml', MAP('Secret', 'stringData')],
  [
    'another value of a Secret',
    'secret.yml',
    `${MAP('Secret', 'stringData').replace(CANARY, 'x')}  other: ${CANARY}\n`,
  ],
  ['arguments of a pod', 'pod.yml', `${POD}      args: ["--maxmemroy", "1gb", "--requirepass", "${CANARY}"]\n`],
  ['a variable of a pod', 'pod.yml', `${POD}      env:\n        - name: REDIS_PASSWORD\n          value: ${CANARY}\n`],
  [
    'a probe of a pod',
    'pod.yml',
    `${POD}      livenessProbe:\n        exec:\n          command: ["redis-cli", "-a", "${CANARY}", "ping"]\n`,
  ],
  [
    'values of a chart',
    'values.yaml',
    `image:\n  repository: bitnami/redis\nauth:\n  enabled: true\n  password: ${CANARY}\nmaster:\n  configuration: |\n    maxmemroy 1gb\n    requirepass ${CANARY}\n`,
  ],
  [
    'a task',
    'tasks.yml',
    `- name: configure\n  ansible.builtin.copy:\n    dest: /etc/redis/redis.conf\n    content: |\n      maxmemroy 1gb\n      requirepass ${CANARY}\n`,
  ],
  [
    'an image’s variable',
    'Dockerfile',
    `FROM redis:7.2\nENV REDIS_PASSWORD=${CANARY}\nCMD ["redis-server", "--maxmemroy", "1gb"]\n`,
  ],
  [
    'an image’s variable without =',
    'Dockerfile',
    `FROM redis:7.2\nENV REDIS_PASSWORD ${CANARY}\nCMD ["redis-server", "--maxmemroy", "1gb"]\n`,
  ],
  [
    'an image’s command',
    'Dockerfile',
    `FROM redis:7.2\nCMD ["redis-server", "--maxmemroy", "1gb", "--requirepass", "${CANARY}"]\n`,
  ],
  [
    'a file of an image',
    'Dockerfile',
    `FROM redis:7.2\nRUN echo "requirepass ${CANARY}" >> /etc/redis.conf\nCMD ["redis-server", "/etc/redis.conf", "--maxmemroy", "1gb"]\n`,
  ],
  ['a unit', 'redis.service', `[Service]\nExecStart=/usr/bin/redis-server --maxmemroy 1gb --requirepass ${CANARY}\n`],
  [
    'a variable of a unit',
    'redis.service',
    `[Service]\nEnvironment="REDIS_PASSWORD=${CANARY}"\nExecStart=/usr/bin/redis-server --maxmemroy 1gb\n`,
  ],
  [
    'a script',
    'start.sh',
    `#!/bin/sh\nredis-server --maxmemroy 1gb --requirepass ${CANARY}\nredis-cli -a ${CANARY} ping\n`,
  ],
  [
    'a variable of a script',
    'start.sh',
    `#!/bin/sh\nPASSWORD=${CANARY}\nredis-server --maxmemroy 1gb --requirepass "$PASSWORD"\n`,
  ],
  [
    'a text of a script',
    'start.sh',
    `#!/bin/sh\ncat > /etc/redis/redis.conf <<'EOF'\nmaxmemroy 1gb\nrequirepass ${CANARY}\nEOF\nredis-server /etc/redis/redis.conf\n`,
  ],
];

describe('a password in a document that starts servers shows nowhere:', () => {
  for (const [what, name, text] of PLACES) {
    it(`${what} of ${name}`, () => {
      const folder = temporaryFolder();
      try {
        folder.file(name, text);
        const runs = [
          ...FORMATS.map((format) => ['--format', format, '--verbose', '--profile', 'strict', name]),
          ['--fix-dry-run', '--profile', 'strict', name],
        ];
        for (const args of runs) {
          const { code, out, err } = runIn(folder.path, args);
          const shown = `${out}${err}`;
          assert.notEqual(code, 2, shown);
          assert.deepEqual(
            shown.split('\n').filter((line) => SHOWS_CANARY.test(line)),
            [],
            args.join(' '),
          );
        }
      } finally {
        folder.remove();
      }
    });
  }
});
