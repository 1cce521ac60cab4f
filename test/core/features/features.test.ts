import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { DIRECTIVE_NAMES } from '../../../server/src/core/directives/catalog.js';
import { DESCRIPTIONS, documentationOf } from '../../../server/src/core/directives/descriptions.js';
import {
  completion,
  createService,
  documentSymbols,
  fileLinks,
  foldingRanges,
  hover,
  parseTarget,
} from '../../../server/src/core/service.js';

const PATH = '/etc/redis/redis.conf';
const service = createService();
const load = (text: string, target?: string) =>
  service.load({
    path: PATH,
    file: service.parse(text),
    target: target === undefined ? undefined : parseTarget(target),
  }).config;
/** What a hover says at a place; `|` in the text marks it. */
function hoverAt(marked: string): string {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = hover(load(marked.replace('|', '')), PATH, position);
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}
function completed(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const items = completion(load(marked.replace('|', '')), PATH, position);
  return [...items]
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map(({ label }) => label);
}

describe('descriptions', () => {
  it('are whole sentences, one for every directive, with a page of the documentation', () => {
    assert.deepEqual(Object.keys(DESCRIPTIONS).sort(), [...DIRECTIVE_NAMES].sort());
    for (const name of DIRECTIVE_NAMES) {
      const { summary, security } = DESCRIPTIONS[name];
      assert.match(summary, /^\S.*\S\.$/, name);
      assert.ok(summary.length <= 160, name);
      if (security !== undefined) assert.match(security, /\.$/, name);
      assert.match(documentationOf(name), /^https:\/\//);
    }
  });
});

describe('hover', () => {
  it('says what a directive does, its type, default and versions', () => {
    const text = hoverAt('tcp-|backlog 100\n');
    assert.match(text, /^\*\*tcp-backlog\*\*\n\nHow many connections may wait/);
    assert.match(text, /Number from 0 to 2147483647; default `511`/);
    assert.match(text, /Redis 2\.8\S* and later/);
  });

  it('says what is in force and which line decided', () => {
    assert.match(hoverAt('ti|meout 1\ntimeout 2\n'), /In force: `2` \(line 2\)/);
    assert.match(hoverAt('timeout 1\n# nothing\nport| 7000\n'), /In force: `7000` \(line 3\)/);
  });

  it('never shows a secret', () => {
    for (const line of ['require|pass my-secret-word', 'requirepass my-secret|-word', 'master|auth my-secret-word'])
      assert.ok(!hoverAt(line).includes('my-secret-word'), line);
    assert.match(hoverAt('require|pass my-secret-word'), /a secret that is not shown/);
  });

  it('names the rules that check the value', () => {
    assert.match(
      hoverAt('log|level debug'),
      /\n\nRules: `log-level-debug`, `log-level-too-quiet`, `log-level-verbose`$/,
    );
  });

  it('knows other names', () => {
    assert.match(hoverAt('slave|of 10.0.0.1 6379'), /^\*\*slaveof\*\*, another name of \*\*replicaof\*\*/);
  });

  it('is silent in comments, blank lines, unknown directives and beyond the file', () => {
    for (const text of ['# port| 1', '|', 'no-such|-thing 1', 'port 1  |']) assert.equal(hoverAt(text), '', text);
    assert.equal(hover(load('port 1'), PATH, { line: 9, character: 0 }), undefined);
  });
});

describe('completion', () => {
  it('offers the directives of the target, those that are set already last', () => {
    const offered = completed('port 6379\n|\n');
    assert.ok(offered.indexOf('bind') < offered.indexOf('port'));
    assert.ok(!offered.includes('slaveof'), 'old names are not offered');
    assert.ok(!offered.includes('gopher-enabled'), 'what the target lacks is not offered');
  });

  const values: readonly (readonly [text: string, offered: readonly string[]])[] = [
    ['protected-mode |', ['no', 'yes']],
    ['PROTECTED-MODE y|', ['no', 'yes']],
    ['appendfsync |', ['always', 'everysec', 'no']],
    ['maxmemory 64|', ['64gb', '64kb', '64mb']],
    ['maxmemory |', []],
    ['logfile |', []],
    ['# protected-mode |', []],
    ['protected-mode yes |', []],
  ];
  for (const [text, offered] of values) it(`offers values: ${text}`, () => assert.deepEqual(completed(text), offered));
});

describe('outline, folding and links', () => {
  const STOCK =
    '################ NETWORK ################\n\nbind 127.0.0.1\n\n########## SECURITY ##########\n# prose\nuser app on >secret-word\n';

  it('show sections with their directives, and no secret', () => {
    const symbols = documentSymbols(service.parse(`port 1\n${STOCK}`));
    assert.deepEqual(
      symbols.map(({ name, children = [] }) => [name, ...children.map((child) => child.name)]),
      [['port'], ['NETWORK', 'bind'], ['SECURITY', 'user app']],
    );
  });

  it('fold sections', () => {
    assert.deepEqual(
      foldingRanges(service.parse(STOCK)).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [4, 7],
      ],
    );
  });

  it('lead to included files and ACL files', () => {
    const references = fileLinks(
      load('include "conf.d/net.conf"\ninclude conf.d/*.conf\naclfile /etc/redis/users.acl\n'),
      PATH,
    );
    assert.deepEqual(
      references.map(({ path, at }) => [path, at.line, at.at.start, at.at.end]),
      [
        ['/etc/redis/conf.d/net.conf', 0, 8, 25],
        ['/etc/redis/users.acl', 2, 8, 28],
      ],
    );
  });
});
