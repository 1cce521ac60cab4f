import assert from 'node:assert/strict';
import { edited } from '../support/compose.js';
import { assertSeen, readHosts, type SeenRow } from '../support/read-hosts.js';

const indented = (text: string, depth: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(depth));

/** A pod with one container of redis; `container` and `spec` are further lines of both. */
const pod = (container: string, spec = '', image = 'redis:7.2'): string => `apiVersion: v1
kind: Pod
metadata: {name: cache, labels: {app: cache}}
spec:
  containers:
  - name: redis
    image: ${image}
${indented(container, 4)}
${indented(spec, 2)}
`;
const object = (kind: string, name: string, rest: string): string =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n${rest}\n`;
const configMap = object('ConfigMap', 'conf', 'data:\n  redis.conf: |\n    bind 0.0.0.0\n    maxmemory 1gb\n');
const service = (spec: string): string =>
  object('Service', 'cache', `spec:\n  selector: {app: cache}\n${indented(spec, 2)}`);
const mounted = 'volumeMounts: [{name: conf, mountPath: /etc/redis}]';
const volume = 'volumes: [{name: conf, configMap: {name: conf}}]';

const LAUNCHES: readonly SeenRow[] = [
  ['nothing: the image starts it', pod(''), { launch: 'image redis-server', words: '' }],
  [
    'an image of valkey',
    pod('', '', 'valkey/valkey:8.0'),
    { launch: 'image valkey-server', image: 'valkey valkey/valkey:8.0' },
  ],
  ['options alone', pod('args: [--port, "6380"]'), { launch: 'image redis-server', words: '--port 6380' }],
  ['a file alone', pod('args: [/x/redis.conf]'), { launch: 'image redis-server', words: '/x/redis.conf' }],
  [
    'the program as arguments',
    pod('args: [redis-server, --port, "1"]'),
    { launch: 'program redis-server', words: '--port 1' },
  ],
  ['its path', pod('args: [/usr/local/bin/redis-server]'), { launch: 'absolute redis-server', words: '' }],
  [
    'a command',
    pod('command: [redis-server]\nargs: [--port, "1"]'),
    { launch: 'entrypoint redis-server', words: '--port 1' },
  ],
  ['a Sentinel', pod('command: [redis-sentinel, /s.conf]'), { launch: 'entrypoint redis-sentinel', words: '/s.conf' }],
  [
    "the image's own entrypoint",
    pod('command: [docker-entrypoint.sh, redis-server]\nargs: [--port, "1"]'),
    { launch: 'program redis-server', words: '--port 1' },
  ],
  [
    'a shell',
    pod('command: [sh, -ec]\nargs: ["exec redis-server --requirepass \\"$PASS\\""]'),
    { launch: 'shell redis-server', words: '--requirepass <$PASS>' },
  ],
  ['something else', pod('command: [redis-cli, monitor]')],
  [
    'a script that is not here',
    pod('command: [/scripts/start.sh]\nenv: [{name: REDIS_PASSWORD, value: x}]'),
    {
      launch: 'entrypoint redis-server',
      words: '',
      unread: ['/scripts/start.sh'],
      environment: ['REDIS_PASSWORD=x used'],
    },
  ],
  ['an exporter', pod('', '', 'oliver006/redis_exporter')],
];

const VARIABLES: readonly SeenRow[] = [
  ['of the container', pod('args: [--port, "$(P)"]\nenv: [{name: P, value: "1"}]'), { words: '--port <$(P)>' }],
  ['of others', pod('args: [--port, "$(P)"]\nenv: [{name: Q, value: "1"}]'), { words: '--port $(P)' }],
  ['from elsewhere', pod('args: [--port, "$(P)"]\nenvFrom: [{secretRef: {name: s}}]'), { words: '--port <$(P)>' }],
  ['escaped', pod('args: [--port, "$$(P)"]\nenv: [{name: P, value: "1"}]'), { words: '--port $(P)' }],
  ['of a shell, without one', pod('args: [--port, "${P}"]\nenv: [{name: P, value: "1"}]'), { words: '--port ${P}' }],
  ['of a template engine', pod('args: [--port, "{{ .Values.port }}"]'), { words: '--port <{{ .Values.port }}>' }],
];

const CONFIGURATIONS: readonly SeenRow[] = [
  [
    'in the folder where it is mounted',
    pod(`args: [redis-server, /etc/redis/redis.conf]\n${mounted}`, volume) + configMap,
    { file: '/etc/redis/redis.conf: bind 0.0.0.0|maxmemory 1gb|', holder: 'public', published: 'cluster' },
  ],
  [
    'by its path in the volume',
    pod(
      'args: [redis-server, /r.conf]\nvolumeMounts: [{name: conf, mountPath: /r.conf, subPath: a.conf}]',
      'volumes: [{name: conf, configMap: {name: conf, items: [{key: redis.conf, path: a.conf}]}}]',
    ) + configMap,
    { file: '/r.conf: bind 0.0.0.0|maxmemory 1gb|' },
  ],
  [
    'among others in one volume',
    pod(
      `args: [redis-server, /etc/redis/redis.conf]\n${mounted}`,
      'volumes: [{name: conf, projected: {sources: [{secret: {name: s}}, {configMap: {name: conf}}]}}]',
    ) + configMap,
    { file: '/etc/redis/redis.conf: bind 0.0.0.0|maxmemory 1gb|' },
  ],
  [
    'in a Secret',
    pod(`args: [redis-server, /etc/redis/redis.conf]\n${mounted}`, 'volumes: [{name: conf, secret: {secretName: s}}]') +
      object('Secret', 's', 'stringData:\n  redis.conf: port 1'),
    { file: '/etc/redis/redis.conf: port 1', holder: 'secret' },
  ],
  [
    'in a Secret, encoded: nothing is read',
    pod(`args: [redis-server, /etc/redis/redis.conf]\n${mounted}`, 'volumes: [{name: conf, secret: {secretName: s}}]') +
      object('Secret', 's', 'data:\n  redis.conf: cG9ydCAx'),
    { file: '', words: '/etc/redis/redis.conf' },
  ],
  [
    'in a file beside it',
    {
      'redis.yaml': pod(`args: [redis-server, /etc/redis/redis.conf]\n${mounted}`, volume),
      'conf.yaml': configMap,
    },
    { id: 'Pod.cache.redis', file: '/etc/redis/redis.conf: bind 0.0.0.0|maxmemory 1gb|' },
  ],
  [
    'which is read with the pod that stands beside it',
    {
      'conf.yaml': configMap,
      'redis.yaml': pod(`args: [redis-server, /etc/redis/redis.conf, --requirepass, x]\n${mounted}`, volume),
    },
    { id: 'Pod.cache.redis', file: '/etc/redis/redis.conf: bind 0.0.0.0|maxmemory 1gb|' },
  ],
  [
    'that nobody uses',
    configMap,
    { id: 'ConfigMap.conf.data.redis.conf', published: 'cluster', file: ': bind 0.0.0.0|maxmemory 1gb|' },
  ],
  [
    'of a namespace of its own',
    pod(`args: [redis-server, /etc/redis/redis.conf]\n${mounted}`, volume).replace(
      '{name: cache,',
      '{name: cache, namespace: a,',
    ) + configMap.replace('{name: conf}', '{name: conf, namespace: b}'),
    { id: 'Pod.a/cache.redis', file: '' },
    { id: 'ConfigMap.b/conf.data.redis.conf', published: 'cluster' },
  ],
  [
    'that a pod prepares: who gets in is not known',
    pod(
      'env: [{name: REDIS_PASSWORD, value: x}]',
      `initContainers: [{name: i, image: busybox, ${mounted}}]\n${volume}`,
    ) + configMap,
    { id: 'Pod.cache.redis' },
    { id: 'ConfigMap.conf.data.redis.conf', published: 'unknown' },
  ],
  [
    'that an operator reads behind its own',
    object('ConfigMap', 'c', 'data:\n  redis-additional.conf: |\n    tcp-keepalive 400'),
    { published: 'unknown' },
  ],
  ['that names no file: options of a client', object('ConfigMap', 'c', 'data:\n  redis-config: |\n    host: redis')],
  ['without a line', object('ConfigMap', 'c', 'data:\n  redis.conf: |\n    # nothing')],
  [
    'in a list',
    `apiVersion: v1\nkind: List\nitems:\n- kind: ConfigMap\n  metadata: {name: c}\n  data: {redis.conf: port 1}\n`,
    { id: 'ConfigMap.c.data.redis.conf' },
  ],
  [
    'twice of one name',
    configMap + configMap,
    { id: 'ConfigMap.conf.data.redis.conf' },
    { id: 'ConfigMap.conf.data.redis.conf#2' },
  ],
  [
    'with the expressions of a template engine',
    object('ConfigMap', 'c', 'data:\n  redis.conf: |\n    port {{ .port }}\n    maxmemory 1gb'),
    { file: ': port <{{ .port }}>|maxmemory 1gb|' },
  ],
  [
    'in a file that an object is made of',
    {
      'redis.yaml': pod(`args: [redis-server, /etc/redis/redis.conf]\n${mounted}`, volume),
      'kustomization.yaml': 'configMapGenerator:\n- name: conf\n  files: [redis.conf=prod/redis.conf]\n',
    },
    { mounts: ['/etc/redis/redis.conf /w/prod/redis.conf'] },
  ],
  [
    'that stands ready and is not named',
    pod(`args: [redis-server]\nvolumeMounts: [{name: conf, mountPath: /r/redis.conf, subPath: redis.conf}]`, volume) +
      configMap,
    { unusedConfiguration: '/r/redis.conf' },
    { published: 'cluster' },
  ],
];

const WAYS_IN: readonly SeenRow[] = [
  ['nobody but the cluster', pod('') + service('ports: [{port: 6379}]'), { published: 'cluster', ports: [] }],
  [
    'a port of each node',
    pod('') + service('type: NodePort\nports: [{port: 6379}]'),
    { published: 'network', ports: ['node-port network 6379 NodePort'] },
  ],
  [
    'a load balancer',
    pod('') + service('type: LoadBalancer\nports: [{port: 80, targetPort: 6379}]'),
    { published: 'network', ports: ['load-balancer network 6379 LoadBalancer'] },
  ],
  [
    'a port by its name',
    pod('ports: [{name: db, containerPort: 7000}]') + service('type: NodePort\nports: [{port: 80, targetPort: db}]'),
    { ports: ['node-port network 7000 NodePort'] },
  ],
  [
    'the port of another container',
    pod('') + service('type: NodePort\nports: [{port: 9121}]'),
    { published: 'cluster', ports: [] },
  ],
  [
    'a service of other pods',
    pod('') + service('type: NodePort\nports: [{port: 6379}]').replace('app: cache', 'app: web'),
    { ports: [] },
  ],
  [
    'a balancer within a network',
    pod('') +
      service('type: LoadBalancer\nports: [{port: 6379}]').replace(
        '{name: cache}',
        '{name: cache, annotations: {networking.gke.io/load-balancer-type: Internal}}',
      ),
    { published: 'unknown' },
  ],
  [
    'a balancer that lets some in',
    pod('') + service('type: LoadBalancer\nloadBalancerSourceRanges: [10.0.0.0/8]\nports: [{port: 6379}]'),
    { published: 'unknown' },
  ],
  [
    'a service beside it',
    { 'redis.yaml': pod(''), 'service.yaml': service('type: NodePort\nports: [{port: 6379}]') },
    { published: 'network' },
  ],
  [
    'a service beside it that has pods of its own',
    { 'redis.yaml': pod(''), 'other.yaml': pod('') + service('type: NodePort\nports: [{port: 6379}]') },
    { published: 'cluster' },
  ],
  [
    'a port of the machine',
    pod('ports: [{containerPort: 6379, hostPort: 7000}]'),
    { published: 'network', ports: ['port network 6379 7000'] },
  ],
  [
    'a port of the machine alone',
    pod('ports: [{containerPort: 6379, hostPort: 7000, hostIP: 127.0.0.1}]'),
    { published: 'cluster', ports: ['port host 6379 7000'] },
  ],
  ['the network of the machine', pod('', 'hostNetwork: true'), { published: 'network' }],
  [
    'nobody, by a policy',
    pod('') + object('NetworkPolicy', 'p', 'spec: {podSelector: {matchLabels: {app: cache}}, policyTypes: [Ingress]}'),
    { published: 'siblings' },
  ],
];

const FACTS: readonly SeenRow[] = [
  ['a user', pod('securityContext: {runAsUser: 999}'), { runsAs: 'other' }],
  ['the user of its pod', pod('', 'securityContext: {runAsNonRoot: true}'), { runsAs: 'other' }],
  [
    'root, whatever its pod says',
    pod('securityContext: {runAsUser: 0}', 'securityContext: {runAsUser: 999}'),
    { runsAs: 'root' },
  ],
  ['no user', pod(''), { runsAs: undefined }],
  ['a limit', pod('resources: {limits: {memory: 512Mi}}'), { memoryLimit: 512 * 1024 * 1024 }],
  ['a limit without a unit', pod('resources: {limits: {memory: 1e9}}'), { memoryLimit: 1e9 }],
  [
    'a probe without a password',
    pod('livenessProbe: {exec: {command: [redis-cli, ping]}}'),
    { isWithoutPassword: true, passwords: [] },
  ],
  [
    'a probe with a password',
    pod('readinessProbe: {exec: {command: [redis-cli, -a, hunter2, ping]}}'),
    { isWithoutPassword: false, passwords: ['hunter2'] },
  ],
  [
    'a probe with a variable',
    pod("readinessProbe: {exec: {command: [sh, -c, 'redis-cli -a $P ping']}}\nenv: [{name: P, value: x}]"),
    { isWithoutPassword: false, passwords: [], environment: ['P=x used'] },
  ],
  [
    'a variable for the client',
    pod('livenessProbe: {exec: {command: [redis-cli, ping]}}\nenv: [{name: REDISCLI_AUTH, valueFrom: {}}]'),
    { isWithoutPassword: false, environment: ['REDISCLI_AUTH=?'] },
  ],
  [
    'a variable that nobody uses',
    pod('env: [{name: REDIS_PASSWORD, value: hunter2}]'),
    { environment: ['REDIS_PASSWORD=hunter2'] },
  ],
  [
    'a variable that a script may use',
    pod('env: [{name: A, value: x}]\nlivenessProbe: {exec: {command: [sh, -c, /h/live.sh]}}'),
    { environment: ['A=x used'] },
  ],
];

const OPERATED: readonly SeenRow[] = [
  [
    'lists of lines of operators',
    'apiVersion: databases.spotahome.com/v1\nkind: RedisFailover\nmetadata: {name: f}\nspec:\n  sentinel: {customConfig: ["down-after-milliseconds 2000"]}\n  redis:\n    customConfig:\n    - maxmemory 1gb\n    - save ""\n',
    { id: 'RedisFailover.f.customConfig@7', file: ': maxmemory 1gb|save ""', holder: 'part', published: 'unknown' },
  ],
  [
    'maps of operators',
    'apiVersion: redis.kun/v1alpha1\nkind: DistributedRedisCluster\nmetadata: {name: d}\nspec:\n  config:\n    maxmemory: 1gb\n    requirepass: hunter2\n',
    { file: ': maxmemory 1gb|requirepass hunter2' },
  ],
  [
    'values of charts that are installed',
    'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cache}\nspec:\n  chart: {spec: {chart: redis}}\n  values:\n    auth: {enabled: false}\n    master: {service: {type: NodePort}}\n    image: {repository: bitnami/redis, tag: "7.4"}\n',
    { authDisabled: 'enabled: false', published: 'network', image: 'bitnami bitnami/redis:7.4' },
  ],
  [
    'nothing of a kind that describes others',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: redisfailovers}\nspec: {customConfig: [maxmemory 1gb]}\n',
  ],
];

const TABLES: readonly (readonly [what: string, rows: readonly SeenRow[]])[] = [
  ['start a server with', LAUNCHES],
  ['fill in variables', VARIABLES],
  ['hold a configuration', CONFIGURATIONS],
  ['let in', WAYS_IN],
  ['say of a container', FACTS],
  ['hand to others', OPERATED],
];

/** A service as it stands, and as it is once nobody from outside is let in; undefined: that is not offered. */
const CLOSED: readonly (readonly [what: string, service: string, closed: string | undefined])[] = [
  ['its type', 'type: NodePort\nports:\n- port: 6379\n', 'type: ClusterIP\nports:\n- port: 6379\n'],
  [
    'its type, without what a closed service may not say',
    'type: "LoadBalancer" # open\nexternalTrafficPolicy: Local\nports:\n- port: 6379\n  nodePort: 30000 # fixed\n',
    'type: ClusterIP # open\nports:\n- port: 6379\n',
  ],
  ['nothing that stands on one line', 'type: NodePort\nports: [{port: 6379, nodePort: 30000}]\n', undefined],
  ['nothing behind the dash of a list', 'type: NodePort\nports:\n- nodePort: 30000\n  port: 6379\n', undefined],
];

/** What was not read, and why. */
const NOT_ANALYSED: readonly (readonly [why: string, manifest: string, ...reasons: string[]])[] = [
  [
    'it is a template',
    '{{ if .x }}\napiVersion: v1\nkind: Pod\nspec: {containers: [{image: redis}]}\n{{ end }}',
    'template',
  ],
  ['it is no YAML', 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: redis}\n', 'not-valid'],
  ['it goes in circles', 'apiVersion: v1\nkind: Pod\na: &a {b: *a}\nimage: redis:7\n', 'alias-depth'],
  ['it is too long', `apiVersion: v1\nkind: Pod\nimage: redis:7\na: ${'x'.repeat(256_000)}\n`, 'too-large'],
  ['one of several is no YAML', `${pod('')}---\nimage: redis: 7\n`, 'not-valid'],
  ['it speaks of something else', 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: nginx}\n'],
];

describe('manifests of a cluster', () => {
  for (const [what, spec, closed] of CLOSED) {
    it(`are closed to the outside by ${what}`, () => {
      const { document, servers } = readHosts({ 'redis.yaml': pod('') + service(spec) });
      const edits = servers[0]?.facts.ports[0]?.narrowed();
      assert.equal(edits && edited(document, edits), closed && pod('') + service(closed));
    });
  }

  it('are closed to the outside by an address of the machine', () => {
    const { document, servers } = readHosts({ 'redis.yaml': pod('ports:\n- containerPort: 6379\n  hostPort: 7000') });
    const [port] = servers[0]?.facts.ports ?? [];
    const closed = pod('ports:\n- containerPort: 6379\n  hostPort: 7000\n  hostIP: 127.0.0.1');
    assert.equal(edited(document, port?.narrowed() ?? []), closed);
    assert.equal(edited(document, port?.removed() ?? []), pod('ports:\n- containerPort: 6379'));
  });

  for (const [why, manifest, ...reasons] of NOT_ANALYSED) {
    it(`tell what was not read: ${why}`, () =>
      assert.deepEqual(
        readHosts({ 'redis.yaml': manifest }).notAnalysed.map(({ reason }) => reason),
        reasons,
      ));
  }

  for (const [what, rows] of TABLES) {
    describe(what, () => {
      for (const row of rows) it(row[0], () => assertSeen(row));
    });
  }
});
