import { parseTarget, type Target } from '../../server/src/core/directives/target.js';

/** A document that is large in one way only. `bench/` measures the same ones in their full size. */
export interface Shape {
  readonly name: string;
  readonly path: string;
  readonly target: Target;
  readonly text: (size: number) => string;
}

const many = (size: number, line: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => `${line(index)}\n`).join('');

const HEAD = 'bind 127.0.0.1\n# a comment\nrequirepass 8fb06f2a9c1e4d7bb35a60e1f29d84c7\n';
const WRONG = ['rename-command CONFIG ""', 'slave-priority 10', 'user app on >secret ~* +@all', 'save 60 x', 'hz 1000'];
const ORDINARY = [
  'port 6379',
  'timeout 0',
  'dir /var/lib/redis',
  'appendonly yes',
  'maxmemory 1gb',
  'include more.conf',
];

const lineOf = (lines: readonly string[], index: number): string => lines[index % lines.length] ?? '';

const shape = (name: string, path: string, text: Shape['text'], id = 'redis-7.2'): Shape => ({
  name,
  path,
  text,
  target: parseTarget(id) as Target,
});

export const SHAPES: readonly Shape[] = [
  shape('prose and directives', '/w/redis.conf', (size) =>
    many(size, (n) => (n % 3 === 0 ? lineOf(ORDINARY, n / 3) : `# ${n}: what it does`)),
  ),
  shape('findings in each line', '/w/redis.conf', (size) => many(size, (n) => lineOf(WRONG, n))),
  shape(
    'users with passwords',
    '/w/redis.conf',
    (size) => HEAD + many(size, (n) => `user app${n} on >app${n}-4711-secret ~app${n}:* +@read`),
  ),
  shape(
    'users of a server before 7.0',
    '/w/redis.conf',
    (size) => HEAD + many(size, (n) => `user app${n % 3} on >app${n}-4711-secret ~app${n}:* +@read`),
    'redis-6.2',
  ),
  shape('a Sentinel of many masters', '/w/sentinel.conf', (size) =>
    many(size, (n) => `sentinel monitor m${n} 10.0.0.${n} 6379 2\nsentinel auth-pass m${n} 8fb06f2a9c1e4d7b${n}`),
  ),
  shape('an ACL file', '/w/users.acl', (size) => many(size, (n) => `user app${n} on >app${n} ~* -@dangerous +@all`)),
  shape('unknown directives', '/w/redis.conf', (size) => HEAD + many(size, (n) => `maxmemry-polcy${n} noeviction`)),
  shape(
    'comments that switch rules off',
    '/w/redis.conf',
    (size) =>
      HEAD + many(size, () => '# redis-conf-lint-disable-next-line struct-duplicate\nmaxmemory-policy noeviction'),
  ),
];
