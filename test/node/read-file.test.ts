import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import type { Server } from 'node:net';
import type { FileLookup, FolderLookup } from '../../server/src/core/config/file-reader.js';
import { listFolderLater, listFolderNow, readFileLater, readFileNow } from '../../server/src/node/disk.js';
import { skipFor } from '../support/skip-for.js';
import { makePipe, makeSocket, makeSparseFile } from '../support/special-files.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const LARGEST = 10_000_000;
const MISSING = 'missing';

/** The text, or why there is none. */
function said(lookup: FileLookup | FolderLookup): string {
  if (lookup.status === 'unknown') return lookup.reason;
  if (lookup.status === 'missing') return MISSING;
  return 'text' in lookup ? `"${lookup.text.slice(0, 20)}"` : lookup.names.join(' ');
}

describe('from the disk is read', () => {
  let folder: TemporaryFolder;
  let socket: Server | undefined;

  before(async function () {
    if (process.platform === 'win32') return skipFor(this, 'Windows has no pipes and sockets among its files');
    folder = temporaryFolder();
    folder.file('in/redis.conf', 'port 1\n');
    folder.file('in/latin-1.conf', Buffer.from('# caf\xe9', 'latin1'));
    folder.file('in/bom.conf', '\ufeffport 1');
    folder.file('in/binary.conf', Buffer.from([0, 0xff, 0xfe, 0x80]));
    folder.file('in/empty.conf');
    folder.file('in/largest.conf', Buffer.alloc(LARGEST, 'x'));
    folder.file('out/secret.conf', 'requirepass x');
    folder.file('in-2/redis.conf', 'port 2\n');
    mkdirSync(folder.of('in/conf.d'));
    makeSparseFile(folder.of('in/sparse.conf'), 200_000_000);
    makeSparseFile(folder.of('in/larger.conf'), LARGEST + 1);
    makePipe(folder.of('in/pipe'));
    socket = await makeSocket(folder.of('in/socket'));
    const links = {
      'to-file': 'redis.conf',
      'to-pipe': 'pipe',
      'to-zero': '/dev/zero',
      'to-environment': '/proc/self/environ',
      'to-out': '../out/secret.conf',
      'to-nothing-out': '../out/nothing.conf',
      'to-nothing': 'nothing.conf',
      'to-itself': 'to-itself',
      'to-folder-out': '../out',
      'to-chain': 'to-out',
    };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, folder.of(`in/${name}`));
    symlinkSync('in', folder.of('in-by-another-name'));
  });
  after(() => {
    socket?.close();
    folder?.remove();
  });

  const cases: readonly (readonly [what: string, file: string, answer: string, inRoot?: string])[] = [
    ['a file', 'in/redis.conf', '"port 1\n"'],
    ['bytes beyond UTF-8, one character each', 'in/latin-1.conf', '"# caf\xe9"'],
    ['a byte order mark, which the server reads too', 'in/bom.conf', '"\ufeffport 1"'],
    ['a binary file', 'in/binary.conf', '"\0\xff\xfe\x80"'],
    ['an empty file', 'in/empty.conf', '""'],
    ['a folder, as the server does: empty', 'in/conf.d', '""'],
    ['what a link leads to', 'in/to-file', '"port 1\n"'],
    ['a file of the largest size', 'in/largest.conf', '"xxxxxxxxxxxxxxxxxxxx"'],
    ['nothing of a file that is larger', 'in/larger.conf', 'too-large'],
    ['nothing of a sparse file', 'in/sparse.conf', 'too-large'],
    ['nothing from a pipe', 'in/pipe', 'special'],
    ['nothing from a link to a pipe', 'in/to-pipe', 'special'],
    ['nothing from a socket', 'in/socket', 'special'],
    ['nothing from a device', '/dev/zero', 'special'],
    ['nothing from a link to a device', 'in/to-zero', 'special'],
    ['nothing from standard input, which has no name here', '/dev/stdin', 'special'],
    ['nothing that the kernel makes up', '/proc/self/environ', 'special'],
    ['nothing that the kernel makes up, by a link', 'in/to-environment', 'special'],
    ['nothing that the kernel makes up, by a detour', '/tmp/../proc/self/environ', 'special'],
    ['nothing of devices, be there one or not', '/sys/no/such/device', 'special'],
    ['nothing through links in a loop', 'in/to-itself', 'failed'],
    ['nothing where nothing is', 'in/nothing.conf', MISSING],
    ['nothing where a link leads to nothing', 'in/to-nothing', MISSING],
    ['nothing below a file', 'in/redis.conf/below.conf', MISSING],
    ['nothing where not even the folder is', '/srv/no/such/folder/redis.conf', MISSING],
    ['a missing folder of the project as missing', 'in/no/such/folder/redis.conf', MISSING, 'in'],
    ['a file of the project', 'in/redis.conf', '"port 1\n"', 'in'],
    ['a file of the project by another name', 'in-by-another-name/redis.conf', '"port 1\n"', 'in'],
    ['a file of a project that has another name', 'in/redis.conf', '"port 1\n"', 'in-by-another-name'],
    ['nothing outside the project', 'out/secret.conf', 'outside-root', 'in'],
    ['nothing outside the project, by going up', 'in/../out/secret.conf', 'outside-root', 'in'],
    ['nothing outside the project, by a link', 'in/to-out', 'outside-root', 'in'],
    ['nothing outside the project, by a chain of links', 'in/to-chain', 'outside-root', 'in'],
    ['nothing outside the project, by a linked folder', 'in/to-folder-out/secret.conf', 'outside-root', 'in'],
    ['nothing outside the project, be there one or not', 'out/nothing.conf', 'outside-root', 'in'],
    ['nothing outside the project, be there one or not, by a link', 'in/to-nothing-out', 'outside-root', 'in'],
    ['nothing of a neighbour whose name begins alike', 'in-2/redis.conf', 'outside-root', 'in'],
    ['nothing in a project that is not there', 'in/redis.conf', 'outside-root', 'nowhere'],
  ];
  for (const [what, file, answer, inRoot] of cases) {
    it(what, async () => {
      const path = file.startsWith('/') ? file : `${folder.path}/${file}`;
      const root = inRoot === undefined ? undefined : folder.of(inRoot);
      assert.equal(said(readFileNow(path, root)), answer, 'for those who wait');
      assert.equal(said(await readFileLater(path, root)), answer, 'for those who do not');
    });
  }

  const listings: readonly (readonly [what: string, folder: string, answer: string, inRoot?: string])[] = [
    ['the names in it', 'out', 'secret.conf'],
    ['nothing of a file', 'in/redis.conf', MISSING],
    ['nothing where nothing is', 'nowhere', MISSING],
    ['nothing of processes', '/proc/self', 'special'],
    ['nothing outside the project', 'out', 'outside-root', 'in'],
    ['nothing outside the project, by a link', 'in/to-folder-out', 'outside-root', 'in'],
  ];
  for (const [what, name, answer, inRoot] of listings) {
    it(`and of a folder ${what}`, async () => {
      const path = name.startsWith('/') ? name : folder.of(name);
      const root = inRoot === undefined ? undefined : folder.of(inRoot);
      assert.equal(said(listFolderNow(path, root)), answer);
      assert.equal(said(await listFolderLater(path, root)), answer);
    });
  }
});
