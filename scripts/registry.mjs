// What follows from the files beside it, sorted by their names: server/src/core/rules/index.ts from every
// `export const x: Rule = {` or `= ...Rule({`, server/src/lsp/features/index.ts from every `export const x: ...Feature<`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const REGISTRY = 'server/src/core/rules/index.ts';
export const FEATURES = 'server/src/lsp/features/index.ts';
/** The contract of rules and what makes one of data. */
const CONTRACT = ['rule.ts', 'refusal-rule.ts', 'user-rule.ts', 'value-rule.ts'];
/** What features are. */
const FEATURE = 'feature.ts';
const LINE_WIDTH = 120;

/** The text of the registry for the rules of the project at `root`. */
export function writtenRegistry(root) {
  return registryOf(sourcesBeside(path.join(root, REGISTRY), CONTRACT));
}

/** The text of the table of features for the language server of the project at `root`. */
export function writtenFeatures(root) {
  return featuresOf(sourcesBeside(path.join(root, FEATURES), [FEATURE]));
}

function sourcesBeside(index, others) {
  const folder = path.dirname(index);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== path.basename(index) && !others.includes(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

/** @param {readonly {file: string, text: string}[]} sources files of features, by their names in the folder */
export function featuresOf(sources) {
  return sources
    .map(({ file, text }) => ({ file: file.slice(0, -'.ts'.length), names: exportedFeatures(file, text) }))
    .sort(byFile)
    .map(({ file, names }) => `export { ${names.join(', ')} } from './${file}.js';\n`)
    .join('');
}

function exportedFeatures(file, text) {
  const names = [...text.matchAll(/^export const (\w+): \w*Feature</gm)].map(([, name]) => name);
  if (names.length > 0) return names.sort();
  throw new Error(
    `${file} exports no feature: each file beside the table holds one, \`export const …: …Feature<…> = …\`.`,
  );
}

/** @param {readonly {file: string, text: string}[]} sources rule files, by their names in the folder */
export function registryOf(sources) {
  const entries = sources
    .map(({ file, text }) => ({ file: file.slice(0, -'.ts'.length), name: exportedRule(file, text) }))
    .sort(byFile);
  const imports = [
    ...entries.map(({ name, file }) => ({ file, text: `import { ${name} } from './${file}.js';` })),
    { file: 'rule', text: "import type { Rule } from './rule.js';" },
  ].sort(byFile);
  const oneLine = `export const RULES: readonly Rule[] = [${entries.map(({ name }) => name).join(', ')}];`;
  const list =
    oneLine.length <= LINE_WIDTH
      ? oneLine
      : `export const RULES: readonly Rule[] = [\n${entries.map(({ name }) => `  ${name},\n`).join('')}];`;
  return `${imports.map(({ text }) => text).join('\n')}\n\n/** Every rule, sorted by id. */\n${list}\n`;
}

function exportedRule(file, text) {
  const [, name] = /^export const (\w+)(?:: Rule = \{| = \w+Rule\(\{)/m.exec(text) ?? [];
  if (name === undefined) {
    throw new Error(`${file} exports no rule: each file beside the registry holds one, \`export const …: Rule = …\`.`);
  }
  return name;
}

function byFile(one, other) {
  return one.file < other.file ? -1 : 1;
}
