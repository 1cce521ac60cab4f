// What the table of rules tells besides the rules themselves, seen by running each rule over its bad fixtures: whether it
// offers fixes, and for which servers it has something to say.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = '/etc/redis';
const CARETS = /^#( *)(\^*)( *)([a-z][a-z0-9-]*) \((error|warning|information|hint)\): /;
const FIX = /^# fix \((none|safe|access|data|speed)\): /;
const TARGET_COMMENT = /^\s*#\s*redis-conf-lint-target\s.*$/gm;

/**
 * @param {object} engine what core/service.ts exports
 * @param {{id: string}} rule
 * @param {string} fixtures the folder of its fixtures
 */
export function ruleFacts(engine, rule, fixtures) {
  const service = engine.createService([rule]);
  const bad = readdirSync(fixtures).filter((name) => /^bad[^.]*\.(conf|acl)(\.\w+)?$/.test(name));
  const reader = readerOf(fixtures);
  const lint = (name, text, target) => {
    const options = { profile: 'strict', severities: {} };
    const request = { path: `${FOLDER}/redis-${name}`, file: service.parse(text), reader, options };
    return service.lint(target ? { ...request, target: engine.parseTarget(target) } : request).findings;
  };
  const texts = bad.map((name) => ({ name, text: withoutCarets(readFileSync(path.join(fixtures, name), 'utf8')) }));
  const fixes = texts.flatMap(({ name, text }) => lint(name, text).flatMap((finding) => finding.fixes()));
  const speaksFor = (target) =>
    texts.some(({ name, text }) => lint(name, text.replace(TARGET_COMMENT, '#'), target).length > 0);
  const spans = [
    spanOf('Redis', engine.RELEASE_LINES.redis, (version) => speaksFor(`redis-${version}`)),
    spanOf('Valkey', engine.RELEASE_LINES.valkey, (version) => speaksFor(`valkey-${version}`)),
  ].filter((span) => span !== undefined);
  return { fix: fixWord(fixes), versions: spans.join(', ') === 'Redis, Valkey' ? 'all' : spans.join(', ') };
}

function fixWord(fixes) {
  if (fixes.length === 0) return '';
  return fixes.some(({ effect }) => effect === 'none' || effect === 'safe') ? 'safe' : 'review';
}

/** `Redis`, `Redis 7.0+`, `Redis to 6.2`, `Redis 6.0 to 6.2`; undefined where it never speaks. */
function spanOf(product, versions, speaks) {
  const spoken = versions.filter(speaks);
  const [first] = spoken;
  const last = spoken.at(-1);
  if (first === undefined) return undefined;
  const from = first === versions[0] ? '' : ` ${first}`;
  if (last === versions.at(-1)) return `${product}${from}${from ? '+' : ''}`;
  return first === last ? `${product} ${first}` : `${product}${from} to ${last}`;
}

function withoutCarets(text) {
  return text
    .split('\n')
    .filter((line) => !CARETS.test(line) && !FIX.test(line))
    .join('\n');
}

function readerOf(fixtures) {
  const onDisk = (virtual) => path.join(fixtures, path.posix.relative(FOLDER, virtual));
  const attempt = (read) => {
    try {
      return read();
    } catch {
      return { status: 'missing' };
    }
  };
  return {
    readFile: (file) => attempt(() => ({ status: 'found', text: withoutCarets(readFileSync(onDisk(file), 'utf8')) })),
    listFolder: (folder) => attempt(() => ({ status: 'found', names: readdirSync(onDisk(folder)) })),
  };
}
