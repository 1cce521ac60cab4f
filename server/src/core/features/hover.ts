import type { Hover } from 'vscode-languageserver-types';
import { lineIn, type Occurrence, type SourceId } from '../config/occurrence.js';
import { fileNameOf } from '../config/paths.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { hidesValue } from '../config/showing/hidden-spans.js';
import { type DirectiveName, describeLifetimes, factsOf, lifetimesOf, ownNameOf } from '../directives/catalog.js';
import { DESCRIPTIONS, documentationOf } from '../directives/descriptions.js';
import { formatTarget } from '../directives/target.js';
import { textOfBytes } from '../syntax/bytes.js';
import { isLong } from '../syntax/config-line.js';
import { codeSpan } from '../text/markdown.js';
import { type Position, rangeOnLine } from '../text/span.js';
import { aclHover } from './acl-hover.js';
import { isAclFile } from './acl-line.js';
import { describeValue } from './describe-value.js';

/** The ids of the rules that check the values of a directive. */
export type RulesAbout = ReadonlyMap<DirectiveName, readonly string[]>;

/** Lines of these add up, or say nothing by their value alone. */
const WITHOUT_VALUE: ReadonlySet<DirectiveName> = new Set<DirectiveName>([
  'include',
  'loadmodule',
  'rename-command',
  'sentinel',
  'user',
]);

/** What a directive means and what is in force here, for the place in a file; ACL rules and users too; secrets are masked. */
export function hover(
  config: ResolvedConfiguration,
  id: SourceId,
  position: Position,
  rulesAbout: RulesAbout = new Map(),
): Hover | undefined {
  const line = lineIn(config.files, { source: id, line: position.line });
  if (!line || isLong(line)) return undefined;
  return aclHover(config, id, position) ?? directiveHover(config, id, position, rulesAbout);
}

function directiveHover(
  config: ResolvedConfiguration,
  id: SourceId,
  { line, character }: Position,
  rulesAbout: RulesAbout,
): Hover | undefined {
  const node = lineIn(config.files, { source: id, line });
  if (node?.kind !== 'directive' || isAclFile(config, id)) return undefined;
  const word = [node.name, ...node.args].find(({ start, end }) => character >= start && character <= end);
  const name = ownNameOf(node.key);
  if (!word || !name) return undefined;
  const parts = [
    heading(node.key, name),
    ...explanation(name),
    effectiveValue(config, name),
    standIn(config, id, line),
    facts(config, node.key, name),
    rulesLine(rulesAbout.get(name) ?? []),
  ];
  return {
    contents: { kind: 'markdown', value: parts.filter((part) => part !== '').join('\n\n') },
    range: rangeOnLine(line, word),
  };
}

const MOST_RULES = 4;

/** The rules that check its values. */
function rulesLine(ids: readonly string[]): string {
  const more = ids.length > MOST_RULES ? ` and ${ids.length - MOST_RULES} more` : '';
  return ids.length === 0 ? '' : `Rules: ${ids.slice(0, MOST_RULES).map(codeSpan).join(', ')}${more}`;
}

/** What is read in the place of a file of another machine. */
function standIn({ takenFor }: ResolvedConfiguration, id: SourceId, line: number): string {
  const taken = takenFor.filter(({ at }) => at.source === id && at.line === line);
  if (taken.length === 0) return '';
  return `A path of another machine; taken for it here: ${taken.map((file) => shown([file.path])).join(', ')}.`;
}

/** The description of a directive without a place: what completion shows beside a name. */
export function describeDirective(config: ResolvedConfiguration, name: DirectiveName): string {
  return [...explanation(name), facts(config, config.catalog.preferredSpelling(name), name)].join('\n\n');
}

function heading(spelling: string, name: DirectiveName): string {
  return spelling === name ? `**${name}**` : `**${spelling}**, another name of **${name}**`;
}

function explanation(name: DirectiveName): readonly string[] {
  const { summary, security } = DESCRIPTIONS[name];
  return security === undefined ? [summary] : [summary, `**Security:** ${security}`];
}

function effectiveValue(config: ResolvedConfiguration, name: DirectiveName): string {
  const value = config.inForce(name);
  if (!value || WITHOUT_VALUE.has(name)) return '';
  const { from, values, isKnown } = value;
  if (!isKnown) return 'In force: decided by a template placeholder.';
  if (from && from.shown === undefined) return `In force: nothing, as the server refuses ${placeOf(config, from)}.`;
  const origin = from ? placeOf(config, from) : 'the default';
  const isSecret = factsOf(name).sensitive === true || (from !== undefined && hidesValue(from, config));
  return `In force: ${isSecret ? masked(values) : shown(values)} (${origin})`;
}

function placeOf({ root }: ResolvedConfiguration, { source, line }: Pick<Occurrence, 'source' | 'line'>): string {
  return `line ${line + 1}${source === root.id ? '' : ` of ${codeSpan(fileNameOf(source))}`}`;
}

function masked(values: readonly string[]): string {
  return values.every((value) => value === '') ? 'none' : 'a secret that is not shown';
}

const LONGEST = 200;

function shown(values: readonly string[]): string {
  const text = values.map((value) => (value === '' ? '""' : textOfBytes(value))).join(' ');
  return codeSpan(text.slice(0, LONGEST));
}

function facts(config: ResolvedConfiguration, spelling: string, name: DirectiveName): string {
  const directive = config.catalog.directive(name);
  const lifetimes = lifetimesOf(spelling);
  const rows = [
    directive ? describeValue(directive) : `Not in ${formatTarget(config.target)}`,
    directive?.immutable ? 'Cannot be changed while the server runs' : '',
    lifetimes ? `In ${describeLifetimes(lifetimes)}` : '',
    `[Documentation](${documentationOf(name)})`,
  ];
  return rows
    .filter((row) => row !== '')
    .map((row) => `- ${row}`)
    .join('\n');
}
