import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, Diagnostic, DocumentLink, Hover, TextEdit } from 'vscode-languageserver';
import * as yaml from 'yaml';
import type { HostFiles } from '../../server/src/lsp/host.js';
import { STATUS_REQUEST } from '../../server/src/lsp/protocol.js';
import { connectInMemory, type TestClient, testHost } from '../support/lsp-client.js';

const URI = 'file:///w/compose.yml';
const OPEN = `services:
  web:
    image: nginx:1.27
  cache:
    image: redis:7.2
    command: redis-server --appendonly yes --maxmemory 1gb
    ports:
      - "6379:6379"
`;
const UNRELATED = 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80:80"]\n';

/** A client, and how often its server has loaded the reader of YAML. */
async function connectCounting(files: Readonly<Record<string, string>> = {}, settings?: object) {
  let loads = 0;
  const found = (uri: string) => files[uri.slice('file:///w/'.length)];
  const hostFiles: HostFiles = {
    readFile: async (uri) => {
      const text = found(uri);
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: async () => ({ status: 'missing' }),
  };
  const load = () => {
    loads++;
    return yaml;
  };
  const client = await connectInMemory({
    host: { ...testHost, files: hostFiles, yaml: load },
    folders: ['file:///w'],
    initializationOptions: { settings },
  });
  return { client, loads: () => loads };
}

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => String(code));

/** The place behind a piece of the text. */
function behind(text: string, piece: string) {
  const before = text.slice(0, text.indexOf(piece) + piece.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The text after edits of one line each. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  for (const { range, newText } of [...edits].reverse()) {
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join('\n');
}

function editsIn({ edit }: CodeAction): readonly TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  return change && 'edits' in change ? (change.edits as readonly TextEdit[]) : [];
}

describe('an open document that starts a server', () => {
  const clients: TestClient[] = [];
  const open = async (uri: string, text: string, language: string, files = {}, settings?: object) => {
    const connected = await connectCounting(files, settings);
    clients.push(connected.client);
    connected.client.open(uri, text, language);
    return connected;
  };
  afterEach(() => {
    for (const client of clients.splice(0)) client.dispose();
  });

  const documents: readonly (readonly [what: string, name: string, language: string, text: string, rule: string])[] = [
    ['a compose file', 'compose.yml', 'yaml', OPEN, 'compose-port-published'],
    ['one in a language of its own', 'stack.yml', 'dockercompose', OPEN, 'compose-port-published'],
    [
      'a ConfigMap',
      'redis.yaml',
      'yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: redis\ndata:\n  redis.conf: |\n    maxmemroy 1gb\n',
      'syntax-unknown-directive',
    ],
    [
      'a unit',
      'redis.service',
      'plaintext',
      '[Service]\nExecStart=/usr/bin/redis-server --port 6379 --maxmemroy 1gb\n',
      'syntax-unknown-directive',
    ],
    [
      'a Dockerfile',
      'Dockerfile',
      'dockerfile',
      'FROM redis:7.2\nCMD ["redis-server", "--maxmemroy", "1gb"]\n',
      'syntax-unknown-directive',
    ],
  ];
  for (const [what, name, language, text, rule] of documents) {
    it(`is judged: ${what}`, async () => {
      const { client } = await open(`file:///w/${name}`, text, language);
      const diagnostics = await client.diagnostics(`file:///w/${name}`);
      assert.ok(rulesOf(diagnostics).includes(rule), `${rulesOf(diagnostics)}`);
      assert.deepEqual(client.log, []);
    });
  }

  it('is marked where its words stand', async () => {
    const { client } = await open(URI, OPEN, 'yaml');
    const port = (await client.diagnostics(URI)).find(({ code }) => code === 'compose-port-published');
    const end = behind(OPEN, '"6379:6379"');
    assert.deepEqual(port?.range, { start: { ...end, character: end.character - 11 }, end });
  });

  it('is mended by the fix that is chosen, and is judged again', async () => {
    const { client } = await open(URI, OPEN, 'yaml');
    const diagnostics = await client.diagnostics(URI);
    const shown = diagnostics.filter(({ code }) => code === 'compose-port-published');
    const [fix] = await client.actions(URI, shown);
    assert.ok(fix);
    const text = edited(OPEN, editsIn(fix));
    assert.match(text, /- "127\.0\.0\.1:6379:6379"/);
    client.change(URI, { text });
    assert.ok(!rulesOf(await client.diagnostics(URI)).includes('compose-port-published'));
    client.change(URI, { text: OPEN });
    assert.deepEqual(await client.diagnostics(URI), diagnostics);
  });

  const commented: readonly (readonly [what: string, uri: string, text: string, line: string])[] = [
    ['a line of YAML', URI, OPEN, '      # redis-conf-lint-disable-next-line compose-port-published'],
    [
      'a line of a block, within it',
      'file:///w/redis.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: redis\ndata:\n  redis.conf: |\n    maxmemroy 1gb\n    port 6379\n',
      '    # redis-conf-lint-disable-next-line syntax-unknown-directive',
    ],
  ];
  for (const [what, uri, text, line] of commented) {
    it(`takes a comment above ${what}`, async () => {
      const { client } = await open(uri, text, 'yaml');
      const shown = (await client.diagnostics(uri)).filter(({ code }) => line.endsWith(String(code)));
      const actions = await client.actions(uri, shown);
      const disable = actions.find(({ title }) => title.endsWith('on this line'));
      const [edit] = disable ? editsIn(disable) : [];
      assert.equal(edit?.newText.split(' -- ')[0], line);
      client.change(uri, { text: edited(text, edit ? [edit] : []) });
      assert.deepEqual(
        (await client.diagnostics(uri)).filter(({ code }) => code === shown[0]?.code),
        [],
      );
    });
  }

  it('is offered no comment that would be a part of a command', async () => {
    const folded =
      'services:\n  cache:\n    image: redis:7.2\n    command: >\n      redis-server\n      --maxmemroy 1gb\n      --appendonly yes\n';
    const { client } = await open(URI, folded, 'yaml');
    const shown = (await client.diagnostics(URI)).filter(({ code }) => code === 'syntax-unknown-directive');
    assert.equal(shown.length, 1);
    const titles = (await client.actions(URI, shown)).map(({ title }) => title);
    assert.ok(!titles.some((title) => title.endsWith('on this line')), `${titles}`);
  });

  it('has a status, which names the server where there are several', async () => {
    const two = `${OPEN}  sessions:\n    image: redis:7.2\n    command: redis-server --requirepass \${PASSWORD:?}\n`;
    const { client } = await open(URI, two, 'yaml');
    const status = await client.connection.sendRequest(STATUS_REQUEST, { uri: URI });
    assert.match(status?.target ?? '', /^Redis 7\.2/);
    assert.match(status?.sentence ?? '', /^(?:cache|sessions): /);
  });

  it('tells each finding once, whatever number of servers share what has to change', async () => {
    const shared =
      'x-args: &args redis-server --maxmemroy 1gb\nservices:\n  a:\n    image: redis:7.2\n    command: *args\n  b:\n    image: redis:7.2\n    command: *args\n';
    const { client } = await open(URI, shared, 'yaml');
    const diagnostics = await client.diagnostics(URI);
    const unknown = diagnostics.filter(({ code }) => code === 'syntax-unknown-directive');
    assert.equal(unknown.length, 1);
  });

  it('judges a configuration that it mounts, as the server that it starts reads it', async () => {
    const compose = `services:\n  cache:\n    image: redis:7.2\n    command: redis-server /etc/redis.conf\n    ports: ["6379:6379"]\n    volumes: ["./redis.conf:/etc/redis.conf"]\n`;
    const { client } = await open(URI, compose, 'yaml', { 'redis.conf': 'bind 0.0.0.0\n' });
    client.open('file:///w/redis.conf', 'bind 0.0.0.0\n');
    const status = await client.connection.sendRequest(STATUS_REQUEST, { uri: 'file:///w/redis.conf' });
    assert.match(status?.target ?? '', /^Redis 7\.2/);
    assert.equal(status?.targetSource, 'image');
  });

  it('is left alone where the settings leave out its kind', async () => {
    for (const embedded of [false, ['kubernetes']]) {
      const { client, loads } = await open(URI, OPEN, 'yaml', {}, { embedded });
      assert.deepEqual(await client.diagnostics(URI), []);
      assert.equal(loads(), 0);
    }
    const { client } = await open(URI, OPEN, 'yaml', {}, { embedded: ['compose'] });
    assert.notDeepEqual(await client.diagnostics(URI), []);
  });
});

describe('a document that speaks of no server', () => {
  it('loads no reader of YAML, nor asks for settings or files, until it speaks of one', async () => {
    const { client, loads } = await connectCounting();
    client.open(URI, UNRELATED, 'yaml');
    assert.deepEqual(await client.diagnostics(URI), []);
    client.change(URI, { range: { start: behind(UNRELATED, 'nginx'), end: behind(UNRELATED, 'nginx') }, text: 'x' });
    assert.deepEqual(await client.diagnostics(URI), []);
    assert.equal(loads(), 0);
    const end = behind(UNRELATED, '["80:80"]\n');
    const text = '  cache:\n    image: redis:7.2\n    ports: ["6379:6379"]\n';
    client.change(URI, { range: { start: end, end }, text });
    assert.ok(rulesOf(await client.diagnostics(URI)).includes('compose-port-published'));
    assert.ok(loads() > 0);
    client.dispose();
  });

  it('is no configuration, whatever it is asked', async () => {
    const { client, loads } = await connectCounting();
    client.open(URI, UNRELATED, 'yaml');
    const textDocument = { uri: URI };
    const position = behind(UNRELATED, 'image');
    for (const method of ['hover', 'completion', 'documentLink', 'documentSymbol', 'foldingRange']) {
      const answer = await client.connection.sendRequest(`textDocument/${method}`, { textDocument, position });
      assert.ok(answer === null || (Array.isArray(answer) && answer.length === 0), method);
    }
    assert.equal(await client.connection.sendRequest(STATUS_REQUEST, { uri: URI }), null);
    assert.equal(loads(), 0);
    client.dispose();
  });
});

describe('a document that starts a server is asked', () => {
  let client: TestClient;
  before(async () => {
    ({ client } = await connectCounting({ 'users.acl': '' }));
  });
  after(() => client.dispose());

  const ask = async <Answer>(method: string, text: string, piece: string, uri = URI): Promise<Answer> => {
    client.open(uri, text, 'yaml');
    const params = { textDocument: { uri }, position: behind(text, piece) };
    const answer = await client.connection.sendRequest<Answer>(`textDocument/${method}`, params);
    client.close(uri);
    return answer;
  };
  const complete = (text: string, piece: string, uri?: string) =>
    ask<readonly CompletionItem[]>('completion', text, piece, uri);
  const labelsOf = (items: readonly CompletionItem[]) => items.map(({ label }) => label);
  const commandOf = (command: string) => `services:\n  cache:\n    image: redis:7.2\n    command: ${command}\n`;

  it('what a word of its command means', async () => {
    const hover = await ask<Hover | null>('hover', OPEN, '--appendon');
    assert.match(JSON.stringify(hover?.contents), /appendonly/);
    const end = behind(OPEN, '--appendonly');
    assert.deepEqual(hover?.range, { start: { ...end, character: end.character - 'appendonly'.length }, end });
    const value = await ask<Hover | null>('hover', OPEN, '--appendonly ye');
    assert.deepEqual(value?.range?.end, behind(OPEN, '--appendonly yes'));
  });

  it('and answers nothing for words of its own', async () => {
    for (const piece of ['serv', 'image', 'image: redi', 'ports', '"6379', 'comman'])
      assert.equal(await ask('hover', OPEN, piece), null, piece);
  });

  const names: readonly (readonly [what: string, command: string, newText: string])[] = [
    ['a string', 'redis-server --appendonly yes --max', '--maxmemory '],
    ['a string that goes on', 'redis-server --appendonly yes -', '--maxmemory '],
    ['an element of a list', '["redis-server", "--max', '--maxmemory'],
    ['an item', '\n      - redis-server\n      - --max', '--maxmemory'],
  ];
  for (const [what, command, newText] of names) {
    it(`which option may stand in ${what}`, async () => {
      const closed = command.includes('[') ? `${command}"]` : command;
      const items = await complete(commandOf(closed), command);
      const item = items.find(({ label }) => label === '--maxmemory');
      const { textEdit } = item ?? {};
      assert.ok(textEdit && 'range' in textEdit, `${labelsOf(items).slice(0, 5)}`);
      assert.equal(textEdit.newText, newText);
      assert.ok(labelsOf(items).every((label) => label.startsWith('--')));
      const typed = /-+\w*$/.exec(command)?.[0].length ?? 0;
      assert.equal(textEdit.range.end.character - textEdit.range.start.character, typed);
    });
  }

  it('which option may stand behind a blank at the end of its command', async () => {
    const items = await complete(commandOf('redis-server --appendonly yes '), '--appendonly yes ');
    assert.ok(labelsOf(items).includes('--maxmemory'));
  });

  const values: readonly (readonly [what: string, command: string, piece: string])[] = [
    ['behind its name', 'redis-server --appendonly ', '--appendonly '],
    ['in the middle of it', 'redis-server --appendonly y', '--appendonly y'],
    ['in an element of its own', '["redis-server", "--appendonly", ""]', '"--appendonly", "'],
  ];
  for (const [what, command, piece] of values) {
    it(`which value an option takes, ${what}`, async () => {
      assert.deepEqual(labelsOf(await complete(commandOf(command), piece)).sort(), ['no', 'yes']);
    });
  }

  it('what may stand in a line of a configuration', async () => {
    const map =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: redis\ndata:\n  redis.conf: |\n    appendonly yes\n    max\n    appendfsync \n';
    const uri = 'file:///w/redis.yaml';
    const item = (await complete(map, '    max', uri)).find(({ label }) => label === 'maxmemory');
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 7, character: 4 }, end: { line: 7, character: 7 } },
      newText: 'maxmemory',
    });
    assert.deepEqual(labelsOf(await complete(map, 'appendfsync ', uri)).sort(), ['always', 'everysec', 'no']);
    for (const piece of ['met', 'data', '  name: red']) assert.deepEqual(await complete(map, piece, uri), [], piece);
  });

  it('and offers nothing in other keys', async () => {
    for (const piece of ['services', '  cache:\n    ', 'image: redis:7', 'command', '      - "63', 'web:\n    im'])
      assert.deepEqual(await complete(OPEN, piece), [], piece);
  });

  it('where the files stand that its configurations name', async () => {
    const mounts = `${commandOf('redis-server --aclfile /etc/users.acl')}    volumes: ["./users.acl:/etc/users.acl"]\n`;
    client.open(URI, mounts, 'yaml');
    const params = { textDocument: { uri: URI } };
    const links = await client.connection.sendRequest<readonly DocumentLink[]>('textDocument/documentLink', params);
    assert.deepEqual(
      links.map(({ range, target }) => [range.end, target]),
      [[behind(mounts, '/etc/users.acl'), 'file:///w/users.acl']],
    );
  });
});
