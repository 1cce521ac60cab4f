import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('what is shown and what fails a run', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
    bench.file('redis.conf', 'bind 127.0.0.1\nslave-read-only no\nmaxmemory-policy noeviction\n');
    bench.file('bad.conf', 'bind 127.0.0.1\nmaxmemroy 1\n');
  });
  after(() => bench.dispose());

  const severitiesIn = (args: readonly string[]) => {
    const lines = bench
      .run(['--format', 'concise', ...args])
      .out.trim()
      .split('\n');
    return [...new Set(lines.map((line) => /^[^:]+:\d+:\d+: (\w+): .+\.? \[[a-z-]+\]$/.exec(line)?.[1]))];
  };

  it('shows findings from a level on', () => {
    assert.ok(severitiesIn(['redis.conf']).includes('hint'));
    assert.ok(!severitiesIn(['--severity', 'warning', 'redis.conf']).includes('hint'));
    assert.deepEqual(severitiesIn(['--severity', 'error', 'bad.conf']), ['error']);
  });

  const cases: readonly (readonly [args: readonly string[], code: number])[] = [
    [['bad.conf'], 1],
    [['--fail-on', 'never', 'bad.conf'], 0],
    [['--fail-on', 'error', 'redis.conf'], 0],
    [['--fail-on', 'warning', 'redis.conf'], 1],
    [['--fail-on', 'hint', 'redis.conf'], 1],
    [['--fail-on', 'never', '--max-warnings', '0', 'redis.conf'], 0],
    [['--max-warnings', '0', 'redis.conf'], 1],
    [['--severity', 'error', '--fail-on', 'hint', 'redis.conf'], 1],
  ];
  for (const [args, code] of cases) {
    it(`${args.join(' ')} ends with ${code}`, () => assert.equal(bench.run(args).code, code));
  }

  it('JUnit counts only what fails the run as a failure', () => {
    const failures = (args: readonly string[]) =>
      / failures="(\d+)"/.exec(bench.run(['--format', 'junit', ...args]).out)?.[1];
    assert.equal(failures(['redis.conf']), '0');
    assert.notEqual(failures(['--fail-on', 'hint', 'redis.conf']), '0');
  });

  it('GitLab and Checkstyle take the same findings, at the same lines', () => {
    const issues = JSON.parse(bench.run(['--format', 'gitlab', 'bad.conf', 'redis.conf']).out);
    const keys = ['description', 'check_name', 'fingerprint', 'severity', 'location'];
    for (const issue of issues) assert.deepEqual(Object.keys(issue), keys);
    const fingerprints = issues.map((issue: { readonly fingerprint: string }) => issue.fingerprint);
    assert.equal(new Set(fingerprints).size, fingerprints.length);
    const { out } = bench.run(['--format', 'checkstyle', 'bad.conf', 'redis.conf']);
    assert.equal(out.match(/<error /g)?.length, issues.length);
    assert.match(
      out,
      /<file name="bad\.conf">\n(?: {4}<.*\n)? {4}<error line="2" column="1" severity="error" message="&quot;maxmemroy/,
    );
  });

  it('a finding keeps its fingerprint when lines move and however the file is named', () => {
    bench.file('.redis-conf-lint.json', '{"root": true}');
    const fingerprintsOf = (...args: readonly string[]) =>
      JSON.parse(bench.run(['--format', 'gitlab', ...args]).out)
        .map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint)
        .sort();
    bench.file('moved.conf', 'bind 127.0.0.1\nslave-read-only no\n');
    const before = fingerprintsOf('moved.conf');
    assert.deepEqual(fingerprintsOf(`${bench.folder}/moved.conf`), before);
    bench.file('moved.conf', '# more\n\nbind 127.0.0.1\n# and more\nslave-read-only no\n');
    assert.deepEqual(fingerprintsOf('moved.conf'), before);
  });
});
