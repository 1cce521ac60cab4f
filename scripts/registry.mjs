// Writes server/src/core/rules/index.ts from the rule files beside it: every `export const x: Rule`, sorted by id.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const rules = path.resolve(import.meta.dirname, '../server/src/core/rules');
const LINE_WIDTH = 120;

const entries = readdirSync(rules)
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file !== 'rule.ts')
  .map((file) => ({ file: file.slice(0, -3), name: /^export const (\w+): Rule = /m.exec(read(file))?.[1] }))
  .filter(({ name }) => name !== undefined)
  .sort((a, b) => (a.file < b.file ? -1 : 1));

const imports = [
  ...entries.map(({ name, file }) => ({ file, text: `import { ${name} } from './${file}.js';` })),
  typeImport(),
]
  .sort((a, b) => (a.file < b.file ? -1 : 1))
  .map(({ text }) => text);
const oneLine = `export const RULES: readonly Rule[] = [${entries.map(({ name }) => name).join(', ')}];`;
const list =
  oneLine.length <= LINE_WIDTH
    ? oneLine
    : `export const RULES: readonly Rule[] = [\n${entries.map(({ name }) => `  ${name},\n`).join('')}];`;

writeFileSync(path.join(rules, 'index.ts'), `${imports.join('\n')}\n\n/** Every rule, sorted by id. */\n${list}\n`);

function read(file) {
  return readFileSync(path.join(rules, file), 'utf8');
}

function typeImport() {
  return { file: 'rule', text: "import type { Rule } from './rule.js';" };
}
