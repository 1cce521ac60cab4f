import assert from 'node:assert/strict';
import type { FileReader } from '../../../server/src/core/config/file-reader.js';
import { findProjectConfiguration } from '../../../server/src/core/lint/project-configuration/find-project-configuration.js';
import { parseConfigurationFile } from '../../../server/src/core/lint/project-configuration/parse-configuration-file.js';

const RULE_IDS = ['net-bind-all', 'auth-missing'];

/** A file system that holds these files and no others. */
function filesAt(files: Readonly<Record<string, string>>): FileReader {
  return {
    readFile: (path) => {
      const text = files[path];
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: () => ({ status: 'missing' }),
  };
}

const find = (path: string, files: Readonly<Record<string, string>>) =>
  findProjectConfiguration(path, filesAt(files), RULE_IDS);

describe('.redis-conf-lint.json', () => {
  it('counts for files in its folder and below, the nearest one alone', () => {
    const files = {
      '/srv/.redis-conf-lint.json': '{ "target": "redis-6.2" }',
      '/srv/cache/.redis-conf-lint.json': '{ "target": "valkey-8.1" }',
    };
    assert.equal(find('/srv/redis.conf', files).target?.version.major, 6);
    assert.equal(find('/srv/cache/a/b/redis.conf', files).target?.product, 'valkey');
    assert.equal(find('/etc/redis/redis.conf', files).target, undefined);
  });

  it('may hold comments and trailing commas', () => {
    const text = '{\n  // production runs this\n  "target": "redis-7.2",\n}';
    assert.deepEqual(parseConfigurationFile(text, RULE_IDS).problems, []);
  });

  it('may name a rule by an id that it had', () => {
    const text = '{ "rules": { "cli-timeout-zero": "off" } }';
    const { configuration, problems } = parseConfigurationFile(text, ['client-timeout-zero']);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration.rules, { 'client-timeout-zero': 'off' });
  });

  it('lets overrides win for the paths they match, later ones last', () => {
    const files = {
      '/srv/.redis-conf-lint.json': JSON.stringify({
        rules: { 'net-bind-all': 'warning' },
        overrides: [
          { files: ['dev/**'], profile: 'development', rules: { 'net-bind-all': 'hint' } },
          { files: 'legacy.conf', rules: { 'net-bind-all': 'off' } },
        ],
      }),
    };
    assert.equal(find('/srv/redis.conf', files).severities['net-bind-all'], 'warning');
    assert.equal(find('/srv/dev/redis.conf', files).severities['net-bind-all'], 'hint');
    assert.equal(find('/srv/dev/redis.conf', files).profile, 'development');
    assert.equal(find('/srv/dev/legacy.conf', files).severities['net-bind-all'], 'off');
  });

  it('extends other files and wins over them', () => {
    const files = {
      '/common/base.json': '{ "role": "cache", "rules": { "auth-missing": "warning", "net-bind-all": "hint" } }',
      '/srv/.redis-conf-lint.json': '{ "extends": "../common/base.json", "rules": { "net-bind-all": "error" } }',
    };
    const { role, severities, sources } = find('/srv/redis.conf', files);
    assert.equal(role, 'cache');
    assert.deepEqual(severities, { 'auth-missing': 'warning', 'net-bind-all': 'error' });
    assert.deepEqual(
      sources.map(({ path }) => path),
      ['/srv/.redis-conf-lint.json', '/common/base.json'],
    );
  });

  it('ignores what it says to ignore', () => {
    const files = { '/srv/.redis-conf-lint.json': '{ "ignore": ["vendor/**", "*.sample.conf"] }' };
    assert.equal(find('/srv/vendor/redis.conf', files).isIgnored, true);
    assert.equal(find('/srv/a/redis.sample.conf', files).isIgnored, true);
    assert.equal(find('/srv/redis.conf', files).isIgnored, false);
  });

  it('reports a cycle and a missing base instead of hanging or keeping silent', () => {
    const files = {
      '/srv/.redis-conf-lint.json': '{ "extends": ["a.json", "nowhere.json"] }',
      '/srv/a.json': '{ "extends": ".redis-conf-lint.json" }',
    };
    assert.deepEqual(
      find('/srv/redis.conf', files).sources.flatMap(({ problems }) => problems.map(({ message }) => message)),
      ['"/srv/nowhere.json" does not exist.', '"/srv/.redis-conf-lint.json" extends itself.'],
    );
  });

  it('reads a file that is extended again and again once, where it comes up first', () => {
    const layers = Array.from({ length: 24 }, (_, level): [string, string] => [
      `/srv/l${level}.json`,
      `{ "extends": ["l${level + 1}.json", "l${level + 1}.json"] }`,
    ]);
    const files = {
      ...Object.fromEntries(layers),
      '/srv/l24.json': '{ "role": "queue" }',
      '/srv/own.json': '{ "extends": "l24.json", "role": "cache" }',
      '/srv/.redis-conf-lint.json': '{ "extends": ["l0.json", "own.json", "l24.json"] }',
    };
    const { role, sources } = find('/srv/redis.conf', files);
    assert.equal(role, 'cache');
    assert.equal(sources.length, 27);
    assert.deepEqual(
      sources.flatMap(({ problems }) => problems),
      [],
    );
  });

  it('leaves out what is beyond a hundred extended files, and says so', () => {
    const chain = Array.from({ length: 200 }, (_, at): [string, string] => [
      `/srv/${at === 0 ? '.redis-conf-lint' : at}.json`,
      `{ "extends": ["${at + 1}.json"] }`,
    ]);
    const { sources } = find('/srv/redis.conf', Object.fromEntries(chain));
    assert.equal(sources.length, 101);
    assert.deepEqual(
      sources.flatMap(({ path, problems }) => problems.map(({ message }) => [path, message])),
      [['/srv/100.json', 'More than 100 files are extended: the rest is left out.']],
    );
  });

  it('does not hang on what its patterns say', () => {
    const hostile = { '/srv/.redis-conf-lint.json': '{ "ignore": ["(a+)+b", "*a*a*a*a*a*a*a*a*a*a*b"] }' };
    assert.equal(find(`/srv/${'a'.repeat(250)}.redis.conf`, hostile).isIgnored, false);
  });

  const mistakes: readonly (readonly [text: string, marked: string, message: RegExp])[] = [
    [
      '{ "rules": { "net-bind-al": "off" } }',
      '"net-bind-al"',
      /There is no rule "net-bind-al". Did you mean "net-bind-all"/,
    ],
    ['{ "rules": { "net-bind-all": "fatal" } }', '"fatal"', /Expected one of "error"/],
    ['{ "target": "redis-next" }', '"redis-next"', /is not a target/],
    ['{ "target": "redis-7.3" }', '"redis-7.3"', /is not a target\. .*there are Redis 2\.6, .*7\.2, 7\.4, /],
    ['{ "profil": "strict" }', '"profil"', /There is no setting "profil". Did you mean "profile"/],
    ['{ "profile": "lax" }', '"lax"', /Expected one of "production"/],
    ['{ "ignore": "vendor" }', '"vendor"', /Expected a list/],
    ['{ "overrides": [{ "role": "cache" }] }', '{ "role": "cache" }', /"files" is missing/],
    ['[]', '[]', /Expected an object/],
    ['{ "target": 7 }', '7', /Expected a text/],
    ['{ "ignore": ["!keep.conf"] }', '"!keep.conf"', /This pattern has more than/],
    ['{ "overrides": [{ "files": "+(a).conf" }] }', '"+(a).conf"', /This pattern has more than/],
    [`${'['.repeat(101)}`, '[', /nested more than 100 deep/],
    [`{}${' '.repeat(100_000)}`, ' ', /longer than 100000 characters/],
    ['{ "__proto__": 1 }', '"__proto__"', /There is no setting/],
  ];
  for (const [text, marked, message] of mistakes) {
    it(`marks ${marked} in ${text.slice(0, 60)}`, () => {
      const [problem] = parseConfigurationFile(text, RULE_IDS).problems;
      assert.match(problem?.message ?? '', message);
      assert.equal(text.slice(problem?.range.start.character, problem?.range.end.character), marked);
    });
  }

  it('keeps what is right beside a mistake', () => {
    const { configuration, problems } = parseConfigurationFile('{ "profile": "strict", "rules": 7, }', RULE_IDS);
    assert.equal(configuration.profile, 'strict');
    assert.equal(problems.length, 1);
  });
});
