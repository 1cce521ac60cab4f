import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

describe('the command line tool', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
    bench.file('bad.conf', 'port 6379\nmaxmemroy 100mb\n');
    bench.file('good.conf', 'bind 127.0.0.1\nmaxclients 100\n');
  });
  after(() => bench.dispose());

  it('exits with 1 and shows the line with carets where the server would not start', () => {
    const { code, out } = bench.run(['bad.conf']);
    assert.equal(code, 1);
    assert.match(out, /^bad\.conf:2:1 {2}error {2}syntax-unknown-directive$/m);
    assert.match(out, /^ {2}2 \| maxmemroy 100mb\n {4}\| \^{9}$/m);
    assert.match(out, /^redis-8\.6 refuses to start with bad\.conf\.$/m);
  });

  it('reports JSON with lines and columns from 1', () => {
    const { out } = bench.run(['--format', 'json', '--target', 'redis-7.2', 'bad.conf']);
    const document = JSON.parse(out);
    const found = document.files[0].findings.filter(
      ({ rule }: { rule: string }) => rule === 'syntax-unknown-directive',
    );
    assert.equal(document.version, 1);
    assert.equal(document.tool.name, 'redis-conf-lint');
    assert.equal(document.files[0].target, 'redis-7.2');
    assert.equal(document.files[0].startable, false);
    assert.deepEqual(found[0].range, { start: { line: 2, column: 1 }, end: { line: 2, column: 10 } });
    assert.equal(found[0].fatal, true);
  });
});
