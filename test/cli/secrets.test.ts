import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './cli-process.js';

/** Lines with a finding on them; `S3cr` is in every secret. */
const LINES: readonly (readonly [what: string, name: string, line: string])[] = [
  ['a password', 'redis.conf', 'requirepass S3cr-et extra'],
  ['a password of a quoted directive name', 'redis.conf', '"requirepass" "S3cr et" extra'],
  ['a misspelt directive', 'redis.conf', 'requirepas S3cr-et'],
  ['an old spelling', 'redis.conf', 'primaryauth S3cr-et extra'],
  ['quotes that do not close', 'redis.conf', 'requirepass "S3cr et'],
  ['a password after which the line goes wrong', 'redis.conf', 'masterauth S3cr-et "x'],
  ['the password of a private key', 'redis.conf', 'tls-key-file-pass S3cr-et extra'],
  ['a user', 'redis.conf', 'user app on >S3cr-et +@nosuchcategory'],
  ['a user with a quoted rule', 'redis.conf', 'user app on ">S3cr et" +@nosuchcategory'],
  ['a user line that cannot be read', 'redis.conf', 'user app on >S3cr-et "'],
  ["Sentinel's password for a primary", 'sentinel.conf', 'sentinel auth-pass unknown S3cr-et extra'],
  ["Sentinel's own password", 'sentinel.conf', 'sentinel sentinel-pass S3cr-et extra'],
  ['the address of a server where a file is named', 'redis.conf', 'dir /data\ninclude redis://:S3cr-et@db/0'],
  ['the address of a server that ends in it', 'redis.conf', 'dir /data\ninclude redis://S3cr-et@db'],
  ['an ACL file', 'users.acl', 'user app on >S3cr-et +@nosuchcategory'],
];

describe('secrets stay out of', () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.dispose());

  for (const format of ['text', 'json', 'sarif', 'github', 'junit', 'markdown']) {
    it(`reports as ${format}`, () => {
      for (const [what, name, line] of LINES) {
        const { out, err } = bench.run(['--format', format, '--stdin-filename', name, '-'], { stdin: `${line}\n` });
        assert.doesNotMatch(out + err, /S3cr/, what);
        if (format === 'text') assert.match(out, /\*{8}/, `${what}: the line is shown, masked`);
      }
    });
  }

  it('diffs, even where they are commented out', () => {
    const stdin = 'bind 127.0.0.1\n# requirepass S3cr-et\nloglevel debug\nmasterauth S3cr-et\n';
    const { out } = bench.run(['--fix-dry-run', '-'], { stdin });
    assert.match(out, /^ # requirepass \*{8}$/m);
    assert.doesNotMatch(out, /S3cr/);
  });

  it("terminals' escape sequences stay out of reports", () => {
    const { out } = bench.run(['-'], { stdin: 'x\x1b[31m\x07 y\n' });
    assert.doesNotMatch(out, /[\x1b\x07]/);
  });
});
