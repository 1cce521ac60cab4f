import assert from 'node:assert/strict';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import { NEWEST_PATCH, type Product, parseTarget } from '../../server/src/core/directives/target.js';
import {
  nearestSafeRelease,
  VULNERABILITIES,
  type Vulnerability,
  vulnerabilitiesOf,
} from '../../server/src/core/directives/vulnerabilities.js';
import { openVulnerabilities } from '../../server/src/core/rules/building-blocks/open-vulnerabilities.js';
import { versionVulnerable } from '../../server/src/core/rules/version-vulnerable.js';
import { createLoadCache, createService } from '../../server/src/core/service.js';

const service = createService();
const cache = createLoadCache();
const PRODUCTS: readonly Product[] = ['redis', 'valkey'];

function targetOf(id: string) {
  const target = parseTarget(id);
  assert.ok(target, id);
  return target;
}

/** The vulnerabilities that are open for a target's configuration. */
function openIn(text: string, id: string, { dialect }: Vulnerability): readonly string[] {
  const path = `/etc/redis/${dialect ?? 'redis'}.conf`;
  const { config } = service.load({
    path,
    file: service.parse(text),
    target: targetOf(id),
    dialect: dialect ?? 'server',
    cache,
  });
  return openVulnerabilities(config).map(({ vulnerability }) => vulnerability.id);
}

/** The release before a fixed one, and the fixed one: `redis-7.4.5`, `redis-7.4.6`. */
function releasesAround(product: Product, fixed: string): readonly [string, string] {
  const [line, patch] = [fixed.slice(0, fixed.lastIndexOf('.')), Number(fixed.slice(fixed.lastIndexOf('.') + 1))];
  return [`${product}-${line}.${patch - 1}`, `${product}-${fixed}`];
}

/** What a directive says where it does not close a vulnerability. */
const OPENING: Readonly<Record<string, string>> = {
  'tls-port': '6380',
  'rdma-port': '6381',
  'maxmemory-clients': '5%',
  'replica-read-only': 'no',
  'tls-auth-clients-user': 'CN',
  'tls-cluster': 'no',
};
const SETTING: Readonly<Record<string, string>> = {
  unixsocket: '/run/redis/redis.sock',
  replicaof: '10.0.0.6 6379',
  loadmodule: '/usr/lib/redis/modules/rejson.so',
};
const USER = 'user app on >3f6c1b0d5e8a49727c1d0b9e6f3a5c28 ~app:* +@all\n';

/** A configuration in which everything that a vulnerability needs is there. */
function exposed({ onlyIfValue, onlyIfSet, unlessValue, needs }: Vulnerability): string {
  const lines = ['bind 10.0.0.5', 'requirepass 3f6c1b0d5e8a49727c1d0b9e6f3a5c28'];
  if (onlyIfValue) lines.push(`${onlyIfValue.name} ${onlyIfValue.value}`);
  if (onlyIfSet) lines.push(`${onlyIfSet} ${SETTING[onlyIfSet]}`);
  if (unlessValue) lines.push(`${unlessValue.name} ${OPENING[unlessValue.name]}`);
  return `${lines.join('\n')}\n${needs ? USER : ''}`;
}

/** The ways in which a configuration closes it: each alone is enough. */
function mitigations(vulnerability: Vulnerability): readonly string[] {
  const { commands, network, needs, unlessValue, onlyIfValue, onlyIfSet, unlessOutputLimit } = vulnerability;
  const text = exposed(vulnerability);
  const denied = commands?.map((command) => `-${command.split('|')[0]}`).join(' ');
  const withoutUsers = text.replace(/^(requirepass|user) .*\n/gm, '');
  return [
    ...(denied ? [`${withoutUsers}user default on >x ~* &* +@all ${denied}\n`] : []),
    ...(network ? [text.replace('bind 10.0.0.5', 'bind 127.0.0.1')] : []),
    ...(needs ? [text.replace(USER, '')] : []),
    ...(unlessValue ? [`${text}${unlessValue.name} ${unlessValue.value}\n`] : []),
    ...(onlyIfValue ? [text.replace(`${onlyIfValue.name} ${onlyIfValue.value}\n`, '')] : []),
    ...(onlyIfSet ? [text.replace(new RegExp(`^${onlyIfSet} .*\\n`, 'm'), '')] : []),
    ...(unlessOutputLimit ? [`${text}client-output-buffer-limit ${unlessOutputLimit} 256mb 64mb 60\n`] : []),
  ];
}

/** A release with it, and the first one of its line without it, if there is one. */
interface Around {
  readonly open: string;
  readonly closed: string | undefined;
}

function releasesOf({ fixed, unfixed }: Vulnerability): readonly Around[] {
  return PRODUCTS.flatMap((product) => [
    ...(fixed[product] ?? []).map((release) => {
      const [open, closed] = releasesAround(product, release);
      return { open, closed };
    }),
    ...(unfixed?.[product] ?? []).map((line) => ({ open: `${product}-${line}`, closed: undefined })),
  ]);
}

/** Whether a release has what a configuration needs to be open to it: RDMA came with Valkey 8.1. */
const isWithoutValue = ({ unlessValue }: Vulnerability, id: string): boolean =>
  unlessValue?.name === 'rdma-port' && id.startsWith('valkey-8.0');

for (const vulnerability of VULNERABILITIES) {
  const { id, what } = vulnerability;
  describe(`${id} (${what})`, () => {
    for (const { open, closed } of releasesOf(vulnerability)) {
      if (!isWithoutValue(vulnerability, open)) {
        it(`is open in ${open}`, () => assert.ok(openIn(exposed(vulnerability), open, vulnerability).includes(id)));
      }
      if (closed) {
        it(`is closed in ${closed}`, () =>
          assert.ok(!openIn(exposed(vulnerability), closed, vulnerability).includes(id)));
      }
      mitigations(vulnerability).forEach((text, index) => {
        if (text.includes('user default') && /-[1-5]\./.test(open)) return;
        it(`is closed in ${open} by what the file says (${index + 1})`, () =>
          assert.ok(!openIn(text, open, vulnerability).includes(id), text));
      });
    }
  });
}

describe('the table of vulnerabilities', () => {
  it('has one for every id', () => assert.equal(new Set(VULNERABILITIES.map(({ id }) => id)).size, 59));

  it('knows of none before the release that brought it', () =>
    assert.deepEqual(
      ['redis-7.0.7', 'redis-7.0.8'].map((id) =>
        vulnerabilitiesOf(targetOf(id)).some(({ vulnerability }) => vulnerability.id === 'CVE-2023-28425'),
      ),
      [false, true],
    ));
});

describe('the release to move to', () => {
  const cases: readonly (readonly [from: string, to: string | undefined])[] = [
    ['redis-5.0', '6.2.24'],
    ['redis-6.0.20', '6.2.24'],
    ['redis-6.2.16', '6.2.24'],
    ['redis-7.0.15', '7.2.16'],
    ['redis-7.4.1', '7.4.11'],
    ['redis-8.0.6', '8.2.10'],
    ['redis-8.0', '8.2.10'],
    ['redis-8.10.0', '8.10.2'],
    ['valkey-7.2.7', '7.2.14'],
    ['valkey-9.0.2', '9.0.6'],
    ['valkey-9.1.1', '9.1.2'],
  ];
  for (const [from, to] of cases) {
    it(`from ${from} is ${to}`, () => assert.equal(nearestSafeRelease(targetOf(from)), to));
  }

  it('is open to nothing, whatever is open before', () => {
    const releases = VULNERABILITIES.flatMap(releasesOf).map(({ open }) => targetOf(open));
    for (const target of releases) {
      const release = nearestSafeRelease(target);
      assert.deepEqual(vulnerabilitiesOf(targetOf(`${target.product}-${release}`)), []);
    }
  });
});

describe('what is said of open vulnerabilities', () => {
  const service = createService([versionVulnerable]);
  const file = service.parse('bind 10.0.0.5\n');
  const said = (id: string) =>
    service.lint({ path: '/etc/redis.conf', file, target: targetOf(id), cache }).findings.at(0);

  it('never names a release that is open itself', () => {
    assert.match(said('redis-8.0.2')?.message ?? '', /No fixed release of this line: move to 8\.2\.10\.$/);
    assert.match(said('redis-8.2.2')?.message ?? '', /Update to 8\.2\.10\.$/);
  });

  it('is information where only distributors mend the line, unless an image names the release', () => {
    const reader: FileReader = {
      readFile: (path) =>
        path === '/w/Dockerfile' ? { status: 'found', text: 'FROM redis:8.0.6\n' } : { status: 'missing' },
      listFolder: () => ({ status: 'found', names: ['Dockerfile', 'redis.conf'] }),
    };
    const file = service.parse('bind 10.0.0.5\n');
    const found = service.lint({ path: '/w/redis.conf', file, reader, root: '/w' }).findings;
    assert.deepEqual(
      [said('redis-8.0.6')?.severity, found.find(({ rule }) => rule === 'version-vulnerable')?.severity],
      ['information', 'error'],
    );
  });

  it('is short for every release', () => {
    for (const { open } of VULNERABILITIES.flatMap(releasesOf)) {
      for (const id of [open, open.replace(`.${NEWEST_PATCH}`, '')]) {
        const message = said(id)?.message ?? '';
        assert.ok(message.length <= 160, message);
      }
    }
  });
});
