import assert from 'node:assert/strict';
import { classifyAddress } from '../../../server/src/core/config/meaning/address-reach.js';
import { clashOf, readBindAddress } from '../../../server/src/core/config/meaning/bind-address.js';

/** What redis-server 7.0.15 made of each word, alone in `bind`, on a machine with 127.0.0.1, ::1 and 10.0.0.5. */
describe('a word of bind', () => {
  const cases: readonly (readonly [word: string, means: string])[] = [
    ['127.0.0.1', 'IPv4 127.0.0.1'],
    ['-127.0.0.1', 'IPv4 127.0.0.1'],
    ['127.1', 'IPv4 127.0.0.1'],
    ['0x7f.0.0.1', 'IPv4 127.0.0.1'],
    ['0177.0.0.1', 'IPv4 127.0.0.1'],
    ['2130706433', 'IPv4 127.0.0.1'],
    ['10.5', 'IPv4 10.0.0.5'],
    ['010.0.0.5', 'IPv4 8.0.0.5'],
    ['localhost', 'IPv4 127.0.0.1'],
    ['LOCALHOST', 'IPv4 127.0.0.1'],
    ['0:0:0:0:0:0:0:1', 'IPv6 ::1'],
    ['fe80::1%eth0', 'IPv6 fe80::1%eth0'],
    ['fe80::1%eth0.100', 'IPv6 fe80::1%eth0.100'],
    ['::127.0.0.1', 'IPv6 ::7f00:1'],
    ['*', 'any IPv4'],
    ['-*', 'any IPv4'],
    ['0', 'any IPv4'],
    ['0.0.0.0', 'any IPv4'],
    ['::*', 'any IPv6'],
    ['::', 'any IPv6'],
    ['::0', 'any IPv6'],
    ['::0.0.0.0', 'any IPv6'],
    ['0:0:0:0:0:0:0:0', 'any IPv6'],
    ['redis.example.com', 'name'],
    ['eth0', 'name'],
    ['redis_1', 'name'],
    ['', 'malformed: empty'],
    ['-', 'malformed: empty'],
    ['10.0.0.0/8', 'malformed: network'],
    ['-10.0.0.0/8', 'malformed: network'],
    ['fd00::/8', 'malformed: network'],
    ['10.0.0.5,127.0.0.1', 'malformed: list'],
    ['127.0.0.1;', 'malformed: list'],
    ['127.0.0.1:6379', 'malformed: port'],
    ['localhost:6379', 'malformed: port'],
    ['[::1]', 'malformed: brackets'],
    ['[::1]:6379', 'malformed: brackets'],
    ['[::]', 'malformed: brackets'],
    ['http://127.0.0.1', 'malformed: url'],
    ['10.0.0.256', 'malformed: no-address'],
    ['1.2.3.4.5', 'malformed: no-address'],
    ['10.0.0.*', 'malformed: no-address'],
    ['--127.0.0.1', 'malformed: no-address'],
    ['127.0.0.1%lo', 'malformed: no-address'],
    [':::1', 'malformed: no-address'],
    ['::ffff:127.0.0.1', 'malformed: mapped'],
  ];
  for (const [word, means] of cases) it(`"${word}" is ${means}`, () => assert.equal(inWords(word), means));
});

function inWords(word: string): string {
  const read = readBindAddress(word);
  if (read.kind === 'any') return `any ${read.family}`;
  if (read.kind === 'address') return `${read.family} ${read.address}`;
  return read.kind === 'malformed' ? `malformed: ${read.fault}` : read.kind;
}

/** The second of two fails to listen: `Address already in use`. */
describe('two words of bind', () => {
  const cases: readonly (readonly [a: string, b: string, clash: string | undefined])[] = [
    ['127.0.0.1', '127.1', 'same'],
    ['127.0.0.1', '-127.0.0.1', 'same'],
    ['localhost', '127.0.0.1', 'same'],
    ['::1', '0:0:0:0:0:0:0:1', 'same'],
    ['*', '0.0.0.0', 'same'],
    ['::*', '::', 'same'],
    ['redis', 'REDIS', 'same'],
    ['0.0.0.0', '127.0.0.1', 'covered'],
    ['::1', '::', 'covered'],
    ['0.0.0.0', '::', undefined],
    ['*', '::1', undefined],
    ['127.0.0.1', '::1', undefined],
    ['127.0.0.1', '10.0.0.5', undefined],
    ['redis', '127.0.0.1', undefined],
  ];
  for (const [a, b, clash] of cases) {
    it(`${a} ${b}: ${clash ?? 'both'}`, () => {
      assert.equal(clashOf(readBindAddress(a), readBindAddress(b)), clash);
      assert.equal(clashOf(readBindAddress(b), readBindAddress(a)), clash);
    });
  }
});

describe('the reach of an address', () => {
  const cases: readonly (readonly [word: string, reach: string])[] = [
    ['127.9', 'loopback'],
    ['-::1', 'loopback'],
    ['10.5', 'private'],
    ['fd12::1', 'private'],
    ['fe80::1%eth0', 'private'],
    ['fe80::1%br-lan', 'private'],
    ['100.64.0.1', 'private'],
    ['0', 'public'],
    ['-::*', 'public'],
    ['203.0.113.9', 'public'],
    ['redis', 'unknown'],
    ['10.0.0.0/8', 'unknown'],
  ];
  for (const [word, reach] of cases) it(`${word}: ${reach}`, () => assert.equal(classifyAddress(word), reach));
});
