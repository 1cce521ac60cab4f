import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DIRECTIVE_SPELLINGS } from '../../../server/src/core/directives/catalog.js';
import { isDirective } from '../../../server/src/core/project/recognise/own-names.js';
import { documentKindOf, hostKindOf, recognise } from '../../../server/src/core/project/recognise.js';
import { pathPattern } from '../../../server/src/core/text/path-pattern.js';
import { ROOT } from '../../support/fixtures.js';

const STOCK = '# Redis configuration file example.\n#\n# Note that in order to read the file\n';
const SERVER = 'bind 127.0.0.1\nport 6379\nappendonly yes\nmaxmemory 1gb\n';
const SENTINEL = 'port 26379\nsentinel monitor m 10.0.0.5 6379 2\nsentinel down-after-milliseconds m 5000\n';
const USERS = 'user default off\nuser app on >secret ~* +@read\n';
const NGINX = 'user nginx;\nworker_processes 1;\nhttp {\n  server {\n    port 80;\n  }\n}\n';
const SUPERVISOR = '[program:redis]\ncommand=/usr/bin/redis-server\nuser=redis\n';
const LOGROTATE = '/var/log/redis/*.log {\n  weekly\n  missingok\n}\n';
const MOSQUITTO = 'user roger\ntopic read a/b\nuser susan\ntopic write a/b\n';
const KVROCKS =
  'bind 127.0.0.1\nport 6666\nworkers 8\nrequirepass secret\nmaxclients 10000\nrocksdb.write_buffer_size 64\n';
const OPENVPN = 'port 1194\nproto udp\ndev tun\ntls-auth ta.key 0\nuser nobody\n';
const PHP = '[www]\nuser = www-data\nlisten = 127.0.0.1:9000\n';
const SPRING = '# Redis configuration\nspring.redis.host = localhost\nport = 6379\n';
const PROSE = '# Redis configuration\n\nThis folder holds the files.\nSet appendonly yes and maxmemory.\n';
const SLIPS = 'prot 6379\nrequirepas secret\n';

describe('what a file is taken for', () => {
  const cases: readonly (readonly [file: string, head: string, answer: string])[] = [
    ['redis.conf', '', 'server by name'],
    ['redis.conf', SERVER, 'server by content'],
    ['redis.conf', STOCK, 'server by content'],
    ['redis.conf', SENTINEL, 'sentinel by content'],
    ['redis.conf', SLIPS, 'server by name'],
    ['redis.conf', SUPERVISOR, '-'],
    ['redis.conf', LOGROTATE, '-'],
    ['redis.conf', NGINX, '-'],
    ['redis-6.2.conf', '', 'server by name'],
    ['redis7.conf', '', 'server by name'],
    ['cache.redis.conf', '', 'server by name'],
    ['my-redis.conf', '', 'server by name'],
    ['valkey.conf', '', 'server by name'],
    ['keydb.conf', 'server-threads 4\nport 6379\n', 'server by name'],
    ['sentinel.conf', '', 'sentinel by name'],
    ['sentinel-1.conf', '', 'sentinel by name'],
    ['redis-sentinel.conf', SERVER, 'server by content'],
    ['users.acl', '', 'acl by name'],
    ['users.acl', USERS, 'acl by content'],
    ['anybody.acl', USERS, 'acl by content'],
    ['anybody.acl', '', '-'],
    ['anybody.acl', MOSQUITTO, '-'],
    ['redis/anybody.acl', '', 'acl by name'],
    ['6379.conf', '', '-'],
    ['6379.conf', SERVER, 'server by content'],
    ['redis/6379.conf', '', 'server by name'],
    ['redis/our-redis-prod.conf', '', 'server by name'],
    ['redis/other.conf', '', '-'],
    ['redis/deeper/other.conf', '', '-'],
    ['cache.conf', SERVER, 'server by content'],
    ['cache.conf', 'port 6379\ntimeout 0\n', '-'],
    ['kvrocks.conf', KVROCKS, '-'],
    ['nginx.conf', NGINX, '-'],
    ['server.conf', OPENVPN, '-'],
    ['www.conf', PHP, '-'],
    ['application.conf', SPRING, '-'],
    ['redis.conf.j2', '', 'server by name'],
    ['redis.conf.j2', `{% if x %}\n${SERVER}{% endif %}\n`, 'server by content'],
    ['redis-sentinel.conf.erb', '', 'sentinel by name'],
    ['redis.conf.epp', '', 'server by name'],
    ['redis.conf.tmpl', '', 'server by name'],
    ['redis.conf.template', '', 'server by name'],
    ['redis.conf.gotmpl', '', 'server by name'],
    ['redis/6379.conf.j2', '', 'server by name'],
    ['users.acl.j2', '', 'acl by name'],
    ['nginx.conf.j2', NGINX, '-'],
    ['nginx.conf.j2', '', '-'],
    ['redis.conf.j2.md', '', '-'],
    ['sentinel.conf.example', '', 'sentinel maybe'],
    ['users.list', USERS, 'acl maybe'],
    ['README.md', PROSE, '-'],
    ['README', PROSE, '-'],
    ['compose.yml', '', 'compose maybe'],
    ['docker-compose.prod.yaml', SERVER, 'compose maybe'],
    ['Dockerfile', '', 'dockerfile maybe'],
    ['values.yaml', '', 'helm maybe'],
  ];
  for (const [file, head, answer] of cases) {
    it(`${file}: ${answer} (${JSON.stringify(head.slice(0, 30))})`, () => {
      const found = recognise(`/w/${file}`, head);
      assert.equal(found ? `${found.as} ${found.sure === 'maybe' ? '' : 'by '}${found.sure}` : '-', answer);
    });
  }

  const documents: readonly (readonly [file: string, text: string, kind: string | undefined])[] = [
    ['Dockerfile', '', 'dockerfile'],
    ['Dockerfile.prod', '', 'dockerfile'],
    ['redis.Dockerfile', '', 'dockerfile'],
    ['Containerfile', '', 'dockerfile'],
    ['redis.service', '', 'unit'],
    ['redis@.service', '', 'unit'],
    ['redis.service.d/override.conf', '', 'unit'],
    ['redis.container', '', 'unit'],
    ['redis.conf', '', undefined],
    ['run.sh', '', 'shell'],
    ['run', '#!/usr/bin/env bash\n', 'shell'],
    ['run', '#!/usr/bin/env python3\n', undefined],
    ['redis.conf.j2', '', undefined],
    ['stack.yaml', 'services:\n  cache:\n    image: redis\n', 'compose'],
    ['services.yaml', 'services:\n  _defaults: {autowire: true}\n', undefined],
    ['redis.yaml', 'apiVersion: v1\nkind: Pod\n', 'kubernetes'],
    ['redis.yaml', 'kind: ConfigMap\napiVersion: v1\n', 'kubernetes'],
    ['templates/redis.yaml', '{{ if .on }}\napiVersion: v1\nkind: ConfigMap\n{{ end }}', 'kubernetes'],
    ['redis.yaml.j2', 'apiVersion: v1\nkind: Pod\n', 'kubernetes'],
    ['tasks/main.yml', '- name: x\n  lineinfile:\n    line: y\n', 'ansible'],
    ['tasks/main.yml', '- name: x\n  ansible.builtin.copy: {content: x}\n', 'ansible'],
    ['tasks/main.yml', '- name: x\n  apt: {name: redis}\n', undefined],
    ['values-prod.yaml', 'auth: {}\n', 'helm'],
    ['redis.values.yml', 'auth: {}\n', 'helm'],
    ['prod/redis.yaml', 'auth: {}\ncommonConfiguration: x\n', 'helm'],
    ['config.yaml', 'redis: {host: x}\n', undefined],
    ['.github/workflows/test.yml', 'services:\n  redis:\n    image: redis\n', undefined],
    ['.github/compose.yml', 'services:\n  redis:\n    image: redis\n', undefined],
    ['.gitlab-ci.yml', 'services:\n- name: redis\n  command: [x]\n', undefined],
    ['ci/test.gitlab-ci.yml', 'services:\n- name: redis\n  command: [x]\n', undefined],
    ['azure-pipelines.yml', 'services:\n  redis:\n    image: redis\n', undefined],
    ['.circleci/config.yml', 'services:\n  redis:\n    image: redis\n', undefined],
    ['bitbucket-pipelines.yml', 'services:\n  redis:\n    image: redis\n', undefined],
  ];
  for (const [file, text, kind] of documents) {
    it(`${file} ${text.trim()} is ${kind ?? 'no document that starts servers'}`, () =>
      assert.equal(hostKindOf(`/w/${file}`, text), kind));
  }

  it('is asked with the name of every directive of every server', () =>
    assert.deepEqual(
      DIRECTIVE_SPELLINGS.filter((name) => !isDirective(name)),
      [],
    ));
});

/** The editor and the hook can only ask for names, in languages of their own: they say the same of all of these. */
describe('the names that the editor and the hook of pre-commit take', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const hook = readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8');
  const pattern = /files: \(\?x\)(.+)/.exec(hook)?.[1] ?? '';
  const languages: readonly { id: string; filenames?: string[]; filenamePatterns?: string[] }[] =
    manifest.contributes.languages;

  const names = [
    'redis.conf',
    'valkey.conf',
    'keydb.conf',
    'sentinel.conf',
    'redis-6.2.conf',
    'redis_prod.conf',
    'redis.prod.conf',
    'redis6379.conf',
    'valkey-cache.conf',
    'keydb_1.conf',
    'sentinel-1.conf',
    'sentinel3.conf',
    'redis-sentinel.conf',
    'cache.redis.conf',
    'cache-redis.conf',
    'cache_redis.conf',
    'cache-valkey.conf',
    'cache-sentinel.conf',
    'myredis.conf',
    'users.acl',
    'redis.acl',
    'valkey-users.acl',
    'other.acl',
    'other.conf',
    '6379.conf',
    'redis/6379.conf',
    'redis/16379.conf',
    'redis/637.conf',
    'sentinel/26379.conf',
    'my-redis/myredis.conf',
    'sentinel/node-sentinel1.conf',
    'redis/other.conf',
    'redis/other.acl',
    'redis/deeper/6379.conf',
    'redis.conf.j2',
    'compose.yml',
    'Dockerfile',
  ];
  for (const name of names) {
    const file = `w/${name}`;
    const isTemplate = name.endsWith('.j2');
    const expected = documentKindOf(file) === undefined && recognise(file, '')?.sure === 'name' && !isTemplate;
    it(`${expected ? 'take' : 'leave'} ${name}`, () => {
      assert.equal(new RegExp(pattern).test(file), expected, 'the hook');
      const language = recognise(file, '')?.as === 'acl' ? 'redis-acl' : 'redis-conf';
      const taking = languages.filter((own) => takes(own, file)).map(({ id }) => id);
      assert.deepEqual(taking, expected ? [language] : [], 'the editor');
    });
  }

  /** As the editor does: patterns against the name, or against the path where they hold a slash. */
  function takes({ filenames = [], filenamePatterns = [] }: (typeof languages)[number], file: string): boolean {
    const name = path.posix.basename(file);
    return (
      filenames.includes(name) ||
      filenamePatterns.some((glob) => {
        const pattern = pathPattern(glob);
        return 'matches' in pattern && pattern.matches(glob.includes('/') ? file : name);
      })
    );
  }
});
