// npm run generate: writes everything that follows from the rules: the registry, the setting of each rule in package.json,
// the tables of rules in docs/rules/README.md and README.md, the schema of the configuration file, the paragraph
// of each rule's page about a running server. `--check` fails where something written differs from what stood there.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ruleFacts } from './rule-facts.mjs';
import { runningServerParagraph, withRunningServer } from './running-server/paragraph.mjs';
import { configurationSchema, targetPattern } from './schema.mjs';

const root = path.resolve(import.meta.dirname, '..');
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];
const CATEGORIES = {
  authentication: 'Authentication',
  acl: 'Access control lists',
  network: 'Network',
  tls: 'TLS',
  commands: 'Commands',
  files: 'Files',
  persistence: 'Persistence',
  resources: 'Resources',
  replication: 'Replication',
  cluster: 'Cluster',
  sentinel: 'Sentinel',
  logging: 'Logging',
  versions: 'Versions',
  structure: 'Structure',
  syntax: 'Syntax',
};

const REGISTRY = 'server/src/core/rules/index.ts';
const MANIFEST = 'package.json';
const PAGES = 'docs/rules';
const RULES_PAGE = `${PAGES}/README.md`;
const README = 'README.md';
const SCHEMA = 'schemas/redis-conf-lint.schema.json';

const SUBJECTS = JSON.parse(read('scripts/running-server/rules.json'));
const RUNNING_SERVER = {
  procedures: JSON.parse(read('scripts/running-server/procedures.json')),
  directives: JSON.parse(read('scripts/running-server/directives.json')),
  facts: JSON.parse(read('server/src/core/directives/data/directives.json')),
};
const FORMATTED = [REGISTRY, MANIFEST, RULES_PAGE, README, SCHEMA];

const before = new Map([...FORMATTED, ...pages()].map((file) => [file, read(file)]));
await import('./registry.mjs');
const engine = await loadEngine();
const { rules } = engine.createService();
write(MANIFEST, withRuleSettings(read(MANIFEST)));
write(RULES_PAGE, rulesPage());
write(SCHEMA, JSON.stringify(configurationSchema(rules, engine.RELEASE_LINES), null, 2));
if (before.get(README) !== undefined) write(README, withTable(before.get(README)));
writePages();
format(FORMATTED.filter((file) => read(file) !== undefined));

const changed = [...before].filter(([file, text]) => text !== read(file)).map(([file]) => file);
for (const file of changed) console.log(`${file} was brought up to date`);
console.log(`${rules.length} rules, ${before.size} files follow from them`);
if (process.argv.includes('--check') && changed.length > 0) {
  console.error('These files did not follow from the rules. Run npm run generate and commit them.');
  process.exitCode = 1;
}

function pages() {
  return readdirSync(path.join(root, PAGES))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => `${PAGES}/${name}`);
}

function writePages() {
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of Object.keys(SUBJECTS)) if (!ids.has(id)) throw new Error(`scripts/running-server: no rule ${id}`);
  for (const file of pages()) {
    const paragraph = runningServerParagraph(SUBJECTS[path.basename(file, '.md')], RUNNING_SERVER);
    write(file, withRunningServer(read(file), paragraph));
  }
}

function read(file) {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined;
}

function write(file, text) {
  if (read(file) !== text) writeFileSync(path.join(root, file), text);
}

function format(files) {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', '--log-level=error', ...files], {
    cwd: root,
    stdio: 'pipe',
  });
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

function withRuleSettings(text) {
  const manifest = JSON.parse(text);
  manifest.contributes.configuration.properties['redisConfLint.target'].pattern =
    `^(auto|${targetPattern(engine.RELEASE_LINES)})$`;
  manifest.contributes.configuration.properties['redisConfLint.rules'].properties = Object.fromEntries(
    rules.map(({ id, summary, severity, isOptIn }) => [
      id,
      {
        type: 'string',
        enum: SEVERITIES,
        description: `${sentence(summary)} At most ${severity} by itself${isOptIn ? ', and only in the profile `strict`' : ''}.`,
      },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function rulesPage() {
  return `# Rules

${rules.length} rules. An id is the name of the rule everywhere: in the editor, on the command line, in settings and in comments. The
severity is the highest that a rule reports with; it is milder where the danger is. A \`safe\` fix is part of "fix all",
one for \`review\` is only offered. What was [considered and left out](../considered-rules.md)
has a page of its own.

${table('')}`;
}

function withTable(text) {
  const [start, end] = ['<!-- rules:start -->', '<!-- rules:end -->'];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  return from < 0 || to < from
    ? text
    : `${text.slice(0, from + start.length)}\n\n${table('docs/rules/')}\n${text.slice(to)}`;
}

function table(folder) {
  return Object.entries(CATEGORIES)
    .map(([category, title]) => ({ title, rows: rules.filter((rule) => rule.category === category) }))
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ title, rows }) =>
        `### ${title}\n\n| rule | finds | severity | fix | versions |\n|---|---|---|---|---|\n${rows
          .map((rule) => {
            const { id, summary, severity, isOptIn } = rule;
            const { fix, versions } = ruleFacts(engine, rule, path.join(root, 'test/rules', id));
            const only = isOptIn ? ', in `strict` only' : '';
            return `| [${id}](${folder}${id}.md) | ${cell(summary)} | ${severity}${only} | ${fix} | ${versions} |\n`;
          })
          .join('')}`,
    )
    .join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function sentence(text) {
  const started = text.charAt(0).toUpperCase() + text.slice(1);
  return started.endsWith('.') ? started : `${started}.`;
}
