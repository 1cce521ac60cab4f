import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { skipFor } from '../support/skip-for.js';
import { makePipe } from '../support/special-files.js';
import { openWorkbench, type Workbench } from './cli-process.js';

const CONFIG = 'bind 127.0.0.1\nmaxmemroy 100mb\n';
const FOUND = /syntax-unknown-directive/;

describe('the streams of the command line', () => {
  let bench: Workbench;
  /** Runs a line of bash in the work folder; $LINT is the tool. */
  const bash = (line: string, env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', line], {
      cwd: bench.folder,
      encoding: 'utf8',
      timeout: 30_000,
      env: { PATH: process.env.PATH ?? '', LINT: `${process.execPath} ${bench.tool}`, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
  before(async function () {
    if (process.platform !== 'linux') return skipFor(this, 'only Linux has a device that is full');
    bench = await openWorkbench();
    bench.file('redis.conf', CONFIG);
    makePipe(`${bench.folder}/pipe`);
  });
  after(() => bench?.dispose());

  const inputs: readonly (readonly [what: string, line: string])[] = [
    ['its own sign', '$LINT - < redis.conf'],
    ['its name', '$LINT /dev/stdin < redis.conf'],
    ['its number', '$LINT /dev/fd/0 < redis.conf'],
    ['what a shell makes of <(command)', '$LINT <(sed s/x/x/ redis.conf)'],
    ['another descriptor', '$LINT /dev/fd/7 7< redis.conf'],
    ['a pipe that is slow', '(sleep 0.2; cat redis.conf) | $LINT -'],
    ['a pipe that does not block', 'perl -e "$UNBLOCK" $LINT - < <(sleep 0.2; cat redis.conf)'],
  ];
  const UNBLOCK = 'use Fcntl; fcntl(STDIN, F_SETFL, O_NONBLOCK) or die; exec @ARGV';
  for (const [what, line] of inputs) {
    it(`takes standard input by ${what}`, () => {
      const { code, out } = bash(line, { UNBLOCK });
      assert.match(out, FOUND);
      assert.match(out, /^redis\.conf:2:1 /m);
      assert.equal(code, 1);
    });
  }

  const failures: readonly (readonly [what: string, line: string, message: RegExp])[] = [
    ['standard input is empty', '$LINT - < /dev/null', /^- {2}not analysed\n {2}standard input is empty$/m],
    ['standard input is empty by another name', '$LINT /dev/stdin < /dev/null', /standard input is empty/],
    ['standard input is a directory', '$LINT - < .', /is a directory/],
    ['standard input never ends', 'yes | $LINT -', /it is larger than 10 MB/],
    ['standard input is two', '$LINT - <(cat redis.conf)', /^redis-conf-lint: Only one file can come from a pipe/],
    ['a descriptor is closed', '$LINT /dev/fd/99', /it is closed/],
    ["a descriptor is Node's own", '$LINT /dev/fd/13', /it is closed/],
    ['a name is empty', '$LINT ""', /^redis-conf-lint: One of the names is empty/],
    ['the name of what to fix is empty', '$LINT --fix ""', /^redis-conf-lint: One of the names is empty/],
    ['the name of a report is empty', '$LINT --output "" redis.conf', /--output needs a value/],
    [
      'standard output is full',
      '$LINT redis.conf > /dev/full',
      /^redis-conf-lint: the report: no space left on the device\n$/,
    ],
    [
      'the help has no room',
      '$LINT --help > /dev/full',
      /^redis-conf-lint: the report: no space left on the device\n$/,
    ],
    [
      'the report has no room',
      '$LINT -o /dev/full redis.conf',
      /^redis-conf-lint: --output \/dev\/full can't be written: no space/,
    ],
    ['nobody reads the report', '$LINT -o pipe redis.conf', /can't be written: nobody reads it\./],
    ["the report is to go to one of Node's descriptors", '$LINT -o /dev/fd/13 redis.conf', /the report: it is closed/],
    [
      'the working directory is gone',
      'mkdir gone; cd gone; rmdir ../gone; $LINT redis.conf',
      /^redis-conf-lint: the working directory: there is no such file\n$/,
    ],
    ['nothing can be said', '$LINT redis.conf > /dev/full 2>&1', /^$/],
  ];
  for (const [what, line, message] of failures) {
    it(`exits with 2, in words of its own, when ${what}`, () => {
      const { code, out, err } = bash(line);
      assert.equal(code, 2);
      assert.match(err + out, message);
      assert.doesNotMatch(err + out, /\n\s+at |node:internal/, 'no stack');
    });
  }

  it('tells a mistake of its own in one line, without the text that it was about', () => {
    bench.file('mistaken.js', "require('node:util').parseArgs = () => { throw new TypeError('requirepass canary'); };");
    const { code, out, err } = bash('$LINT redis.conf', { NODE_OPTIONS: '--require ./mistaken.js' });
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^redis-conf-lint: it failed because of a mistake of its own \(TypeError\); please report it\n$/);
  });

  it('takes a reader that stops early for none of its failures', () => {
    const { out, err } = bash('set -o pipefail; $LINT --list-rules | head -1; echo $PIPESTATUS');
    assert.match(out, /^[a-z]+\n0\n$/);
    assert.equal(err, '');
  });

  for (const columns of [0, 1, 7, 5000]) {
    it(`fits a terminal of ${columns} columns`, function () {
      if (spawnSync('script', ['--version']).status !== 0)
        return skipFor(this, 'no terminal can be had: install script');
      const { code, out } = bash(`script -qec "stty cols ${columns}; $LINT redis.conf" /dev/null < /dev/null`);
      assert.match(out, FOUND);
      assert.doesNotMatch(out, /\n\s+at /);
      assert.equal(code, 1);
    });
  }
});
