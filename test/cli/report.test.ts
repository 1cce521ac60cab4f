import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openWorkbench, type Workbench } from './cli-process.js';

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly fatal: boolean;
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;
  readonly fixes: readonly { readonly title: string; readonly effect: string; readonly edits: unknown }[];
  readonly help: string;
  readonly partOf?: string;
}
interface JsonFile {
  readonly path: string;
  readonly dialect: string;
  readonly target: string;
  readonly startable: boolean | null;
  readonly findings: readonly JsonFinding[];
}

describe('the command line tool', () => {
  let bench: Workbench;
  const json = (args: readonly string[], stdin = ''): readonly JsonFile[] =>
    JSON.parse(bench.run(['--format', 'json', ...args], { stdin }).out).files;

  before(async () => {
    bench = await openWorkbench();
    bench.file('bad.conf', 'port 6379\nmaxmemroy 100mb\n');
    bench.file('good.conf', 'bind 127.0.0.1\nmaxclients 100\n');
    bench.file('milder.conf', 'bind 127.0.0.1\nloglevel debug\n');
  });
  after(() => bench.dispose());

  it('--role says what the server is for: a store must keep its data, a cache need not', () => {
    const rules = (role: string) => bench.run(['--role', role, '-'], { stdin: 'save ""\nappendonly no\n' }).out;
    assert.match(rules('store'), /persist-disabled/);
    assert.doesNotMatch(rules('cache'), /persist-disabled/);
  });

  describe('exits', () => {
    const cases: readonly (readonly [code: number, what: string, args: readonly string[]])[] = [
      [0, 'a file without errors', ['good.conf']],
      [0, 'warnings, as long as nobody limits them', ['milder.conf']],
      [1, 'a finding of error severity', ['bad.conf']],
      [1, 'more warnings than allowed', ['--max-warnings', '0', 'milder.conf']],
      [0, 'as many warnings as allowed', ['--max-warnings', '1', 'milder.conf']],
      [1, 'more warnings than allowed, shown or not', ['--quiet', '--max-warnings', '0', 'milder.conf']],
      [0, 'an error that was made a hint', ['--rule', 'syntax-unknown-directive=hint', 'bad.conf']],
      [0, 'an error that was turned off', ['--rule', 'syntax-unknown-directive=off', 'bad.conf']],
      [2, 'a file that is not there', ['missing.conf', 'good.conf']],
      [2, 'a glob that matches nothing', ['*.nothing']],
      [2, 'an option that there is not', ['--fixx', 'good.conf']],
    ];
    for (const [code, what, args] of cases) {
      it(`with ${code} for ${what}`, () => assert.equal(bench.run(args).code, code));
    }
  });

  it('says once what holds for several lines, and where; programs are told of each', () => {
    bench.file('keydb.conf', 'port 0\nserver-threads 4\nactive-replica yes\nmulti-master yes\n');
    const args = ['--rule', 'net-no-listener=off', 'keydb.conf'];
    const { out } = bench.run(args);
    assert.equal(out.match(/version-fork-only$/gm)?.length, 1, out);
    assert.match(out, /see: keydb\.conf:3:1: The same here\./);
    assert.match(out, /\b1 hint in 1 file/);
    const told = json(args).flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'version-fork-only'));
    assert.deepEqual(
      told.map(({ range, partOf }) => [range.start.line, partOf]),
      [
        [2, undefined],
        [3, 'version-fork-only'],
        [4, 'version-fork-only'],
      ],
    );
  });

  it('shows the line with carets, and says that the server refuses to start', () => {
    const { out } = bench.run(['bad.conf']);
    assert.match(out, /^bad\.conf:2:1 {2}error {2}syntax-unknown-directive$/m);
    assert.match(out, /^ {2}2 \| maxmemroy \*{8}\n {4}\| \^{9}$/m);
    assert.match(out, /^Redis 8\.10 refuses to start with bad\.conf\.$/m);
  });

  it('keeps to 80 columns', () => {
    bench.file('long.conf', `port 1${' '.repeat(200)}2 ${'x'.repeat(200)}\nloglevel debug\n`);
    const { out } = bench.run(['long.conf', 'bad.conf', 'milder.conf']);
    assert.deepEqual(
      out.split('\n').filter((line) => line.length > 80),
      [],
    );
  });

  it('reports JSON with lines and columns from 1', () => {
    const [file] = json(['--target', 'redis-7.2', 'bad.conf']);
    const found = file?.findings.find(({ rule }) => rule === 'syntax-unknown-directive');
    assert.deepEqual(
      [file?.path, file?.dialect, file?.target, file?.startable],
      ['bad.conf', 'server', 'redis-7.2', false],
    );
    assert.deepEqual(found?.range, { start: { line: 2, column: 1 }, end: { line: 2, column: 10 } });
    assert.equal(found?.fatal, true);
    const { edits, ...fix } = found?.fixes[0] ?? {};
    assert.deepEqual(fix, {
      title: 'Change to "maxmemory"',
      effect: 'data',
      consequence: 'It is a guess at what was meant: check it before the server starts.',
    });
    assert.deepEqual(edits, [{ path: 'bad.conf', range: found?.range, newText: 'maxmemory' }]);
    assert.match(found?.help ?? '', /\/docs\/rules\/syntax-unknown-directive\.md$/);
  });

  it('counts columns in UTF-16 code units', () => {
    const [file] = json(['-'], '"\u{1f600}" x\n  \u00e9t\u00e9 x\n');
    const at = file?.findings.filter(({ rule }) => rule === 'syntax-unknown-directive').map(({ range }) => range);
    assert.deepEqual(
      at?.map(({ start, end }) => [start.column, end.column]),
      [
        [1, 5],
        [3, 6],
      ],
    );
  });

  it('takes standard input for redis.conf, or for what it is told', () => {
    assert.deepEqual(
      json(['-'], 'port 1\n').map(({ path, dialect }) => [path, dialect]),
      [['redis.conf', 'server']],
    );
    assert.deepEqual(
      json(['--stdin-filename', 'conf/sentinel.conf', '-'], 'port 1\n').map(({ path, dialect }) => [path, dialect]),
      [['conf/sentinel.conf', 'sentinel']],
    );
    assert.deepEqual(
      json(['--as', 'acl', '-'], 'user a on\n').map(({ dialect }) => dialect),
      ['acl'],
    );
  });

  it('lists findings of an included file under that file, once, and judges it as a part', () => {
    bench.file('parts/redis.conf', 'bind 127.0.0.1\ninclude common.conf\n');
    bench.file('parts/redis-2.conf', 'bind 127.0.0.1\ninclude common.conf\n');
    bench.file('parts/common.conf', 'maxmemroy 1gb\n');
    const { out } = bench.run(['--format', 'json', 'redis.conf', 'redis-2.conf', 'common.conf'], {
      cwd: `${bench.folder}/parts`,
    });
    const files: readonly JsonFile[] = JSON.parse(out).files;
    assert.deepEqual(files.map(({ path }) => path).sort(), ['common.conf', 'redis-2.conf', 'redis.conf']);
    const unknown = files.flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule === 'syntax-unknown-directive').map(() => path),
    );
    assert.deepEqual(unknown, ['common.conf']);
    assert.deepEqual(
      files.map(({ startable }) => startable),
      [false, false, false],
    );
  });

  it('lints files that include each other', () => {
    bench.file('ring/a.conf', 'include b.conf\n');
    bench.file('ring/b.conf', 'include a.conf\n');
    const { code, out } = bench.run(['--format', 'json', 'a.conf', 'b.conf'], { cwd: `${bench.folder}/ring` });
    assert.equal(code, 1);
    assert.equal(JSON.parse(out).files.length, 2);
  });

  it('shows errors only with --quiet, and nothing where there are none', () => {
    assert.doesNotMatch(bench.run(['--quiet', 'bad.conf']).out, / {2}(warning|information|hint) {2}/);
    assert.equal(bench.run(['--quiet', 'milder.conf']).out, '');
  });

  it('says so where nothing is wrong', () => {
    const { out } = bench.run(['-'], { stdin: '# nothing but a comment\n', env: {} });
    assert.doesNotMatch(out, /undefined/);
    const clean = bench.run(['--rule', 'auth-missing=off', '--quiet', '--format', 'markdown', 'good.conf']).out;
    assert.match(clean, /Nothing found in 1 file\./);
  });

  it('writes the report to a file', () => {
    const { out } = bench.run(['--output', 'report.json', '--format', 'json', 'bad.conf']);
    assert.equal(out, '');
    assert.equal(JSON.parse(readFileSync(`${bench.folder}/report.json`, 'utf8')).version, 2);
    const refused = bench.run(['--output', 'no/such/folder/report.json', 'bad.conf']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /--output no\/such\/folder\/report\.json can't be written/);
  });

  it('colours when it is asked to, and never into a file', () => {
    assert.match(bench.run(['--color', 'always', 'bad.conf']).out, /\x1b\[31merror/);
    assert.doesNotMatch(bench.run(['bad.conf']).out, /\x1b/);
  });

  it('obeys .redis-conf-lint.json, and fails on mistakes in it', () => {
    bench.file('project/redis.conf', 'maxmemroy 1gb\n');
    bench.file('project/.redis-conf-lint.json', '{ "rules": { "syntax-unknown-directive": "off" } }');
    const cwd = `${bench.folder}/project`;
    assert.doesNotMatch(bench.run([], { cwd }).out, /syntax-unknown-directive/);
    bench.file('project/.redis-conf-lint.json', '{\n  "rules": { "no-such-rule": "off" }\n}');
    const { code, out } = bench.run([], { cwd });
    assert.equal(code, 2);
    assert.match(out, /^\.redis-conf-lint\.json:2:\d+ {2}not analysed$/m);
  });
});
