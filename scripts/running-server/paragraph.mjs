// The paragraph of a rule's page that says what it takes to change a server that runs. Which directives can be changed is
// what the facts say (core/directives/data, measured); what open connections notice of it was seen on Redis 7.0.15.
const HEADING = '**On a running server.**';
const WIDTH = 125;
const EVERY_NODE = 'Each node has its own setting: change replicas too.';
const KEEP =
  '`CONFIG REWRITE` keeps the change; where a deployment writes the file (ConfigMap, template, image), change it there.';
const RESTART =
  'Change the file and restart: replicas first, then fail over to one of them and restart the old primary.';

/**
 * @param {string | readonly string[] | null} subject a procedure's name, the directives that the rule is about, or null: it
 *   is about nothing that a running server has
 * @param {{procedures: object, directives: object, facts: object}} data
 * @returns {string | undefined} the paragraph, in lines; undefined where the subject is null
 */
export function runningServerParagraph(subject, { procedures, directives, facts }) {
  if (subject === null) return undefined;
  if (typeof subject === 'string' && !(subject in procedures)) throw new Error(`no procedure ${subject}`);
  const text = typeof subject === 'string' ? [procedures[subject]] : sentences(subject, directives, facts);
  return wrap([HEADING, ...text].join(' '));
}

/**
 * @param {readonly {id: string, category: string}[]} rules
 * @param {object} exceptions by id, where the subject is another one than the rule's own data tell
 * @returns {readonly [id: string, subject: string | readonly string[] | null][]}
 */
export function subjectsOf(rules, exceptions) {
  const told = Object.fromEntries(rules.map((rule) => [rule.id, toldSubject(rule)]));
  for (const id of Object.keys(exceptions)) {
    if (!Object.hasOwn(told, id)) throw new Error(`scripts/running-server/rules.json: no rule ${id}`);
  }
  return Object.entries({ ...told, ...exceptions });
}

/** The text of rules.json: a row for each exception that is one, sorted by id. */
export function writtenExceptions(rules, exceptions) {
  const told = Object.fromEntries(subjectsOf(rules, {}));
  const rows = subjectsOf(rules, exceptions)
    .filter(([id, subject]) => JSON.stringify(subject) !== JSON.stringify(told[id]))
    .map(([id, subject]) => `  ${JSON.stringify(id)}: ${JSON.stringify(subject).replaceAll('","', '", "')}`);
  return `{\n${rows.join(',\n')}\n}\n`;
}

function toldSubject({ about = [], loadProblems = [], dialects = [], category }) {
  const isSentinels = dialects.join() === 'sentinel';
  if (loadProblems.length > 0) return isSentinels ? 'refused-by-sentinel' : 'refused';
  if (about.length > 0) return about;
  if (isSentinels) return 'sentinel';
  return category === 'acl' ? 'acl' : null;
}

/** Puts the paragraph in the place of the page's present one, or at the end of "How to fix". */
export function withRunningServer(page, paragraph) {
  const without = page.replace(/\n\*\*On a running server\.\*\*.*?\n(?=\n)/s, '');
  if (paragraph === undefined) return without;
  const at = without.indexOf('\n## When to ignore');
  if (at < 0) throw new Error('a page has no section "When to ignore"');
  return `${without.slice(0, at)}\n${paragraph}\n${without.slice(at)}`;
}

function sentences(names, directives, facts) {
  for (const name of names) if (!(name in facts)) throw new Error(`no directive ${name}`);
  const isFixed = (name) => facts[name].immutable === true;
  const isProtected = (name) => facts[name].protected === true;
  const live = names.filter((name) => !isFixed(name) && !isProtected(name));
  return [
    ...(live.length > 0 ? liveSentences(live, directives) : []),
    ...refusedSentences(names.filter(isFixed), 'immutable', 'can only be changed by a restart'),
    ...refusedSentences(names.filter(isProtected), 'protected', 'can from Redis 7.0 on only be changed by a restart'),
    ...(live.length < names.length ? [RESTART] : []),
    ...unique(names.map((name) => directives[name]?.meanwhile)),
  ];
}

function liveSentences(names, directives) {
  const sinces = unique(names.map((name) => directives[name]?.live ?? ''));
  const parts = sinces.map((since) => {
    const together = list(names.filter((name) => (directives[name]?.live ?? '') === since));
    return since ? `${together} from Redis ${since} on (before, by a restart only)` : `${together} without a restart`;
  });
  return [
    `\`CONFIG SET\` changes ${parts.join(', and ')}.`,
    ...unique(names.map((name) => directives[name]?.connections)),
    EVERY_NODE,
    KEEP,
  ];
}

function refusedSentences(names, word, consequence) {
  if (names.length === 0) return [];
  return [`${list(names)} ${consequence}: \`CONFIG SET\` answers "can't set ${word} config".`];
}

function list(names) {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

const unique = (texts) => [...new Set(texts.filter((text) => text !== undefined))];

function wrap(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== '' && last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
