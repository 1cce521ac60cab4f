import assert from 'node:assert/strict';
import { effectiveValue } from '../../server/src/core/answers/effective.js';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import type { DirectiveName } from '../../server/src/core/directives/catalog.js';
import { createService, parseTarget, type ResolvedConfiguration } from '../../server/src/core/service.js';

const service = createService([]);
const FOLDER = '/etc/redis/';

function load(
  text: string,
  server = 'redis-7.0.15',
  files: Readonly<Record<string, string>> = {},
): ResolvedConfiguration {
  const target = parseTarget(server);
  const reader: FileReader = {
    readFile: (path) => {
      const found = files[path.replace(FOLDER, '')];
      return found === undefined ? { status: 'missing' } : { status: 'found', text: found };
    },
    listFolder: (path) =>
      `${path}/` === FOLDER ? { status: 'found', names: Object.keys(files) } : { status: 'missing' },
  };
  return service.load({ path: `${FOLDER}redis.conf`, file: service.parse(text), target, reader, dialect: 'server' })
    .config;
}

/** `code line`, lines from 1, in the order in which the server meets them; a question mark where it is not fatal. */
function problemsOf(config: ResolvedConfiguration): readonly string[] {
  return config.problems.map(({ code, at, isFatal }) => `${code} ${at.line + 1}${isFatal ? '' : '?'}`);
}

const shown = (config: ResolvedConfiguration, name: DirectiveName) => effectiveValue(config, name)?.value;

describe('loading', () => {
  it('lets the last line win, whatever its spelling', () => {
    const config = load('slave-read-only no\nREPLICA-READ-ONLY yes\n');
    assert.equal(shown(config, 'replica-read-only'), 'yes');
    assert.deepEqual(
      config.inForce('replica-read-only')?.overridden.map(({ line }) => line),
      [0],
    );
  });

  it('adds up save lines, and clears them with an empty word', () => {
    assert.equal(shown(load('save 900 1\nsave 60 5\n'), 'save'), '900 1 60 5');
    assert.equal(shown(load('save 900 1\nsave ""\nsave 60 5\n'), 'save'), '60 5');
  });

  it('starts save afresh in each file before Redis 7.0', () => {
    const files = { 'a.conf': 'save 60 5\n' };
    assert.equal(shown(load('save 900 1\ninclude a.conf\n', 'redis-6.2.16', files), 'save'), '60 5');
    assert.equal(shown(load('save 900 1\ninclude a.conf\n', 'redis-7.0.15', files), 'save'), '900 1 60 5');
  });

  it('starts save afresh in each line below an include line, from Redis 7.0 on', () => {
    const files = { 'a.conf': 'save 60 5\nsave 30 5\n', 'empty.conf': '' };
    const after = (text: string) => shown(load(text, 'redis-7.0.15', files), 'save');
    assert.equal(after('save 900 1\ninclude a.conf\n'), '900 1 60 5 30 5');
    assert.equal(after('save 900 1\ninclude empty.conf\ninclude a.conf\n'), '900 1 60 5 30 5');
    assert.equal(after('include a.conf\nsave 900 1\nsave 300 10\n'), '300 10');
    assert.equal(after('include none*.conf\nsave 900 1\nsave 300 10\n'), '300 10');
  });

  it('splits the one quoted argument of a multi-argument directive again, from 7.0 on', () => {
    assert.equal(shown(load('save "900 1"\n'), 'save'), '900 1');
    assert.deepEqual(problemsOf(load('bind "127.0.0.1 \'x"\nport 0\nunixsocket /run/s\n')), ['value-misread 1?']);
  });

  it('keeps unknown names in Redis 8 until a module might have claimed them', () => {
    assert.deepEqual(problemsOf(load('nosuch 1\nport x\n', 'redis-8.6.3')), ['not-integer 2', 'unknown-directive 1']);
    assert.deepEqual(problemsOf(load('nosuch 1\nloadmodule m.so\n', 'redis-8.6.3')), ['unknown-directive 1?']);
    assert.deepEqual(problemsOf(load('nosuch\n', 'redis-8.6.3')), ['unknown-directive 1']);
  });

  it('joins files that match a pattern, in the order of their bytes', () => {
    const files = { '20.conf': 'timeout 20', '5.conf': 'timeout 5\n', '.x.conf': 'timeout 1\n' };
    const config = load('include *.conf\n', 'redis-7.0.15', files);
    assert.deepEqual(problemsOf(config), ['include-glued-line 1?', 'wrong-arity 1']);
    assert.deepEqual(problemsOf(load('include *.conf\n', 'redis-6.2.16', files)), ['include-glob-unsupported 1']);
  });

  it('takes a line on after a NUL byte', () => {
    assert.deepEqual(problemsOf(load('maxmemory 1mb\0x\ntimeout 7\n')), ['nul-byte 1?', 'wrong-arity 1']);
    assert.deepEqual(problemsOf(load('# \0\ntimeout x\n')), ['nul-byte 1?']);
  });

  it('renames commands one after the other', () => {
    const text = 'rename-command GET b\nrename-command GET c\nrename-command SET b\nrename-command config|get x\n';
    assert.deepEqual(problemsOf(load(text)), ['rename-duplicate 2', 'rename-target-exists 3', 'rename-subcommand 4']);
  });

  it('leaves a line with a template placeholder open', () => {
    const config = load('port {{ port }}\nmaxmemory ${SIZE}\nnosuch @X@\n');
    assert.deepEqual(problemsOf(config), ['placeholder 1?', 'placeholder 2?', 'placeholder 3?']);
    assert.equal(shown(config, 'maxmemory'), undefined);
    assert.equal(config.inForce('port')?.isKnown, false);
  });

  it('leaves a line open that a placeholder stands in and that cannot be split', () => {
    const config = load("requirepass {{ vault['redis'] }}\ninclude {{ paths['users'] }}\n");
    assert.deepEqual(problemsOf(config), ['placeholder 1?', 'placeholder 2?']);
    assert.equal(config.inForce('requirepass')?.isKnown, false);
    assert.equal(config.inForce('port')?.isKnown, false);
  });

  it('checks the whole when all is read', () => {
    assert.deepEqual(problemsOf(load('port 0\n')), ['no-listener 1']);
    assert.deepEqual(problemsOf(load('port 6379\nbind 127.0.0.1 127.0.0.1\n')), ['bind-duplicate 2']);
    assert.deepEqual(problemsOf(load('cluster-enabled yes\nport 60000\n')), ['cluster-port-overflow 2']);
    assert.deepEqual(problemsOf(load('cluster-enabled yes\nreplicaof 10.0.0.1 1\n')), ['replicaof-in-cluster 2']);
    const tls = ['tls-certificate-missing 1', 'tls-key-missing 1', 'tls-ca-missing 1'];
    assert.deepEqual(problemsOf(load('tls-port 6380\n')), tls);
  });

  it('carries out sentinel lines in the order of their kinds', () => {
    const text = 'sentinel auth-pass m p\nsentinel monitor m localhost 6379 2\nsentinel resolve-hostnames yes\n';
    const { config } = service.load({ path: '/etc/sentinel.conf', file: service.parse(text), dialect: 'sentinel' });
    assert.deepEqual(problemsOf(config), []);
  });

  it('chooses the newest target that knows most of the names', () => {
    const targetOf = (text: string) => service.load({ path: '/x.conf', file: service.parse(text) }).deployment.target;
    assert.equal(targetOf('port 1\n').by, 'default');
    assert.equal(targetOf('availability-zone a\n').value.product, 'valkey');
    assert.equal(targetOf('availability-zone a\nlookahead 1\nkey-memory-histograms no\n').value.product, 'redis');
  });
});
