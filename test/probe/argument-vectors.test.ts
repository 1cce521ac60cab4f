import assert from 'node:assert/strict';
import path from 'node:path';
import { argumentLines } from '../../server/src/core/hosts/arguments/argument-lines.js';
import { verbatim } from '../../server/src/core/text/mapped-text.js';
import { type NetworkNamespace, openNetworkNamespace } from '../support/network-namespace.js';
import { FOREGROUND, HARNESS_LOGIN, HARNESS_USER, targetOfBinary } from '../support/real-server.js';
import { type Reply, sendCommands } from '../support/resp-client.js';
import { runServer } from '../support/run-server.js';
import { skipFor } from '../support/skip-for.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { SERVER_UNDER_TEST } from '../support/with-real-server.js';

type Vector = readonly string[];

/** Words behind the file of a server, by what is tried with them. */
const VECTORS: readonly (readonly [about: string, file: string, vector: Vector])[] = [
  ['two options', '', ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru']],
  ['an option with its value in one word', '', ['--maxmemory 10mb', '--appendonly', 'yes']],
  ['a value with a blank', '', ['--requirepass', 'a b']],
  ['two values where one may be', '', ['--requirepass', 'a', 'b']],
  ['an empty password', 'requirepass secret', ['--requirepass', '']],
  ['an option without its value', '', ['--requirepass']],
  ['an option in the place of a value', '', ['--requirepass', '--appendonly', 'yes']],
  ['a value that begins with dashes', '', ['--requirepass', '--secret', '--maxmemory', '1mb']],
  ['a value that is the name of an option', '', ['--requirepass', '--maxmemory', '--appendonly', 'yes']],
  ['save with an empty word', '', ['--save', '', '--appendonly', 'no']],
  ['save before an option', '', ['--save', '--appendonly', 'no']],
  ['save as the last word', '', ['--appendonly', 'no', '--save']],
  ['save in two words', '', ['--save', '60', '1']],
  ['save in one word', '', ['--save', '900 1 300 10']],
  ['save with quotes that nobody took away', '', ['--save', '""']],
  ['save twice', '', ['--save', '900 1', '--save', '60 10']],
  ['save behind that of the file', 'save 900 1', ['--save', '60', '1']],
  ['an empty save behind that of the file', 'save 900 1', ['--save', '']],
  ['two addresses', '', ['--bind', '127.0.0.1', '::1']],
  ['two addresses in one word', '', ['--bind', '127.0.0.1 -::1']],
  ['an address that may be missing', '', ['--bind', '-::1']],
  ['an option with one dash', '', ['-maxmemory', '1mb']],
  ['a quote in a value', '', ['--requirepass', 'a"b']],
  ['a backslash in a value', '', ['--requirepass', 'a\\b']],
  ['a line feed in a value', '', ['--requirepass', 'a\nb']],
  ['a control character in a value', '', ['--requirepass', 'a\x01b\tc']],
  ['a line feed in an option', '', ['--maxmemory 1mb\nappendonly yes']],
  ['name=value', '', ['--maxmemory=1mb']],
  ['quotes in an option', '', ['--requirepass "a b"']],
  ['an open quote in an option', '', ['--requirepass "a']],
  ['upper case', '', ['--MAXMEMORY', '1mb']],
  ['a blank behind an option', '', ['--maxmemory ', '5mb']],
  ['a user in several words', '', ['--user', 'app', 'on', '>pw', '~*', '&*', '+@all']],
  ['a user in two words', '', ['--user', 'app on >pw ~* &* +@all']],
  ['a user in one word', '', ['--user app on >pw ~* &* +@all']],
  ['a command that is renamed to nothing', '', ['--rename-command', 'CONFIG', '']],
  ['a hash in a value', '', ['--requirepass', '#abc']],
  ['a comment as an option', '', ['--#', 'x', '--maxmemory', '2mb']],
  ['dashes alone', '', ['--', '--maxmemory', '2mb']],
  ['a variable that nobody expands', '', ['--requirepass', '${REDIS_PASSWORD}']],
  ['a limit in five words', '', ['--client-output-buffer-limit', 'pubsub', '0', '0', '0']],
  ['a limit in two words', '', ['--client-output-buffer-limit', 'pubsub 0 0 0']],
  ['a replica', '', ['--replicaof', '127.0.0.1', '6400']],
  ['a file behind an option', '', ['--maxmemory', '1mb', 'other.conf']],
  ['a password that the file has too', 'requirepass fromfile', ['--requirepass', 'fromargs']],
  ['a user that the file has too', 'user a on >x', ['--user', 'a', 'on', '>y']],
  ['a password beside a user line', 'user default on nopass ~* &* +@all', ['--requirepass', 'pw']],
  ['a name that no server knows', '', ['--maxmemory', '1mb', '--badname', 'x']],
  ['--version behind others', '', ['--maxmemory', '1mb', '--version']],
  ['quotes around a password that nobody took away', '', ['--requirepass', '"secret"']],
  ['quotes around a choice that nobody took away', '', ['--appendonly', '"yes"']],
  ['quotes around an address that nobody took away', '', ['--bind', '"127.0.0.1 ::1"']],
  ['a comment that reached the server', '', ['--maxmemory', '1mb', '#', 'note']],
  ['a backslash that continues nothing', '', ['--maxmemory', '1mb', '\\', '--appendonly', 'yes']],
  ['standard input as the last word', '', ['--maxmemory', '2mb', '-']],
  ['standard input in the place of a value', '', ['--appendonly', '-']],
  ['a dash between others', '', ['--maxmemory', '2mb', '-', '--appendonly', 'yes']],
];

describe('lines that a server makes of its arguments', function () {
  this.timeout(180_000);
  const target = targetOfBinary(SERVER_UNDER_TEST);
  let network: NetworkNamespace | undefined;
  before(async function () {
    network = await openNetworkNamespace();
    if (!target || !network) skipFor(this, 'no server, or no network of its own');
  });
  after(() => network?.close());

  for (const [about, file, vector] of VECTORS) {
    it(`are ours: ${about}`, async () => {
      if (!target || !network) return;
      const folder = temporaryFolder();
      try {
        const socket = path.join(folder.path, 's');
        const words = ['--unixsocket', socket, ...HARNESS_LOGIN, ...FOREGROUND, ...vector];
        const mapped = words.map((word) => ({ text: verbatim(word, 0, word.length), fillIns: [] }));
        folder.file('given.conf', `${file}\n`);
        folder.file('other.conf', `${file}\n${argumentLines(mapped, target).text.text}\n`);
        const start = (args: Vector) => observe(folder.path, network?.wrap([SERVER_UNDER_TEST, ...args]) ?? [], socket);
        assert.deepEqual(await start(['other.conf']), await start(['given.conf', ...words]));
      } finally {
        folder.remove();
      }
    });
  }
});

/** What a server refuses, else all that it says of itself. */
async function observe(cwd: string, command: Vector, socket: string): Promise<unknown> {
  const ask = () =>
    sendCommands(socket, [
      ['AUTH', HARNESS_USER, 'any'],
      ['CONFIG', 'GET', '*'],
      ['ACL', 'LIST'],
    ]);
  const { verdict, result } = await runServer(cwd, command, ask);
  const [, settings, users] = result ?? [];
  return { ...verdict, line: undefined, settings: sortedPairs(settings), users };
}

/** The server says them in another order each time. */
function sortedPairs(reply: Reply | undefined): unknown {
  if (!Array.isArray(reply)) return reply;
  return reply.flatMap((name, index) => (index % 2 === 0 ? [`${name} ${reply[index + 1]}`] : [])).sort();
}
