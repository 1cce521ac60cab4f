import assert from 'node:assert/strict';
import { FORMATTERS } from '../../server/src/cli/formatters/index.js';
import type { Report } from '../../server/src/cli/report.js';
import { showChanges } from '../../server/src/cli/show-changes.js';
import { createService, documentSymbols, hover, type LintResult } from '../../server/src/core/service.js';
import { codeSpan } from '../../server/src/core/text/markdown.js';
import { printable, withEscapes } from '../../server/src/core/text/printable.js';
import { reportOf } from '../support/report.js';

/** What somebody who writes a file, or names one, may want those who look at it to do. */
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['fetch an image', '![x](https://evil.example/beacon.png)'],
  ['follow a link', '[more](https://evil.example)'],
  ['follow a bare link', 'https://evil.example/x'],
  ['render HTML', '<img/src=https://evil.example/x.png>'],
  ['leave a code span', 'a`b``c```![x](https://evil.example/y.png)'],
  ['leave a cell of a table', 'a|b|![x](https://evil.example/z.png)|'],
  ['call people', '@octocat'],
  ['leave an element', ']]></failure></testcase><testcase>"&lt;'],
  ['give the runner a command', '::error::x%0A::set-output,name=a:b'],
];
/** As the server reads escapes in quotes: what cannot be typed. */
const ESCAPED: readonly (readonly [what: string, escaped: string])[] = [
  ['colour the terminal', '\\x1b[31mred\\x1b]0;title\\x07'],
  ['begin a new line', 'a\\n::error::x\\r\\nb'],
  ['ring', '\\x07\\x08\\x00'],
  ['turn the text around', 'a\u202eb\u2066c\u2069\u200f'],
  ['hide in control characters of another set', 'a\u009b31m\u0085\u2028b'],
  ['break XML', 'a\ufffe\uffffb\ud800'],
];
/** Acts on a terminal, in a log or on the direction of what follows. */
const ACTS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const SERVICE = createService();
const CONTEXT = {
  rules: [],
  paint: (_: string, text: string) => text,
  width: 120,
  showPath: (path: string) => path,
  quiet: false,
  gate: { failOn: 'error' as const, maxWarnings: undefined },
  verbose: true,
};

/** A word wherever one is shown: users, patterns, paths, hosts, masters. */
const TEXTS: readonly (readonly [name: string, text: (word: string) => string])[] = [
  [
    'users.acl',
    (word) =>
      `user ${word} on >pw-of-ours-1 ~* +@all\nuser bob on >pw-of-ours-2 ~${word} &${word} +get +select|${word}\n`,
  ],
  ['redis.conf', (word) => `user "${word}" on nopass "~${word}" +@all\ndir "${word}"\nlogfile "/tmp/${word}"\n`],
  ['redis.conf', (word) => `include "${word}"\naclfile "/x/${word}"\nreplicaof "${word}" 6379\nbind "${word}"\n`],
  ['redis.conf', (word) => `"${word}" x\n"port${word}" 1\nloglevel "${word}"\n# ${word}\nrename-command "${word}" x\n`],
  ['sentinel.conf', (word) => `sentinel monitor "${word}" 127.0.0.1 6379 1\nsentinel auth-pass "${word}" x\n`],
];

describe('what a file says does not', () => {
  for (const [what, word] of [...HOSTILE, ...ESCAPED])
    it(what, () => {
      for (const [name, text] of TEXTS) checkAll(name, text(word));
    });

  for (const [what, word] of [...HOSTILE, ...ESCAPED.map(([what, text]) => [what, unescaped(text)] as const)]) {
    it(`${what}, as the name of a file`, () =>
      checkReport(`deploy/${word}/redis.conf`, lint('redis.conf', 'port x\nloglevel debug\n')));
  }
});

describe('a code span', () => {
  for (const [text, span] of [
    ['app', '`app`'],
    ['', '`""`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    [' a ', '`  a  `'],
    ['a\nb', '`a\u240ab`'],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${span}`, () => assert.equal(codeSpan(text), span));
  }
});

describe('escapes in JSON', () => {
  it('say the same', () => {
    const value = { text: ESCAPED.map(([, text]) => unescaped(text)) };
    const json = withEscapes(JSON.stringify(value, null, 2));
    assert.doesNotMatch(json, ACTS);
    assert.deepEqual(JSON.parse(json), value);
  });
});

function unescaped(text: string): string {
  const short: Readonly<Record<string, string>> = { n: '\n', r: '\r' };
  return text.replace(/\\(?:x([0-9a-f]{2})|([nr]))/g, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? (short[letter] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function lint(name: string, text: string): LintResult {
  return SERVICE.lint({ path: `/etc/redis/${name}`, file: SERVICE.parse(text), options: { profile: 'strict' } });
}

function checkAll(name: string, text: string): void {
  const result = lint(name, text);
  const { path, file } = result.config.root;
  checkReport(path, result);
  for (const symbol of documentSymbols(file)) assert.doesNotMatch(symbol.name, ACTS);
  for (const { message, fixes } of result.findings) {
    for (const shown of [message, ...fixes().map(({ title }) => title)]) assert.doesNotMatch(shown, /[\n\r]/);
    for (const shown of [message, ...fixes().map(({ title }) => title)]) assert.doesNotMatch(shown, ACTS);
  }
  for (const [line, { text: own }] of file.lines.entries()) {
    for (const { index } of own.matchAll(/\S+/g)) {
      const contents = hover(result.config, path, { line, character: index + 1 })?.contents;
      if (contents && typeof contents === 'object' && 'value' in contents) checkMarkdown(contents.value);
    }
  }
}

function checkReport(path: string, result: LintResult): void {
  const { config, findings } = result;
  const { file, ...rest } = reportOf(result, path);
  const report: Report = { ...rest, failures: [{ path, reason: `there is no "${path}"` }] };
  const written = (format: keyof typeof FORMATTERS) => FORMATTERS[format](report, CONTEXT);
  assert.doesNotMatch(written('text'), ACTS);
  assert.doesNotMatch(
    showChanges(
      { changes: [{ before: file, path: config.root.path, text: 'port 1\n' }] },
      CONTEXT.paint,
      'masked',
    ).replaceAll('\r\n', '\n'),
    ACTS,
  );
  for (const format of ['json', 'sarif'] as const) {
    assert.doesNotMatch(written(format), ACTS);
    assert.doesNotThrow(() => JSON.parse(written(format)));
  }
  assert.doesNotMatch(written('sarif').replace(/"(?:markdown|uri)": .*/g, ''), /\]\(/);
  checkWorkflowCommands(written('github'), findings.length + 1);
  checkXml(written('junit'));
  const markdown = written('markdown');
  assert.doesNotMatch(markdown, ACTS);
  for (const row of markdown.split('\n').filter((text) => text.startsWith('|'))) {
    assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
  }
  assert.doesNotMatch(withoutCodeSpans(markdown), /@\w/);
  checkMarkdown(markdown.replace(/\[[a-z0-9-]+\]\(https:\/\/github\.com\/redis-conf-lint\/[\w./-]+\)/g, ''));
}

/** Outside of code spans nothing of the user's words is left. */
function checkMarkdown(markdown: string): void {
  const prose = withoutCodeSpans(markdown.replace(/\[Documentation\]\([^)]*\)/g, ''));
  assert.doesNotMatch(prose, /evil|octocat|(?<!\\)<|\]\(|set-output/, markdown);
}

/** As CommonMark has it: a run of backticks is closed by the next run that is as long. */
function withoutCodeSpans(text: string): string {
  let prose = '';
  for (let at = 0; at < text.length; ) {
    const fence = /^`+/.exec(text.slice(at))?.[0];
    const isEscaped = text[at - 1] === '\\';
    const closing = fence && !isEscaped ? closingOf(text, at + fence.length, fence.length) : -1;
    if (fence === undefined || closing < 0) prose += text[at++];
    else at = closing;
  }
  return prose;
}

function closingOf(text: string, from: number, length: number): number {
  for (const { 0: run, index } of text.slice(from).matchAll(/`+/g))
    if (run.length === length) return from + index + length;
  return -1;
}

function checkWorkflowCommands(text: string, count: number): void {
  const lines = text.split('\n').slice(0, -1);
  assert.equal(lines.length, count);
  assert.doesNotMatch(text.replaceAll('\n', ''), ACTS);
  for (const line of lines) assert.match(line, /^::(?:error|warning|notice) (?:\w+=[^:,]*,)*\w+=[^:,]*::(?!:)/);
}

function checkXml(text: string): void {
  assert.doesNotMatch(text, /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u);
  const rest = text
    .replace(/<\?xml [^<>]*\?>|<\/?(?:testsuites?|testcase|failure|error|system-out)(?: \w+="[^"<>]*")*\/?>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, '');
  assert.doesNotMatch(rest, /[<>&]/);
}

describe('printable text', () => {
  it('is the text itself where nothing acts', () =>
    assert.equal(printable('a "b" \u00e9 \u{1f600}\t!'), 'a "b" \u00e9 \u{1f600}\t!'));
});
