import * as fc from 'fast-check';
import type { ConfigurationCase } from './configuration-case.js';
import { fileOf } from './generate-text.js';

const LOOPBACK = ['127.0.0.1', '127.0.0.2', '127.1', '0x7f.0.0.1', '2130706433', '::1', '0:0:0:0:0:0:0:1', 'localhost'];
const PRIVATE = ['10.0.0.5', '10.5', '192.168.7.1', '10.77.0.1', 'fd00::5', 'fd77::1', 'fe80::1%eth0', '169.254.1.1'];
const PUBLIC = ['203.0.113.9', '198.51.100.7', '2001:db8::9', '100.64.0.1', '010.0.0.5'];
const EVERY = ['*', '0.0.0.0', '0', '::*', '::', '::0'];
const NAMES = ['no-such-host.invalid', 'redis_1', 'eth0'];
const WRONG = [
  '10.0.0.0/8',
  'fd00::/8',
  '10.0.0.5,127.0.0.1',
  '127.0.0.1:6379',
  '[::1]',
  '[::1]:6379',
  '10.0.0.256',
  '10.0.0.*',
  '1.2.3.4.5',
  '::ffff:10.0.0.5',
  '::ffff:127.0.0.1',
  '127.0.0.1%lo',
  '127.0.0.1;',
  'http://127.0.0.1',
  ':::1',
  '""',
  "''",
  '#comment',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LOOPBACK) },
  { weight: 6, arbitrary: fc.constantFrom(...PRIVATE) },
  { weight: 4, arbitrary: fc.constantFrom(...PUBLIC) },
  { weight: 4, arbitrary: fc.constantFrom(...EVERY) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 2, arbitrary: fc.constantFrom(...WRONG) },
);
const mark = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.constant('-') },
  { weight: 1, arbitrary: fc.constant('--') },
);
const marked = fc.tuple(mark, word).map(([optional, address]) => `${optional}${address}`);
const addresses = fc.oneof(
  { weight: 8, arbitrary: fc.array(marked, { minLength: 1, maxLength: 4 }) },
  { weight: 2, arbitrary: marked.map((address) => [address, address]) },
  { weight: 1, arbitrary: fc.constantFrom(['*', '-::*'], ['127.0.0.1', '-::1'], [], ['-'], ['""'], ['127.0.0.1 ::1']) },
);
const bind = addresses.map((words) => ['bind', ...words].join(' '));

const GUARDS = [
  'protected-mode yes',
  'protected-mode no',
  'requirepass secret',
  'requirepass ""',
  'user default on nopass ~* &* +@all',
  'user default on nopass ~* &* +@all -ping',
  'user default on >secret ~* &* +@all',
  'user default off nopass ~* &* +@all',
  'user default on ~* &* +@all',
  'user default on nopass',
  'user app on nopass ~* &* +@all',
  'aclfile users.acl',
];
const PORTS = ['port 6379', 'port 7000', 'port 0', 'port 80', 'port 6379\nport 7001'];

/** Exactly these may be given to a server although they name a place of the machine: they lead nowhere else. */
export const SOCKET_LINES: readonly string[] = [
  'unixsocket own.sock',
  'unixsocket "own.sock"',
  'unixsocket ""',
  'unixsocket no-such-folder/own.sock',
  `unixsocket ${'x'.repeat(107)}`,
  `unixsocket ${'x'.repeat(108)}`,
  'unixsocket data',
];

const line = fc.oneof(
  { weight: 6, arbitrary: bind },
  { weight: 5, arbitrary: fc.constantFrom(...GUARDS) },
  { weight: 2, arbitrary: fc.constantFrom(...PORTS) },
  { weight: 1, arbitrary: fc.constantFrom(...SOCKET_LINES, 'unixsocketperm 700') },
);

const ACL_FILES = [
  '',
  'user default on nopass ~* &* +@all\n',
  'user default on >secret ~* &* +@all\n',
  'user app on\n',
];

const isSentinel = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

/** Who can reach a server and what protects it: every way to name addresses, on a machine that has them. */
export const networkCases: fc.Arbitrary<ConfigurationCase> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 5 }).chain(fileOf), fc.constantFrom(...ACL_FILES), isSentinel)
  .map(([text, users, sentinel]) => ({
    text,
    files: { 'users.acl': users, 'data/a.conf': '' },
    isSentinel: sentinel,
    isVisited: true,
  }));
