import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { RULES } from '../../server/src/core/rules/index.js';
import { ROOT } from '../support/fixtures.js';
import { openWorkbench, type Workbench } from './cli-process.js';

/** A name and words that every format must escape. */
const FILE = 'a, b%.redis.conf';
const TEXT = 'bind 127.0.0.1\nmaxmemroy "<&|>" \nprot 1\n';

/** The schema leaves room for fields of later versions; this one prints none that it does not name. */
function closed(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  return 'properties' in schema && 'required' in schema ? { ...members, additionalProperties: false } : members;
}

describe('reports for machines', () => {
  let bench: Workbench;
  const report = (format: string): string => bench.run(['--format', format, FILE, 'missing.conf']).out;
  before(async () => {
    bench = await openWorkbench();
    bench.file(FILE, TEXT);
  });
  after(() => bench.dispose());

  it('SARIF: every result names a rule of the driver, a place and a fingerprint of its own', () => {
    const log: Log = JSON.parse(report('sarif'));
    const [run] = log.runs;
    const rules = run?.tool.driver.rules ?? [];
    const results = run?.results ?? [];
    assert.equal(log.version, '2.1.0');
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.deepEqual(new Set(rules.map(({ id }) => id)), new Set(results.map(({ ruleId }) => ruleId)));
    for (const { id, help, fullDescription, properties } of rules) {
      assert.ok(RULES.some((rule) => rule.id === id.split('/')[0]));
      assert.match(help?.markdown ?? '', /^# [a-z-]+\n/);
      assert.ok((fullDescription?.text ?? '').length > 20);
      const cwes = properties?.tags?.filter((tag) => /cwe/i.test(tag)) ?? [];
      assert.ok(cwes.every((tag) => /^external\/cwe\/cwe-\d+$/.test(tag)));
    }
    assert.ok(results.length >= 2);
    for (const { ruleId, ruleIndex = -1, level, message, locations } of results) {
      const place = locations?.[0]?.physicalLocation;
      assert.equal(rules[ruleIndex]?.id, ruleId);
      // A mild finding of a rule that may be severe is not shown as severe.
      assert.equal(rules[ruleIndex]?.defaultConfiguration?.level, level);
      assert.match(level ?? '', /^(error|warning|note)$/);
      assert.match(message.text ?? '', /\.$/);
      assert.equal(place?.artifactLocation?.uri, 'a%2C%20b%25.redis.conf');
      assert.ok((place?.region?.startLine ?? 0) >= 1 && (place?.region?.startColumn ?? 0) >= 1);
    }
    const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints?.['redisConfLint/v2']);
    assert.equal(new Set(fingerprints).size, results.length);
    assert.equal(run?.invocations?.[0]?.executionSuccessful, false);
    assert.equal(run?.invocations?.[0]?.toolExecutionNotifications?.length, 1);
  });

  it('people are shown 1000 findings a file and the number of the others, programs all', () => {
    bench.file('many.conf', Array.from({ length: 1100 }, (_, index) => `maxclients -${index + 1}\n`).join(''));
    const shownIn = (format: string) => bench.run(['--format', format, 'many.conf']).out;
    const countOf = (text: string, word: string) => text.split(word).length - 1;
    for (const format of ['text', 'github', 'junit', 'markdown']) {
      assert.match(shownIn(format), /\d more findings are not shown/, format);
    }
    assert.ok(countOf(shownIn('json'), '"rule"') >= 1100);
    assert.ok(countOf(shownIn('sarif'), '"ruleId"') >= 1100);
  });

  it('SARIF: fingerprints stay when lines move', () => {
    const of = (stdin: string) => {
      const log: Log = JSON.parse(bench.run(['--format', 'sarif', '-'], { stdin }).out);
      return log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    };
    assert.deepEqual(of(TEXT), of(`# moved\n\n${TEXT}`));
  });

  it('JSON: as its schema says, and no field that the schema does not name', () => {
    const schema: unknown = JSON.parse(readFileSync(path.join(ROOT, 'schemas/findings.schema.json'), 'utf8'));
    const document: unknown = JSON.parse(report('json'));
    const validate = new Ajv({ allErrors: true }).compile(closed(schema) as object);
    assert.ok(validate(document), JSON.stringify(validate.errors, null, 2));
    assert.equal(validate({ ...(document as object), version: 1 }), false);
  });

  it('GitHub: a workflow command a finding, properties escaped', () => {
    const lines = report('github').trimEnd().split('\n');
    for (const line of lines) assert.match(line, /^::(error|warning|notice) file=[^:]+::.+$/);
    assert.match(
      lines.join('\n'),
      /^::error file=a%2C b%25\.redis\.conf,line=2,col=1,endColumn=10,title=syntax-unknown/m,
    );
    assert.match(lines.join('\n'), /^::error file=missing\.conf,title=not read::/m);
  });

  it('JUnit: as many cases as it counts, nothing unescaped', () => {
    const xml = report('junit');
    const total = Number(/<testsuites [^>]*tests="(\d+)"/.exec(xml)?.[1]);
    assert.equal(xml.match(/<testcase /g)?.length, total);
    assert.equal(xml.match(/<testsuite /g)?.length, 2);
    assert.doesNotMatch(xml, /&(?!(amp|lt|gt|quot);)/);
  });

  it('Markdown: a table a file, cells escaped', () => {
    const text = report('markdown');
    assert.match(text, /^## `a, b%\.redis\.conf`$/m);
    for (const row of text.split('\n').filter((line) => line.startsWith('|'))) {
      assert.equal(row.replaceAll('\\|', '').match(/\|/g)?.length, 5, row);
    }
  });
});
