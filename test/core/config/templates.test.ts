import assert from 'node:assert/strict';
import { createService } from '../../../server/src/core/service.js';

const service = createService();
const load = (text: string, path = '/srv/templates/redis.conf.j2') =>
  service.load({ path, file: service.parse(text) }).config;

describe('templates', () => {
  const accepted: readonly (readonly [what: string, text: string])[] = [
    ['a placeholder in a number', 'port {{ redis_port }}\n'],
    ['a placeholder with blanks and quotes', 'requirepass {{ secret "the password" }}\n'],
    ['a variable of the shell', 'maxmemory ${MAXMEMORY}\n'],
    ['a mark of configure scripts', 'dir @REDIS_DIR@\n'],
    [
      'a block over several lines',
      '{% if a is defined and\n      a in ["no", "yes"] %}\ndaemonize {{ a }}\n{% endif %}\n',
    ],
    ['a comment of the template engine over several lines', '{# what\n  it "is"about\n#}\nport 6379\n'],
  ];
  for (const [what, text] of accepted) it(`leave open ${what}`, () => assert.deepEqual(load(text).problems, []));

  it('are read on after a block', () => {
    const { problems } = load('{% if a and\n  b %}\nmaxmemroy 1mb\n{% endif %}\n');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unknown-directive'],
    );
  });

  it('hide nothing behind a stray brace in a value', () => {
    const { problems } = load('requirepass a{{b\nmaxmemroy 1mb\n', '/etc/redis/redis.conf');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unknown-directive'],
    );
  });

  it('that say nothing of the network are not taken for open to it', () => {
    assert.equal(load('requirepass {{ password }}\n').exposure.listen, 'unknown');
    assert.equal(load('bind 0.0.0.0\nrequirepass {{ password }}\n').exposure.listen, 'public');
  });
});
