import assert from 'node:assert/strict';
import { startsOf } from '../../../server/src/core/service.js';
import { keepingService } from '../../support/keeping-service.js';

const service = keepingService();
const load = (text: string, path = '/srv/templates/redis.conf.j2') =>
  service.load({ path, file: service.parse(text) }).config;
/** What the server says of all that is no placeholder. */
const problemsIn = (text: string, path?: string) =>
  load(text, path).problems.flatMap(({ code }) => (code === 'placeholder' ? [] : [code]));

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
  for (const [what, text] of accepted) it(`leave open ${what}`, () => assert.deepEqual(problemsIn(text), []));

  it('are read on after a block', () => {
    assert.deepEqual(problemsIn('{% if a and\n  b %}\nmaxmemroy 1mb\n{% endif %}\n'), ['unknown-directive']);
  });

  it('hide nothing behind a stray brace in a value', () => {
    assert.deepEqual(problemsIn('requirepass a{{b\nmaxmemroy 1mb\n', '/etc/redis/redis.conf'), ['unknown-directive']);
  });

  it('start or not, which nobody can know, where the server would refuse the placeholder', () => {
    const startsWith = (text: string) => startsOf(load(text));
    assert.equal(startsWith('port {{ redis_port }}\n'), 'unknown');
    assert.equal(startsWith('{{ more }}\n'), 'unknown');
    assert.equal(startsWith('dir {{redis_dir}}\n'), 'yes');
    assert.equal(startsWith('port {{ redis_port }}\nmaxclients many\n'), 'no');
  });

  it('do not hide a listener behind a port that is not known', () => {
    const exposureOf = (text: string) => load(text, '/etc/redis/redis.conf').exposure;
    assert.deepEqual(
      ['port ${PORT}', 'port %PORT%', 'port 0\ntls-port $TLS_PORT', 'bind 0.0.0.0\nport <port>'].map(
        (text) => exposureOf(`${text}\n`).listen,
      ),
      ['public', 'public', 'public', 'public'],
    );
  });

  it('that say nothing of the network are not taken for open to it', () => {
    assert.equal(load('requirepass {{ password }}\n').exposure.listen, 'unknown');
    assert.equal(load('bind 0.0.0.0\nrequirepass {{ password }}\n').exposure.listen, 'public');
  });
});
