import { assertSeen, type SeenRow } from '../support/read-hosts.js';

const UNKNOWN = '--requirepass <{{ .Values.auth.password }}>';

const ROWS: readonly SeenRow[] = [
  [
    'a configuration of all its servers, and of some',
    {
      'values.yaml':
        'auth: {enabled: true}\ncommonConfiguration: |-\n  appendonly yes\nmaster:\n  configuration: |-\n    maxmemory 1gb\nsentinel:\n  configuration: |-\n    sentinel down-after-milliseconds mymaster 1\n',
    },
    { id: 'commonConfiguration', words: UNKNOWN, file: ': appendonly yes', holder: 'text', published: 'cluster' },
    { id: 'master.configuration', file: ': maxmemory 1gb', holder: 'part', published: 'unknown' },
    { id: 'sentinel.configuration', launch: 'image redis-sentinel', holder: 'part' },
  ],
  [
    'passwords that are switched off',
    { 'values.yaml': 'auth:\n  enabled: false\ncommonConfiguration: appendonly yes\n' },
    { words: '', authDisabled: 'enabled: false' },
  ],
  [
    'a password',
    { 'values.yaml': 'auth: {password: hunter2}\ncommonConfiguration: appendonly yes\n' },
    { words: '--requirepass hunter2', authDisabled: undefined },
  ],
  [
    'a password that another program puts in',
    { 'values.yaml': 'auth: {password: "<path:secret/data/redis#password>"}\ncommonConfiguration: appendonly yes\n' },
    { words: UNKNOWN },
  ],
  [
    'the image in its parts',
    {
      'values.yaml':
        'image: {registry: docker.io, repository: valkey/valkey, tag: "8.1.1"}\nauth: {enabled: true}\nvalkeyConfig: io-threads 4\n',
    },
    { image: 'valkey docker.io/valkey/valkey:8.1.1', launch: 'image valkey-server' },
  ],
  [
    "the chart's own image by its tag",
    { 'values.yaml': 'image: {tag: "7.4.0"}\ncommonConfiguration: appendonly yes\n' },
    { image: 'bitnami bitnami/redis:7.4.0' },
  ],
  [
    'services that are open',
    { 'values.yaml': 'master: {service: {type: LoadBalancer}}\ncommonConfiguration: appendonly yes\n' },
    { published: 'network', ports: ['load-balancer network 6379 LoadBalancer'] },
  ],
  [
    'a limit',
    { 'values.yaml': 'master: {resources: {limits: {memory: 1Gi}}}\ncommonConfiguration: appendonly yes\n' },
    { memoryLimit: 2 ** 30 },
  ],
  [
    'a map, a line for each of its values',
    { 'values.yaml': 'auth: true\nredis:\n  config:\n    maxmemory: 1gb\n    save: ["900 1", "300 10"]\n' },
    { id: 'redis.config', file: ': maxmemory 1gb|save 900 1|save 300 10' },
  ],
  [
    'those of a chart in a chart',
    {
      'values.yaml':
        'web: {}\nredis:\n  architecture: standalone\n  auth:\n    enabled: false\n  commonConfiguration: port 1\n',
    },
    { id: 'redis.commonConfiguration', authDisabled: 'enabled: false' },
  ],
  [
    'no text: what says who gets in',
    { 'values.yaml': '# redis-server\nredis:\n  architecture: standalone\n  auth: {enabled: false}\n' },
    { id: 'redis.values', authDisabled: 'enabled: false', file: '' },
  ],
  [
    'a chart that is not installed',
    { 'values.yaml': 'redis:\n  enabled: false\n  auth: {}\n  commonConfiguration: port 1\n' },
  ],
  [
    'nothing in the place of a configuration',
    { 'values.yaml': 'auth: true\ncommonConfiguration: ~\nredis: {customConfig: ~}\n' },
  ],
  ['settings of something else', { 'values.yaml': 'image: {repository: redis}\nconfiguration: port 1\n' }],
  [
    'expressions of the chart',
    { 'values.yaml': 'auth: {}\ncommonConfiguration: |\n  port {{ .Values.port }}\n  maxmemory 1gb\n' },
    { file: ': port <{{ .Values.port }}>|maxmemory 1gb|' },
  ],
  [
    'a template: its blocks alone',
    {
      'templates/conf.yaml':
        '{{- if .Values.on }}\napiVersion: v1\nkind: ConfigMap\ndata:\n  redis.conf: |\n    {{- if .Values.p }}\n    port {{ .Values.p }}\n    {{- end }}\n    protected-mode no\n  nginx.conf: |\n    user nginx;\n{{- end }}\n',
    },
    {
      id: 'redis.conf@5',
      file: ': |port <{{ .Values.p }}>||protected-mode no',
      holder: 'public',
      published: 'cluster',
    },
  ],
  [
    'a template of a Secret',
    {
      'templates/secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ include "x" . }}-redis\nstringData:\n  users.acl: |\n    user default off\n',
    },
    { id: 'users.acl@6', file: ': user default off', holder: 'secret' },
  ],
  [
    'a template that puts in whole lines: who gets in is not known',
    {
      'templates/conf.yaml':
        '{{ if .x }}\napiVersion: v1\nkind: ConfigMap\ndata:\n  redis.conf: |\n    bind 0.0.0.0\n    {{ include "more" . | nindent 4 }}\n{{ end }}\n',
    },
    { file: ': bind 0.0.0.0|<{{ include "more" . | nindent 4 }}>', published: 'unknown' },
  ],
  [
    'a template that says nothing by itself',
    {
      'templates/conf.yaml':
        '{{ if .x }}\napiVersion: v1\nkind: ConfigMap\ndata:\n  redis.conf: |\n    {{ .Values.conf }}\n{{ end }}\n',
    },
  ],
];

describe('values and templates of charts say', () => {
  for (const row of ROWS) it(row[0], () => assertSeen(row));
});
