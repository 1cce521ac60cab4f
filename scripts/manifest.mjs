// package.json: written by hand but for what follows from the rules, the setting of each and the targets that exist.
import { compactJson } from './compact-json.mjs';
import { oldRuleIds, targetPattern } from './schema.mjs';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];
/** VS Code's page of settings shows a choice for each property that it finds in the manifest, and follows no reference. */
const SETTINGS = ['contributes', 'configuration', 'properties'];
const isRow = (path) =>
  (path.length === SETTINGS.length + 3 && path.at(-3) === 'redisConfLint.rules' && path.at(-2) === 'properties') ||
  (path.length === SETTINGS.length + 2 && path.at(-2) === 'redisConfLint.target' && path.at(-1) === 'examples');

/**
 * @param {string} text of the manifest as it is
 * @param {readonly {id: string, summary: string, severity: string, isOptIn?: boolean}[]} rules
 * @param {Readonly<Record<'redis' | 'valkey', readonly string[]>>} lines the release lines that exist
 * @param {Readonly<Record<string, string>>} renamed old ids of rules
 */
export function withRuleSettings(text, rules, lines, renamed) {
  const manifest = JSON.parse(text);
  const { properties } = manifest.contributes.configuration;
  properties['redisConfLint.target'].pattern = `^(auto|${targetPattern(lines)})$`;
  properties['redisConfLint.target'].examples = ['auto', ...targetsOf(lines)];
  properties['redisConfLint.rules'].properties = Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)]));
  properties['redisConfLint.rules'].patternProperties = oldRuleIds(renamed);
  return compactJson(manifest, isRow);
}

/** One a release line, the newest first: what editors suggest, and what the client offers. */
function targetsOf(lines) {
  return Object.entries(lines).flatMap(([product, known]) => known.toReversed().map((line) => `${product}-${line}`));
}

function settingOf({ summary, severity, isOptIn }) {
  const when = isOptIn ? ', and only in the profile `strict`' : '';
  return {
    type: 'string',
    enum: SEVERITIES,
    description: `${sentence(summary)} At most ${severity} by itself${when}.`,
  };
}

function sentence(text) {
  const started = text.charAt(0).toUpperCase() + text.slice(1);
  return started.endsWith('.') ? started : `${started}.`;
}
