import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { lintFiles } from '../../server/src/cli/lint-files.js';
import { createService } from '../../server/src/core/service.js';
import { connectInMemory } from '../support/lsp-client.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

/** The files of a project, in the order in which they are named and opened; of what is not, the size in bytes. */
type Files = Readonly<Record<string, string | number>>;

const SECRET = 'requirepass 1f0c7a5b9d3e8426\n';

/** Whoever looks at a project sees the same: in a terminal, in a pipeline, in an editor that has its files open. */
describe('the command line and the language server say the same of', () => {
  const projects: readonly (readonly [what: string, files: Files])[] = [
    ['one file', { 'redis.conf': 'bind 0.0.0.0\nmaxmemroy 1gb\n' }],
    ['a file and its part', { 'redis.conf': `${SECRET}include net.conf\n`, 'net.conf': 'bind 0.0.0.0\nport x\n' }],
    ['a part and its file', { 'net.conf': 'bind 0.0.0.0\nport x\n', 'redis.conf': `${SECRET}include net.conf\n` }],
    [
      'parts of parts',
      { 'redis.conf': 'include a.conf\n', 'a.conf': 'include b.conf\nport x\n', 'b.conf': `${SECRET}bind 0.0.0.0\n` },
    ],
    [
      'two configurations with a common part',
      {
        'one.conf': `${SECRET}include common.conf\n`,
        'two.conf': 'include common.conf\n',
        'common.conf': 'bind 0.0.0.0\nprotected-mode no\nmaxmemroy 1gb\n',
      },
    ],
    ['files that include each other', { 'a.conf': 'include b.conf\nport x\n', 'b.conf': 'include a.conf\nport y\n' }],
    [
      'a list of users that is called otherwise',
      { 'users.list': 'user default on nopass ~* +@all\n', 'redis.conf': 'bind 0.0.0.0\naclfile users.list\n' },
    ],
    [
      'a list of users that is called a configuration',
      { 'redis.conf': 'bind 0.0.0.0\naclfile users.conf\n', 'users.conf': 'user app on nopass ~* +@all\n# note\n' },
    ],
    ['a list of users alone', { 'users.acl': 'user default on nopass ~* +@all\n' }],
    ['a configuration that is called a list of users', { 'redis.acl': 'port x\nappendonly yes\n' }],
    [
      'a part that is not what its name says',
      { 'redis.conf': 'port 6379\ninclude sentinel-common.conf\n', 'sentinel-common.conf': 'maxmemory 1gb\nsave x\n' },
    ],
    [
      'what is included after the folder was changed',
      { 'redis.conf': 'dir sub\ninclude net.conf\n', 'sub/net.conf': 'port x\n' },
    ],
    ["a folder in a file's place", { 'redis.conf': 'include conf.d\naclfile conf.d\n', 'conf.d/a.conf': 'port x\n' }],
    ['a file that is too large', { 'redis.conf': 'bind 0.0.0.0\ninclude large.conf\n', 'large.conf': 20_000_000 }],
    [
      'a configuration that the project ignores, and its part',
      {
        '.redis-conf-lint.json': '{ "ignore": ["old.conf"] }\n',
        'old.conf': `${SECRET}include net.conf\n`,
        'net.conf': 'bind 0.0.0.0\nprotected-mode no\n',
      },
    ],
  ];

  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
    // A project of its own, for both.
    folder.file('.git/HEAD');
  });
  afterEach(() => folder.remove());

  for (const [what, files] of projects) {
    it(what, async () => {
      for (const [name, content] of Object.entries(files)) {
        const path = folder.file(name, typeof content === 'string' ? content : '');
        if (typeof content === 'number') truncateSync(path, content);
      }
      const named = Object.keys(files).filter((name) => !name.startsWith('.') && typeof files[name] === 'string');
      const told = onCommandLine(folder, named);
      assert.notDeepEqual(told, {});
      assert.deepEqual(await inEditor(folder, named, files), told);
    });
  }
});

/** `rule severity line:column`, sorted, by file; files without any are left out. */
type Reports = Readonly<Record<string, readonly string[]>>;

function onCommandLine({ path, of }: TemporaryFolder, names: readonly string[]): Reports {
  const settings = {
    target: undefined,
    as: undefined,
    options: {},
    followsOutside: false,
    showPath: (file: string) => file.slice(path.length + 1),
    isNamed: () => true,
    currentFolder: path,
  };
  const { files, failures } = lintFiles(createService(), names.map(of), settings);
  assert.deepEqual(failures, []);
  return reportsOf(
    files.map((file) => [
      file.path,
      file.findings.map(
        ({ rule, severity, at, message }) => `${rule} ${severity} ${at.line}:${at.at.start} ${message}`,
      ),
    ]),
  );
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

async function inEditor({ path, of }: TemporaryFolder, names: readonly string[], files: Files): Promise<Reports> {
  const uriOf = (name: string) => pathToFileURL(of(name)).href;
  const client = await connectInMemory({ folders: [pathToFileURL(path).href] });
  for (const name of names)
    client.open(uriOf(name), String(files[name]), name.endsWith('.acl') ? 'redis-acl' : 'redis-conf');
  const found: (readonly [string, readonly string[]])[] = [];
  for (const name of names) {
    const diagnostics = await client.diagnostics(uriOf(name));
    found.push([
      name,
      diagnostics.map(
        ({ code, severity = 1, range: { start }, message }) =>
          `${code} ${SEVERITIES[severity]} ${start.line}:${start.character} ${message}`,
      ),
    ]);
  }
  client.dispose();
  return reportsOf(found);
}

function reportsOf(found: readonly (readonly [string, readonly string[]])[]): Reports {
  return Object.fromEntries(
    found.filter(([, lines]) => lines.length > 0).map(([name, lines]) => [name, [...lines].sort()]),
  );
}
