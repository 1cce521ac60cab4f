import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

/** `-t`: what scripts ask before they restart a server. */
describe('-t', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
    bench.file('fine.conf', 'port 6379\nbind 127.0.0.1\n');
    bench.file('open.conf', 'port 6379\nbind 0.0.0.0\nprotected-mode no\n');
    bench.file('refused.conf', 'port 6379\nmaxmemroy 1gb\n');
    bench.file('secret.conf', 'requirepass "tr0ub4dor-not-shown\n');
    bench.file('hangs-on.conf', 'include /srv/of-another-machine/redis.conf\n');
    bench.file('around.conf', 'include parts/bad.conf\n');
    bench.file('parts/bad.conf', 'prot 6379\n');
  });
  after(() => bench.dispose());

  interface Case {
    readonly args: readonly string[];
    readonly code: number;
    readonly out: RegExp;
    readonly err: RegExp;
  }
  const NOTHING = /^$/;
  const cases: Readonly<Record<string, Case>> = {
    'says in one line that the server starts, and who reaches it': {
      args: ['-t', 'fine.conf'],
      code: 0,
      out: /^fine\.conf: Redis [\d.]+ starts\. Loopback only [^\n]+\n$/,
      err: NOTHING,
    },
    'is no judge of danger: an open server starts': {
      args: ['-t', 'open.conf'],
      code: 0,
      out: /^open\.conf: Redis [\d.]+ starts\. Open to the network without a password[^\n]+\n$/,
      err: NOTHING,
    },
    'tells the line that the server refuses': {
      args: ['-t', 'refused.conf'],
      code: 1,
      out: NOTHING,
      err: /^redis-conf-lint: refused\.conf:2:1: Redis [\d.]+ refuses to start: "maxmemroy" [^\n]+\n$/,
    },
    'tells the line of an included file': {
      args: ['-t', 'around.conf'],
      code: 1,
      out: NOTHING,
      err: /^redis-conf-lint: parts[/\\]bad\.conf:1:1: /,
    },
    'leaves a server that may start alone, and says what is not known': {
      args: ['-t', 'hangs-on.conf'],
      code: 0,
      out: /^hangs-on\.conf: nothing that is known here keeps Redis [\d.]+ from starting\.\n$/,
      err: /not known here: redis\.conf: it is a path of another machine/,
    },
    'with --strict takes what is not known for a failure': {
      args: ['-t', '--strict', 'hangs-on.conf'],
      code: 2,
      out: /nothing that is known here/,
      err: /not known here/,
    },
    'with -q says nothing where nothing is wrong': {
      args: ['-t', '-q', 'fine.conf'],
      code: 0,
      out: NOTHING,
      err: NOTHING,
    },
    'asks for the server that is named': {
      args: ['-t', '--target', 'redis-6.2', 'fine.conf'],
      code: 0,
      out: /Redis 6\.2(\.\d+)? starts/,
      err: NOTHING,
    },
    'cannot answer for a file that is not there': {
      args: ['-t', 'missing.conf'],
      code: 2,
      out: NOTHING,
      err: /missing\.conf: there is no such file/,
    },
    'the worst of several files decides': {
      args: ['-t', 'fine.conf', 'refused.conf'],
      code: 1,
      out: /fine\.conf/,
      err: /refused\.conf/,
    },
    'needs a file': {
      args: ['-t'],
      code: 2,
      out: NOTHING,
      err: /-t needs a file: redis-conf-lint -t \/etc\/redis\/redis\.conf\./,
    },
    'fixes nothing': { args: ['-t', '--fix', 'fine.conf'], code: 2, out: NOTHING, err: /-t does not fix anything\./ },
  };
  for (const [name, { args, code, out, err }] of Object.entries(cases)) {
    it(name, () => {
      const run = bench.run(args);
      assert.match(run.out, out);
      assert.match(run.err, err);
      assert.equal(run.code, code);
    });
  }

  it('reads standard input as the server would', () => {
    const run = bench.run(['-t', '-'], { stdin: 'port 99999\n' });
    assert.equal(run.code, 1);
    assert.match(run.err, /redis\.conf:1:\d+: Redis/);
  });

  it('shows no secret of a line that is refused', () => {
    const { code, out, err } = bench.run(['-t', 'secret.conf']);
    assert.equal(code, 1);
    assert.doesNotMatch(out + err, /tr0ub4dor/);
  });
});
