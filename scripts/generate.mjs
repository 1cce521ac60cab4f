// npm run generate: writes everything that follows from the rules and the features: the registries, the setting of each rule in package.json,
// the tables of docs/rules/README.md, the schema of the configuration file, the paragraph of each rule's page about a
// running server. `--check` fails where something written differs from what stood there.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { withRuleSettings } from './manifest.mjs';
import { FEATURES, REGISTRY, writtenFeatures, writtenRegistry } from './registry.mjs';
import { ruleFacts } from './rule-facts.mjs';
import { rulesPage } from './rule-tables.mjs';
import {
  runningServerParagraph,
  subjectsOf,
  withRunningServer,
  writtenExceptions,
} from './running-server/paragraph.mjs';
import { writtenSchema } from './schema.mjs';

const root = path.resolve(import.meta.dirname, '..');
const changed = [];

const PAGES = 'docs/rules';
const SUBJECTS = 'scripts/running-server/rules.json';
const EXCEPTIONS = JSON.parse(read(SUBJECTS));
const RUNNING_SERVER = {
  procedures: JSON.parse(read('scripts/running-server/procedures.json')),
  directives: JSON.parse(read('scripts/running-server/directives.json')),
  facts: JSON.parse(read('server/src/core/directives/data/directives.json')).directives,
};

write(REGISTRY, writtenRegistry(root));
write(FEATURES, writtenFeatures(root));
const engine = await loadEngine();
const { RELEASE_LINES, RENAMED_RULES } = engine;
const { rules } = engine.createService();
const rows = rules.map((rule) => ({ ...rule, ...ruleFacts(engine, rule, path.join(root, 'test/rules', rule.id)) }));

write('package.json', withRuleSettings(read('package.json'), rules, RELEASE_LINES, RENAMED_RULES));
write('schemas/redis-conf-lint.schema.json', writtenSchema(rules, RELEASE_LINES, RENAMED_RULES));
write('docs/rules/README.md', rulesPage(rows, RENAMED_RULES));
write(SUBJECTS, writtenExceptions(rules, EXCEPTIONS));
writePages();

for (const file of changed) console.log(`${file} was brought up to date`);
console.log(`${rules.length} rules`);
if (process.argv.includes('--check') && changed.length > 0) {
  console.error('These files did not follow from the rules. Run npm run generate and commit them.');
  process.exitCode = 1;
}

function writePages() {
  for (const [id, subject] of subjectsOf(rules, EXCEPTIONS)) {
    const file = `${PAGES}/${id}.md`;
    write(file, withRunningServer(read(file), runningServerParagraph(subject, RUNNING_SERVER)));
  }
}

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function write(file, text) {
  if (read(file) === text) return;
  writeFileSync(path.join(root, file), text);
  changed.push(file);
}

async function loadEngine() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/core/service.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
