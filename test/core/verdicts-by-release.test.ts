import assert from 'node:assert/strict';
import { parseTarget } from '../../server/src/core/directives/target.js';
import { createLoadCache, createService } from '../../server/src/core/service.js';

const service = createService();
const cache = createLoadCache();

function startsOf(text: string, id: string, name = 'redis.conf'): string {
  const target = parseTarget(id);
  assert.ok(target, id);
  return service.lint({ path: `/etc/${name}`, file: service.parse(`${text}\n`), target, cache }).verdict.starts;
}

type Row = readonly [text: string, targets: readonly string[], starts: 'yes' | 'no' | 'unknown'];

/** What release notes, sources and servers that others built say; the releases of one row agree. */
const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'letters of notify-keyspace-events': [
    ['notify-keyspace-events oc', ['redis-8.0', 'valkey-9.1'], 'no'],
    ['notify-keyspace-events oc', ['redis-8.2', 'redis-8.6.3'], 'yes'],
    ['notify-keyspace-events STIVa', ['redis-8.6'], 'no'],
    ['notify-keyspace-events STIVa', ['redis-8.8', 'redis-8.10'], 'yes'],
  ],
  'names that came with a line': [
    ['prefetch-batch-max-size 16', ['redis-8.0'], 'no'],
    ['prefetch-batch-max-size 16', ['redis-8.2', 'redis-8.2.10', 'valkey-8.0'], 'yes'],
    ['io-threads-always-active yes', ['valkey-9.0'], 'no'],
    ['io-threads-always-active yes', ['valkey-9.1'], 'yes'],
    ['cluster-message-gossip-perc 10', ['valkey-9.0'], 'no'],
    ['cluster-message-gossip-perc 10', ['valkey-9.1'], 'yes'],
    ['hash-seed abc', ['valkey-9.0'], 'no'],
    ['hash-seed abc', ['valkey-9.1'], 'yes'],
    ['tls-auto-reload-interval 0', ['valkey-9.0'], 'no'],
    ['tls-auto-reload-interval 0', ['valkey-9.1'], 'yes'],
    ['cluster-config-save-behavior sync', ['valkey-9.0'], 'no'],
    ['cluster-config-save-behavior sync', ['valkey-9.1'], 'yes'],
    ['slowlog-entry-max-argc 32', ['redis-8.6'], 'no'],
    ['slowlog-entry-max-argc 32', ['redis-8.8', 'redis-8.10', 'redis-8.12'], 'yes'],
    ['lookahead 16', ['redis-8.2'], 'no'],
    ['lookahead 16', ['redis-8.4'], 'yes'],
    ['aof-load-corrupt-tail-max-size 0', ['redis-8.2'], 'no'],
    ['aof-load-corrupt-tail-max-size 0', ['redis-8.4'], 'yes'],
    ['cluster-slot-migration-max-archived-tasks 32', ['redis-8.2'], 'no'],
    ['cluster-slot-migration-max-archived-tasks 32', ['redis-8.4'], 'yes'],
    ['cluster-announce-client-port 6379', ['valkey-8.1'], 'no'],
    ['cluster-announce-client-port 6379', ['valkey-9.0'], 'yes'],
    ['cluster-databases 4', ['valkey-8.1'], 'no'],
    ['cluster-databases 4', ['valkey-9.0'], 'yes'],
    ['mptcp yes', ['valkey-8.1'], 'no'],
    ['mptcp yes', ['valkey-9.0'], 'yes'],
  ],
  'names that patches brought to older lines': [
    [
      'lua-enable-deprecated-api no',
      ['redis-6.2.16', 'redis-7.0.14', 'redis-7.2.6', 'redis-7.4.1', 'redis-8.0.3'],
      'no',
    ],
    ['lua-enable-deprecated-api no', ['redis-6.2', 'redis-6.2.24', 'redis-7.2.16', 'redis-7.4', 'redis-8.0.6'], 'yes'],
    ['lua-enable-insecure-api no', ['valkey-7.2.7', 'valkey-8.0.1', 'valkey-8.1.1', 'redis-8.2'], 'no'],
    ['lua-enable-insecure-api no', ['valkey-7.2.14', 'valkey-8.0.11', 'valkey-8.1.10', 'valkey-9.0'], 'yes'],
    ['cluster-bus-port-protected-mode no', ['redis-8.2.9', 'redis-8.4.6', 'redis-8.6.6', 'redis-8.8.2'], 'no'],
    ['cluster-bus-port-protected-mode no', ['redis-8.10.1', 'redis-7.4', 'redis-8.0'], 'no'],
    ['cluster-bus-port-protected-mode no', ['redis-8.2.10', 'redis-8.4.7', 'redis-8.6.7', 'redis-8.8.3'], 'yes'],
    ['cluster-bus-port-protected-mode no', ['redis-8.10.2', 'redis-8.10', 'redis-8.12'], 'yes'],
  ],
  'values that came with a line': [
    ['cluster-slot-stats-enabled cpu net', ['redis-8.2', 'redis-8.4', 'valkey-9.1'], 'no'],
    ['cluster-slot-stats-enabled cpu net', ['redis-8.6', 'redis-8.10'], 'yes'],
    ['cluster-slot-stats-enabled yes', ['redis-8.2', 'redis-8.4', 'redis-8.6', 'valkey-8.0'], 'yes'],
    ['cluster-slot-stats-enabled yes no', ['redis-8.2', 'valkey-8.0'], 'no'],
    ['shutdown-on-sigterm failover', ['valkey-8.1', 'redis-8.10'], 'no'],
    ['shutdown-on-sigterm failover', ['valkey-9.0', 'valkey-9.1'], 'yes'],
    ['shutdown-on-sigint safe', ['valkey-9.0', 'valkey-9.1'], 'yes'],
    ['log-format json', ['valkey-8.1', 'valkey-9.0'], 'no'],
    ['log-format json', ['valkey-9.1'], 'yes'],
    ['tls-auth-clients-user URI', ['valkey-9.0', 'redis-8.6'], 'no'],
    ['tls-auth-clients-user URI', ['valkey-9.1'], 'yes'],
    ['maxmemory-policy allkeys-lrm', ['redis-8.4'], 'no'],
    ['maxmemory-policy allkeys-lrm', ['redis-8.6', 'redis-8.10'], 'yes'],
    ['maxmemory-policy allkeys-lfu', ['redis-2.8', 'redis-3.2'], 'no'],
    ['maxmemory-policy allkeys-lfu', ['redis-4.0', 'redis-6.0', 'valkey-9.0'], 'yes'],
    ['repl-diskless-load flushdb', ['redis-8.4'], 'no'],
    ['repl-diskless-load flushdb', ['redis-8.6'], 'yes'],
    ['client-output-buffer-limit replica 1gb 0 0', ['redis-3.2', 'redis-4.0'], 'no'],
    ['client-output-buffer-limit replica 1gb 0 0', ['redis-5.0', 'valkey-7.2'], 'yes'],
    ['sanitize-dump-payload rubbish', ['valkey-8.0.1', 'valkey-8.1.1', 'valkey-7.2'], 'no'],
    ['sanitize-dump-payload rubbish', ['valkey-8.0', 'valkey-8.1.10', 'valkey-9.0.6', 'valkey-9.1'], 'yes'],
  ],
  'addresses and names that a cluster node announces': [
    ['cluster-announce-ip redis.example.com', ['redis-8.2.6', 'redis-8.4.3', 'redis-8.6.3'], 'no'],
    ['cluster-announce-ip redis.example.com', ['redis-7.4.9', 'redis-7.4', 'redis-7.2.16'], 'no'],
    ['cluster-announce-ip redis.example.com', ['redis-8.2.5', 'redis-8.2.7', 'redis-8.4', 'redis-8.6.4'], 'yes'],
    ['cluster-announce-ip redis.example.com', ['redis-8.0.6', 'redis-8.8', 'redis-8.10', 'valkey-9.1.2'], 'yes'],
    ['cluster-announce-ip "a b"', ['valkey-9.1.2', 'valkey-8.1.9', 'redis-8.10'], 'no'],
    ['cluster-announce-ip "a\\nb"', ['valkey-9.1.2'], 'no'],
    ['cluster-announce-ip "a b"', ['valkey-8.1.8', 'redis-8.0'], 'yes'],
    ['cluster-announce-ip "a b"', ['valkey-8.0.10', 'valkey-9.1.1', 'redis-7.2.14'], 'unknown'],
    [`cluster-announce-ip ${'a'.repeat(46)}`, ['valkey-9.1.2', 'redis-8.10'], 'no'],
    [`cluster-announce-ip ${'a'.repeat(45)}`, ['valkey-9.1.2', 'redis-8.10'], 'yes'],
    ['cluster-announce-ip ::1', ['redis-8.6.3', 'valkey-9.1.2'], 'yes'],
    ['cluster-announce-human-nodename "a\'b"', ['redis-8.6.3', 'valkey-9.1.2', 'redis-7.4'], 'no'],
    ['cluster-announce-human-nodename "a\'b"', ['redis-8.0.6', 'redis-7.2.6', 'valkey-8.1.1'], 'yes'],
    [`hash-seed ${'a'.repeat(257)}`, ['valkey-9.1'], 'no'],
    [`hash-seed ${'a'.repeat(256)}`, ['valkey-9.1'], 'yes'],
  ],
  'amounts of memory': [
    ['maxmemory 1.5gb', ['redis-6.0', 'redis-8.10'], 'no'],
    ['maxmemory 1.5gb', ['redis-5.0', 'redis-3.2'], 'yes'],
    ['repl-backlog-size 1.5gb', ['redis-5.0'], 'no'],
  ],
  'the protected mode of the cluster bus': [
    ['cluster-enabled yes\ncluster-bus-port-protected-mode yes', ['redis-8.6.7', 'redis-8.10'], 'no'],
    ['cluster-enabled yes\ncluster-bus-port-protected-mode no', ['redis-8.10', 'redis-8.12'], 'yes'],
    ['cluster-enabled yes', ['redis-8.10', 'redis-8.6'], 'yes'],
    ['cluster-enabled yes', ['redis-8.12'], 'unknown'],
    ['cluster-bus-port-protected-mode yes', ['redis-8.10'], 'yes'],
  ],
  'quotes within a word': [
    ['logfile "a"b', ['valkey-8.1', 'redis-8.10'], 'no'],
    ['logfile "a"b', ['valkey-9.0', 'valkey-9.1'], 'yes'],
  ],
  'what only a server that others built was seen to refuse': [
    ['array-slice-size 4096', ['redis-8.8', 'redis-8.10'], 'yes'],
    ['array-slice-size 1', ['redis-8.8', 'redis-8.10'], 'unknown'],
    ['array-slice-size 1000', ['redis-8.10'], 'unknown'],
    ['backupdirname a/b', ['redis-8.10'], 'unknown'],
    ['array-slice-size 4096', ['redis-8.6'], 'no'],
    ['backupdirname b', ['redis-8.8'], 'unknown'],
    ['backupdirname b', ['redis-8.10'], 'yes'],
    ['backupdirname b', ['redis-8.6'], 'no'],
  ],
  'what is only announced': [
    ['forkless-infrastructure-enabled yes', ['valkey-9.2'], 'unknown'],
    ['forkless-infrastructure-enabled yes', ['valkey-9.1', 'redis-8.10'], 'no'],
    ['hotkeys-top-k 5000', ['valkey-9.2'], 'unknown'],
    ['repl-compression lz4', ['valkey-9.2', 'redis-8.10'], 'unknown'],
    ['tls-groups X25519', ['redis-8.12', 'redis-8.10'], 'unknown'],
    ['tls-groups X25519', ['redis-8.6'], 'no'],
    ['role reader ~* +@read', ['valkey-9.2'], 'unknown'],
    ['role reader ~* +@read', ['valkey-9.1'], 'no'],
    ['rdbcompression lz4', ['valkey-9.2'], 'yes'],
    ['rdbcompression lz4', ['valkey-9.1', 'redis-8.10'], 'no'],
    ['appendfsync sometimes', ['valkey-9.2', 'redis-8.12'], 'unknown'],
    ['appendfsync everysek', ['valkey-9.2', 'redis-8.12'], 'no'],
  ],
  'commands in ACL rules': [
    ['user a on >b +arget +@array', ['redis-8.6', 'valkey-9.1'], 'no'],
    ['user a on >b +arget +@array', ['redis-8.8', 'redis-8.10'], 'yes'],
    ['user a on >b +backup|start', ['redis-8.6', 'valkey-9.1'], 'no'],
    ['user a on >b +backup|start', ['redis-8.8'], 'unknown'],
    ['user a on >b +backup|start', ['redis-8.10'], 'yes'],
    ['user a on >b +hgetex', ['valkey-8.1'], 'no'],
    ['user a on >b +hgetex', ['valkey-9.0', 'redis-8.0'], 'yes'],
    ['user a on >b %', ['redis-7.2.6', 'redis-7.4.1', 'valkey-7.2.7', 'valkey-8.0.1'], 'yes'],
    ['user a on >b %', ['redis-7.0.15', 'redis-7.2.7', 'redis-7.4.2', 'valkey-8.0.2', 'valkey-8.1.0'], 'no'],
  ],
  'what is opened at the start': [
    ['dbfilename .', ['redis-6.2', 'redis-7.0.15', 'valkey-9.1'], 'no'],
    ['dbfilename ..', ['redis-7.0.15'], 'no'],
    ['dbfilename .\nappendonly yes', ['redis-7.0.15'], 'yes'],
    ['cluster-config-file ""\ncluster-enabled yes', ['redis-6.2', 'redis-7.2', 'valkey-7.2'], 'no'],
    ['cluster-config-file ""', ['redis-7.2', 'valkey-7.2'], 'yes'],
    ['cluster-config-file ""', ['valkey-8.0'], 'no'],
  ],
};

for (const [what, rows] of Object.entries(TABLE)) {
  describe(what, () => {
    for (const [text, targets, starts] of rows) {
      for (const target of targets) {
        it(`${target} ${starts === 'yes' ? 'takes' : starts === 'no' ? 'refuses' : 'may refuse'} ${text.replaceAll('\n', ' / ')}`, () =>
          assert.equal(startsOf(text, target), starts));
      }
    }
  });
}

describe('a Sentinel', () => {
  const text = 'sentinel auth-pass mymaster secret\nsentinel monitor mymaster 10.0.0.5 6379 2';
  const cases: readonly (readonly [target: string, starts: string])[] = [
    ['redis-5.0', 'no'],
    ['redis-6.0', 'no'],
    ['redis-6.2', 'yes'],
    ['valkey-7.2', 'yes'],
  ];
  for (const [target, starts] of cases) {
    it(`of ${target} ${starts === 'no' ? 'carries out each line where it stands' : 'reads monitor lines first'}`, () =>
      assert.equal(startsOf(text, target, 'sentinel.conf'), starts));
  }
});
