import { assertSeen, type SeenRow } from '../support/read-hosts.js';

/** A task of a module. */
const task = (module: string, args: string, rest = ''): Readonly<Record<string, string>> => ({
  'tasks/main.yml': `- name: a task\n  ${module}:\n${args.replaceAll(/^(?=.)/gm, '    ')}\n${rest.replaceAll(/^(?=.)/gm, '  ')}\n`,
});
const CONF = 'path: /etc/redis/redis.conf';

const ROWS: readonly SeenRow[] = [
  [
    'a line',
    task('lineinfile', `${CONF}\nline: requirepass foobared`),
    { id: 'lineinfile.line@4', file: ': requirepass foobared', holder: 'part', published: 'unknown' },
  ],
  [
    'a block',
    task('ansible.builtin.blockinfile', `${CONF}\nblock: |\n  port 1\n  maxmemory {{ m }}`),
    { file: ': port 1|maxmemory <{{ m }}>|', holder: 'part' },
  ],
  [
    'a file',
    task('copy', 'dest: /etc/redis/users.acl\ncontent: |\n  user default off'),
    { file: ': user default off|', holder: 'text' },
  ],
  [
    'a line in one',
    { 'main.yml': `- name: x\n  lineinfile: dest=/etc/redis.conf line="bind 0.0.0.0"\n` },
    { file: ': bind 0.0.0.0' },
  ],
  [
    'a line for each item',
    task(
      'lineinfile',
      `${CONF}\nline: "{{ item.key }} {{ item.value }}"`,
      'loop:\n- {key: bind, value: 127.0.0.1}\n- {key: port, value: "1"}',
    ),
    { id: 'lineinfile.line@6', file: ': bind 127.0.0.1' },
    { id: 'lineinfile.line@7', file: ': port 1' },
  ],
  ['each item', task('lineinfile', `${CONF}\nline: "{{ item }}"`, 'with_items: [port 1]'), { file: ': port 1' }],
  ['of items that are not here', task('lineinfile', `${CONF}\nline: "{{ item }}"`, 'loop: "{{ lines }}"')],
  [
    'of a file that a variable names',
    task('lineinfile', 'path: "{{ redis_conf_path }}"\nline: port 1'),
    { file: ': port 1' },
  ],
  [
    'of Sentinel',
    task('lineinfile', 'path: /etc/redis/sentinel.conf\nline: port 1'),
    { launch: 'image redis-sentinel' },
  ],
  ['nothing of another program', task('lineinfile', 'path: /etc/nginx/nginx.conf\nline: user www-data;')],
  ['nothing that is taken away', task('lineinfile', `${CONF}\nline: port 1\nstate: absent`)],
  ['nothing that a pattern is put into', task('lineinfile', `${CONF}\nline: port \\1\nbackrefs: yes`)],
  ['nothing that a variable is all of', task('blockinfile', `${CONF}\nblock: "{{ redis_block }}"`)],
  [
    'tasks of plays and of blocks',
    {
      'site.yml': `- hosts: all\n  tasks:\n  - block:\n    - lineinfile: {${CONF}, line: port 1}\n  handlers:\n  - lineinfile: {${CONF}, line: port 2}\n`,
    },
    { file: ': port 1' },
    { file: ': port 2' },
  ],
  [
    'a container',
    task(
      'community.docker.docker_container',
      'name: cache\nimage: redis:7.2\ncommand: redis-server --requirepass "{{ p }}"\npublished_ports: ["6379:6379"]',
    ),
    {
      words: '--requirepass <{{ p }}>',
      launch: 'program redis-server',
      published: 'network',
      ports: ['port network 6379 6379:6379'],
      image: 'redis redis:7.2',
    },
  ],
  [
    'options of a container',
    task('docker_container', 'image: redis:7.2\ncommand: [--port, "1"]'),
    { words: '--port 1', launch: 'image redis-server', published: 'siblings' },
  ],
  ['no container of another program', task('docker_container', 'image: nginx\ncommand: redis-server')],
];

describe('tasks of Ansible write', () => {
  for (const row of ROWS) it(row[0], () => assertSeen(row));
});
