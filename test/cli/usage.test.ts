import assert from 'node:assert/strict';
import { RULES } from '../../server/src/core/rules/index.js';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('using the command line tool', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

  const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['--fixx'], /There is no option --fixx\. Did you mean --fix\?/],
    [['-x'], /There is no option -x\./],
    [['--format'], /--format needs a value: --format <format>\./],
    [['--format', '--fix'], /--format needs a value/],
    [['--format', 'xml'], /--format must be text, .+ or \w+, not "xml"\./],
    [['--fix=yes'], /--fix takes no value\./],
    [['--fix', '--fix-dry-run'], /exclude each other/],
    [['--target', 'redis7'], /--target must name a server like redis-7\.2, valkey-8\.1/],
    [
      ['--target', 'redis-99'],
      /not "redis-99"\. There are Redis 2\.6, .* and Valkey 7\.2, 8\.0, 8\.1, 9\.0, 9\.1, 9\.2\./,
    ],
    [['--target', 'valkey-7.9'], /not "valkey-7\.9"\./],
    [['--as', 'yaml'], /--as must be server, sentinel, acl, compose, .*ansible, not "yaml"\./],
    [['--max-warnings', '-1'], /--max-warnings/],
    [['--max-warnings', 'many'], /--max-warnings must be a number from 0 on, not "many"\./],
    [['--rule', 'net-bind-all'], /--rule must be like net-bind-all=warning/],
    [['--rule', 'net-bindall=off'], /There is no rule "net-bindall"\. Did you mean net-bind-all\?/],
    [['--rule', 'net-bind-all=fatal'], /--rule must be error, warning, information, hint or off, not "fatal"\./],
    [['--explain', 'nothing-like-it'], /There is no rule "nothing-like-it"\. --list-rules prints every rule\./],
    [['--effective', '--format', 'sarif'], /--format must be text or json, not "sarif"\./],
    [['--role', 'db'], /--role must be cache, store, queue, replica or sentinel, not "db"\./],
    [['--profile', 'prod'], /--profile must be production, development or strict, not "prod"\./],
    [['--color', 'sometimes'], /--color must be auto, always or never/],
  ];
  for (const [args, message] of mistakes) {
    it(`explains what is wrong with ${args.join(' ')}`, () => {
      const { code, out, err } = bench.run(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.match(err, /Try "redis-conf-lint --help"\.$/m);
    });
  }

  it('prints help with every exit code, within 80 columns', () => {
    const { code, out } = bench.run(['--help']);
    assert.equal(code, 0);
    assert.match(out, /^Exit codes:\n {2}0 .*\n {2}1 .*\n {5}.*\n {2}2 /m);
    assert.deepEqual(
      out.split('\n').filter((line) => line.length > 80),
      [],
    );
  });

  it('prints its version', () => assert.match(bench.run(['--version']).out, /^\d+\.\d+\.\d+\n$/));

  it('lists every rule', () => {
    const { out } = bench.run(['--list-rules']);
    for (const { id } of RULES) assert.ok(out.includes(`  ${id} `), id);
    assert.equal(JSON.parse(bench.run(['--list-rules', '--format', 'json']).out).length, RULES.length);
  });

  it('explains every rule without the repository at hand', () => {
    const { code, out } = bench.run(['--explain', 'net-protected-mode-off']);
    assert.equal(code, 0);
    assert.match(out, /^# net-protected-mode-off\n.*\n## How to fix\n.*docs\/rules\/net-protected-mode-off\.md\n$/s);
  });

  it('knows a rule by an id that it had', () => {
    assert.match(bench.run(['--explain', 'cli-timeout-zero']).out, /^# client-timeout-zero\n/);
    bench.file('few.conf', 'bind 127.0.0.1\nmaxclients 10\n');
    const { out } = bench.run(['--rule', 'cli-maxclients-low=hint', 'few.conf']);
    assert.match(out, /hint.*client-maxclients-low/);
  });

  describe('without files', () => {
    const FILES = {
      'redis.conf': true,
      'etc/redis-prod.conf': true,
      'etc/cache.redis.conf': true,
      'redis/6379.conf': true,
      'redis/our-redis-a.conf': true,
      'valkey/valkey.conf': true,
      'sentinel.conf': true,
      'acl/users.acl': true,
      'named-otherwise.conf': true,
      'squid/squid.acl': false,
      'nginx/nginx.conf': false,
      'other/6379.conf': false,
      'redis.conf.bak': false,
      'node_modules/x/redis.conf': false,
      'ignored/redis.conf': false,
      'etc/ignored-too/redis.conf': false,
      'etc/ignored-too-not/redis.conf': true,
    };
    const textOf = (name: string): string =>
      name === 'acl/users.acl'
        ? 'user default off\n'
        : name === 'named-otherwise.conf'
          ? '# Redis configuration file example.\nport 1\n'
          : 'port 1\n';
    const cwd = () => `${bench.folder}/tree`;
    const pathsOf = (args: readonly string[], folder = cwd()): readonly string[] =>
      JSON.parse(bench.run(['--format', 'json', ...args], { cwd: folder }).out)
        .files.map(({ path }: { path: string }) => path)
        .sort();

    before(() => {
      for (const name of Object.keys(FILES)) bench.file(`tree/${name}`, textOf(name));
      bench.file('tree/.git/HEAD', '');
      bench.file('tree/.gitignore', '/ignored/\n');
      bench.file('tree/etc/.gitignore', 'ignored-too*/\n!ignored-too-not/\n');
    });

    it('finds every Redis configuration below that git does not ignore', () => {
      const expected = Object.entries(FILES).flatMap(([name, isFound]) => (isFound ? [name] : []));
      assert.deepEqual(pathsOf([]), expected.sort());
    });

    it('looks into a folder, up to whose repository .gitignore counts', () => {
      assert.deepEqual(pathsOf(['.'], `${cwd()}/etc`), [
        'cache.redis.conf',
        'ignored-too-not/redis.conf',
        'redis-prod.conf',
      ]);
    });

    it('expands globs itself, leaving out what git ignores', () => {
      assert.deepEqual(pathsOf(['**/redis.conf']), ['etc/ignored-too-not/redis.conf', 'redis.conf']);
    });

    it('lints a file that is named, whatever it is called', () => {
      assert.deepEqual(pathsOf(['ignored/redis.conf', 'nginx/nginx.conf']), ['ignored/redis.conf', 'nginx/nginx.conf']);
    });

    it('exits with 2 where there is none: nobody may take that for clean', () => {
      bench.file('empty/readme.txt', '');
      const { code, out } = bench.run([], { cwd: `${bench.folder}/empty` });
      assert.equal(code, 2);
      assert.match(out, /no Redis configuration below this directory/);
    });

    it('lints a thousand files', () => {
      for (let at = 0; at < 1000; at++)
        bench.file(`many/${at % 20}/redis-${at}.conf`, 'bind 127.0.0.1\nloglevel debug\n');
      const { code, out } = bench.run(['--quiet', '--format', 'json'], { cwd: `${bench.folder}/many` });
      assert.equal(code, 0);
      assert.equal(JSON.parse(out).files.length, 1000);
    });
  });
});
