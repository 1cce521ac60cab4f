// The JSON schema of .redis-conf-lint.json; rule ids and their summaries come from the registry.
import { compactJson } from './compact-json.mjs';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];
const DOCUMENT_KINDS = ['compose', 'kubernetes', 'dockerfile', 'unit', 'shell', 'helm', 'ansible'];
const TEXTS = { type: 'array', items: { type: 'string' } };
const oneOrMany = (item) => ({ anyOf: [item, { type: 'array', items: item }] });
/** What `pathPattern` refuses, but for too many alternatives. */
const GLOB = { type: 'string', maxLength: 4096, not: { pattern: '^!|[@?+*!]\\(|\\{-?\\w+\\.\\.-?\\w+\\}' } };

/**
 * An old id of a rule, which still works.
 * @param {Readonly<Record<string, string>>} renamed
 */
export function oldRuleIds(renamed) {
  const deprecationMessage = 'This rule has another name now: the page of rules lists it.';
  return { [`^(${Object.keys(renamed).join('|')})$`]: { enum: SEVERITIES, deprecationMessage } };
}

/**
 * The schema's text: a line a rule.
 * @param {readonly {id: string, summary: string}[]} rules
 * @param {Readonly<Record<'redis' | 'valkey', readonly string[]>>} lines the release lines that exist
 * @param {Readonly<Record<string, string>>} renamed old ids of rules
 */
export function writtenSchema(rules, lines, renamed) {
  return compactJson(configurationSchema(rules, lines, renamed), (path) => path.length === 4 && path[1] === 'rules');
}

function configurationSchema(rules, lines, renamed) {
  const definitions = choicesOf(rules, lines, renamed);
  const choices = Object.fromEntries(Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'redis-conf-lint',
    description: 'How the Redis and Valkey configurations of this folder and below are judged.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      root: {
        description: 'true: this folder is the project. The command line reads nothing from outside it.',
        type: 'boolean',
      },
      extends: {
        description: 'Other configuration files, relative to this one; this one wins.',
        ...oneOrMany({ type: 'string' }),
      },
      ignore: { description: 'Globs of files that are not judged.', type: 'array', items: GLOB },
      ...choices,
      overrides: {
        description: 'Other choices for some paths; later ones win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: { description: 'Globs, relative to this file.', ...oneOrMany(GLOB) }, ...choices },
        },
      },
    },
    definitions,
  };
}

/** What the file may choose, and an override anew. */
function choicesOf(rules, lines, renamed) {
  return {
    target: {
      description: 'The server that the files are for: redis-7.2, valkey-8.1, or redis for the newest Redis.',
      type: 'string',
      pattern: `^\\s*(${targetPattern(lines)})\\s*$`,
    },
    profile: {
      description:
        'production: the default. development: milder where no stranger can connect. strict: also matters of taste.',
      enum: ['production', 'development', 'strict'],
    },
    role: {
      description: 'What the server is used for, so that findings about durability fit.',
      enum: ['cache', 'store', 'queue', 'replica', 'sentinel'],
    },
    rules: {
      description: 'Severity by rule, or off.',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map(({ id, summary }) => [id, { description: summary, enum: SEVERITIES }])),
      patternProperties: oldRuleIds(renamed),
    },
    knownDirectives: { description: 'Directives of a module or a fork, not to be called unknown.', ...TEXTS },
    embedded: {
      description:
        'Whether documents that start servers, such as compose files, are read; a list: those of these kinds.',
      anyOf: [{ type: 'boolean' }, { type: 'array', items: { enum: DOCUMENT_KINDS } }],
    },
  };
}

/** What names a target, in any case of letters: a product, and a release line that exists. */
export function targetPattern({ redis, valkey }) {
  return [productPattern('redis', redis), productPattern('valkey', valkey)].join('|');
}

function productPattern(name, lines) {
  const anyCase = [...name].map((letter) => `[${letter.toUpperCase()}${letter}]`).join('');
  const majors = [...new Set(lines.map((line) => line.split('.')[0]))];
  const exact = lines.map((line) => line.replace('.', '\\.')).join('|');
  return `${anyCase}([-\\s:@]+[Vv]?(${majors.join('|')}|(${exact})(\\.\\d{1,3})?))?`;
}
