// docs/rules/README.md: a table of rules for each category, in this order.
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
  deployment: 'Deployment',
};

const MOST_NAMES = 3;

/**
 * @typedef {{id: string, summary: string, category: string, about?: readonly string[], severity: string, isOptIn?: boolean, fix: string, versions: string}} Row
 * a rule, whether it offers a fix, and for which servers it has something to say
 */

/**
 * @param {readonly Row[]} rows
 * @param {Readonly<Record<string, string>>} renamed old ids and the ids of today
 */
export function rulesPage(rows, renamed = {}) {
  return `# Rules

${rows.length} rules. An id is the name of the rule everywhere: in the editor, on the command line, in settings and in comments. The
severity is the highest that a rule reports with; it is milder where the danger is. A \`safe\` fix is part of "fix all",
one for \`review\` is only offered. What was [considered and left out](../considered-rules.md)
has a page of its own.

${tablesOf(rows)}
### Renamed

An old id still means its rule in comments, in settings and after \`--explain\`.

| old id | id |
|---|---|
${Object.entries(renamed)
  .map(([old, id]) => `| ${old} | [${id}](${id}.md) |\n`)
  .join('')}`;
}

function tablesOf(rows) {
  const unknown = rows.filter(({ category }) => !Object.hasOwn(CATEGORIES, category));
  if (unknown.length > 0) {
    const named = unknown.map(({ id, category }) => `${id}: ${category}`).join(', ');
    throw new Error(
      `No table has a place for these categories: ${named}. scripts/rule-tables.mjs lists those that have.`,
    );
  }
  return Object.entries(CATEGORIES)
    .map(([category, title]) => ({ title, members: rows.filter((row) => row.category === category) }))
    .filter(({ members }) => members.length > 0)
    .map(({ title, members }) => table(title, members))
    .join('\n');
}

function table(title, rows) {
  const head = `### ${title}\n\n| rule | finds | directive | severity | fix | versions |\n|---|---|---|---|---|---|\n`;
  return head + rows.map(tableRow).join('');
}

function tableRow({ id, summary, about, severity, isOptIn, fix, versions }) {
  const only = isOptIn ? ', in `strict` only' : '';
  return `| [${id}](${id}.md) | ${cell(summary)} | ${directives(about)} | ${severity}${only} | ${fix} | ${versions} |\n`;
}

function directives(names = []) {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return names.slice(0, MOST_NAMES).join(', ') + more;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
