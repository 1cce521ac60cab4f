import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openWorkbench, type Workbench } from './cli-process.js';

const OPEN = 'bind 127.0.0.1\nprotected-mode no\nrequirepass some-long-secret-of-ours\n';
const CLOSED = OPEN.replace('mode no', 'mode yes');

describe('--fix and --fix-dry-run', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

  it('writes the safe fixes, keeping line ends and bytes beyond UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(OPEN.replaceAll('\n', '\r\n')), Buffer.from('# caf\xe9\r\n', 'latin1')]);
    const file = bench.file('crlf.conf', bytes);
    const { out } = bench.run(['--fix', 'crlf.conf']);
    assert.match(out, /^Fixed 1 finding in 1 file\.$/m);
    assert.equal(readFileSync(file, 'latin1'), `${CLOSED.replaceAll('\n', '\r\n')}# caf\xe9\r\n`);
  });

  it('leaves fixes that need a person alone', () => {
    const file = bench.file('typo.conf', 'maxmemroy 100mb\n');
    bench.run(['--fix', 'typo.conf']);
    assert.equal(readFileSync(file, 'utf8'), 'maxmemroy 100mb\n');
  });

  it('prints the fixed standard input, and the report beside it', () => {
    const { out, err } = bench.run(['--fix', '-'], { stdin: OPEN });
    assert.equal(out, CLOSED);
    assert.match(err, /^Fixed 1 finding in 1 file\.$/m);
  });

  it('fixes an included file under its own name', () => {
    bench.file('main/redis.conf', 'include network.conf\n');
    const included = bench.file('main/network.conf', OPEN);
    bench.run(['--fix', 'redis.conf'], { cwd: `${bench.folder}/main` });
    assert.equal(readFileSync(included, 'utf8'), CLOSED);
  });

  it('applies fixes of one place one after the other', () => {
    const file = bench.file('touching.conf', 'bind 127.0.0.1\nslave-read-only yes # replicas stay read-only\n');
    const { out, code } = bench.run(['--fix', '--target', 'redis-7.0', 'touching.conf']);
    assert.match(out, /^Fixed 2 findings in 1 file\.$/m);
    assert.equal(code, 0);
    assert.equal(readFileSync(file, 'utf8'), 'bind 127.0.0.1\n# replicas stay read-only\nreplica-read-only yes\n');
  });

  it('shows a diff, writes nothing and keeps secrets to itself', () => {
    const file = bench.file('dry.conf', OPEN);
    const { out, err } = bench.run(['--fix-dry-run', 'dry.conf']);
    assert.equal(readFileSync(file, 'utf8'), OPEN);
    assert.match(
      out,
      /^# masked, not a patch: add --show-secrets\n--- dry\.conf\n\+\+\+ dry\.conf\n@@ -1,4 \+1,4 @@\n/,
    );
    assert.match(out, /^-protected-mode no\n\+protected-mode yes\n requirepass \*{8}$/m);
    assert.match(err, /^--fix would apply 1 fix in 1 file\.$/m);
    assert.match(
      bench.run(['--fix-dry-run', '--show-secrets', 'dry.conf']).out,
      /^ requirepass some-long-secret-of-ours$/m,
    );
  });

  it('says so where there is nothing to fix', () => {
    bench.file('fine.conf', CLOSED);
    const { out, err } = bench.run(['--fix-dry-run', 'fine.conf']);
    assert.equal(out, '');
    assert.match(err, /nothing that --fix would change/);
  });
});
