import assert from 'node:assert/strict';
import { readArguments } from '../../server/src/core/directives/arguments/read-arguments.js';
import { catalogFor, type DirectiveName } from '../../server/src/core/directives/catalog.js';
import { parseTarget } from '../../server/src/core/service.js';

/** Directive, its arguments, the server, and what CONFIG GET shows; in brackets: the code it is refused with. */
const TABLE: readonly (readonly [DirectiveName, readonly string[], string, string])[] = [
  ['appendonly', ['YES'], 'redis-7.0.15', 'yes'],
  ['appendonly', ['true'], 'redis-7.0.15', '[not-boolean]'],
  ['loglevel', ['Notice\0x'], 'redis-7.0.15', 'notice'],
  ['loglevel', ['nothing'], 'redis-7.0.15', '[not-in-enum]'],
  ['loglevel', ['nothing'], 'redis-7.2.6', 'nothing'],
  ['timeout', ['007'], 'redis-7.0.15', '[not-integer]'],
  ['timeout', ['+1'], 'redis-7.0.15', '[not-integer]'],
  ['timeout', ['9223372036854775808'], 'redis-7.0.15', '[out-of-range]'],
  ['port', ['65536'], 'redis-7.0.15', '[out-of-range]'],
  ['hz', ['1000'], 'redis-7.0.15', '500'],
  ['maxmemory', ['01GB'], 'redis-7.0.15', '1073741824'],
  ['maxmemory', ['gb'], 'redis-7.0.15', '0'],
  ['maxmemory', ['1.5gb'], 'redis-7.0.15', '[not-memory]'],
  ['maxmemory', ['1kib'], 'redis-7.0.15', '[not-memory]'],
  ['maxmemory', ['18446744073709551615gb'], 'redis-7.0.15', '18446744072635809792'],
  ['maxmemory', ['18446744073709551615gb'], 'redis-6.2.16', '[not-memory]'],
  ['maxmemory', ['18446744073709551616'], 'valkey-8.1.1', '18446744073709551615'],
  ['maxmemory', ['18446744073709551616'], 'valkey-9.1.2', '[not-memory]'],
  ['maxmemory-clients', ['5%'], 'redis-7.0.15', '5%'],
  ['maxmemory-clients', ['101%'], 'redis-7.0.15', '[out-of-range]'],
  ['unixsocketperm', ['0644'], 'redis-7.0.15', '644'],
  ['unixsocketperm', ['rwx'], 'redis-7.0.15', '[not-octal]'],
  ['unixsocketperm', ['rwx'], 'redis-6.2.16', '0'],
  ['save', ['900', '1', '300', '10'], 'redis-7.0.15', '900 1 300 10'],
  ['save', ['900', '1', '300', '10'], 'redis-6.2.16', ''],
  ['save', ['900', 'abc'], 'redis-6.2.16', '900 0'],
  ['save', ['900', 'abc'], 'redis-7.0.15', '[invalid-value]'],
  ['save', ['1', '2147483648'], 'redis-7.0.15', '1 -2147483648'],
  ['client-output-buffer-limit', ['replica', '1kb', '0', '60'], 'redis-7.0.15', 'slave 1024 0 60'],
  ['client-output-buffer-limit', ['normal', '0', '0'], 'redis-7.0.15', '[wrong-arity]'],
  ['client-output-buffer-limit', ['master', '0', '0', '0'], 'redis-7.0.15', '[invalid-value]'],
  ['oom-score-adj-values', ['0', '200', '2001'], 'redis-7.0.15', '[invalid-value]'],
  ['latency-tracking-info-percentiles', ['50', '99.9', '0x10'], 'redis-7.0.15', '50 99.9 16'],
  ['latency-tracking-info-percentiles', ['0x10'], 'valkey-9.1.2', '[invalid-value]'],
  ['notify-keyspace-events', ['KEA'], 'redis-7.0.15', 'AKE'],
  ['notify-keyspace-events', ['Kn'], 'redis-6.2.16', '[invalid-value]'],
  ['shutdown-on-sigterm', ['force', 'default', 'now'], 'redis-7.0.15', 'now force'],
  ['shutdown-on-sigterm', ['save', 'nosave'], 'redis-7.0.15', '[invalid-value]'],
  ['replicaof', ['No', 'One'], 'redis-7.0.15', ''],
  ['replicaof', ['10.0.0.1', '6379x'], 'redis-7.0.15', '[invalid-value]'],
  ['bind', [], 'redis-7.0.15', ''],
  ['bind', [], 'redis-6.2.16', '[wrong-arity]'],
  ['dbfilename', ['a/b'], 'redis-7.0.15', '[path-in-file-name]'],
  ['dbfilename', [''], 'valkey-8.0.1', '[invalid-value]'],
  ['proc-title-template', ['{title} {port}'], 'redis-7.0.15', '{title} {port}'],
  ['proc-title-template', ['{title}'], 'redis-7.0.15', '[invalid-value]'],
  ['list-max-ziplist-entries', ['anything'], 'redis-7.0.15', ''],
  ['requirepass', ['a\0b'], 'redis-7.0.15', 'a\0b'],
  ['logfile', ['a\0b'], 'redis-7.0.15', 'a'],
  ['maxmemory', ['1.5gb'], 'redis-5.0', '0'],
  ['maxmemory', ['18446744073709551615gb'], 'redis-8.10', '18446744073709551615'],
  ['maxmemory', ['17179869184gb'], 'redis-8.8', '0'],
  ['io-threads', ['64'], 'valkey-8.0', '16'],
  ['io-threads', ['64'], 'valkey-8.1', '64'],
  ['io-threads', ['64'], 'redis-8.0', '64'],
  ['io-threads', ['200'], 'redis-8.0', '[out-of-range]'],
  ['client-output-buffer-limit', ['replica', '0', '0', '0'], 'redis-4.0', '[not-in-enum]'],
  ['notify-keyspace-events', ['g$lshzxetdKa'], 'redis-8.8', 'AK'],
  ['notify-keyspace-events', ['g$lshzxetdK'], 'redis-8.8', 'g$lshzxetdK'],
];

describe('values', () => {
  for (const [name, args, server, expected] of TABLE) {
    it(`${server}: ${name} ${args.map((arg) => JSON.stringify(arg)).join(' ')} gives ${JSON.stringify(expected)}`, () => {
      const target = parseTarget(server);
      const directive = target && catalogFor(target).directive(name);
      assert.ok(target && directive, `${server} has no ${name}`);
      const reading = readArguments(directive, args, target);
      assert.equal('problem' in reading ? `[${reading.problem.code}]` : reading.shown, expected);
    });
  }
});
