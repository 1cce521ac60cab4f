// npm run new-rule -- <id>: writes a rule, its page, its fixtures and its line in the sorted registry.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REGISTRY, writtenRegistry } from './registry.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [id] = process.argv.slice(2);
if (!id || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
  console.error('Usage: npm run new-rule -- <id>     (kebab-case; name the dangerous state: net-bind-all)');
  process.exit(2);
}
const rules = path.join(root, 'server/src/core/rules');
if (existsSync(path.join(rules, `${id}.ts`))) {
  console.error(`The rule ${id} exists already.`);
  process.exit(2);
}
const category = categoryOf(id);
const camelCase = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const files = {
  [`server/src/core/rules/${id}.ts`]: `import { valueRule } from './value-rule.js';

export const ${camelCase} = valueRule({
  id: '${id}',
  summary: 'TODO: what it finds, in a few words',
  category: '${category}',
  severity: 'warning',
  references: ['CWE-1188'],
  directive: 'timeout',
  when: '1',
  message: 'TODO: the fact. The remedy.',
});
`,
  [`docs/rules/${id}.md`]: `# ${id}

## What it finds

TODO

## What happens

TODO: the attack in two or three sentences.

## Flagged

\`\`\`redis-conf
timeout 1
\`\`\`

## Accepted

\`\`\`redis-conf
port 6379
\`\`\`

## How to fix

TODO

## When to ignore

TODO

## References

- TODO
`,
  [`test/rules/${id}/bad.conf`]: 'timeout 1\n',
  [`test/rules/${id}/good.conf`]: 'port 6379\n',
};
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`wrote   ${file}`);
}

writeFileSync(path.join(root, REGISTRY), writtenRegistry(root));
console.log(`edited  ${REGISTRY}`);
console.log(`
Now: fixtures first, then the rule. UPDATE_FIXTURES=1 npm run test:suite -- rules -g ${id} writes what it says into the
fixtures (read that difference). npm run generate brings the tables, the settings and the page up to date; npm test proves it.`);

/** A prefix belongs to one category. */
function categoryOf(id) {
  const categories = JSON.parse(readFileSync(path.join(import.meta.dirname, 'rule-prefixes.json'), 'utf8'));
  const [prefix] = id.split('-');
  if (Object.hasOwn(categories, prefix)) return categories[prefix];
  console.error(`No category has the prefix ${prefix}-. scripts/rule-prefixes.json lists those that there are.`);
  process.exit(2);
}
