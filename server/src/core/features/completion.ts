import type { CompletionItem } from 'vscode-languageserver-types';
import { lineIn, type SourceId } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { type Directive, ownNameOf } from '../directives/catalog.js';
import { DESCRIPTIONS } from '../directives/descriptions.js';
import { type ConfigLine, isLong } from '../syntax/config-line.js';
import { type Position, rangeOnLine } from '../text/span.js';
import { aclCompletion, describeAclCompletion } from './acl-completion.js';
import { describeDirective } from './hover.js';

/** LSP's numbers of the kinds that are offered. */
const KIND = { property: 10, value: 12, unit: 11 } as const;

/** Directive names at the start of a line, values after a name, ACL rules of users: what the target accepts at a place. */
export function completion(config: ResolvedConfiguration, id: SourceId, position: Position): readonly CompletionItem[] {
  const line = lineIn(config.files, { source: id, line: position.line });
  if (!line || isLong(line)) return [];
  return aclCompletion(config, id, position) ?? directiveCompletion(config, id, position);
}

function directiveCompletion(
  config: ResolvedConfiguration,
  id: SourceId,
  position: Position,
): readonly CompletionItem[] {
  const line = lineIn(config.files, { source: id, line: position.line });
  if (!line || line.kind === 'comment') return [];
  const before = line.text.slice(0, position.character);
  const typed = /^\s*(\S*)$/.exec(before)?.[1];
  if (typed !== undefined) return names(config, line, position, typed);
  const [, spelling = '', word = ''] = /^\s*(\S+)\s+"?([^\s"]*)$/.exec(before) ?? [];
  const directive = config.catalog.lookup(spelling.toLowerCase());
  return directive ? values(directive, position, word) : [];
}

/** Adds what is costly to an item once somebody looks at it. */
export function describeCompletion(config: ResolvedConfiguration, item: CompletionItem): CompletionItem {
  const name = ownNameOf(item.label.replace(/^--/, ''));
  const value = name ? describeDirective(config, name) : describeAclCompletion(config, item.label);
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}

/** Each directive under the newest name it has in the target; those that no line sets come first. */
function names(config: ResolvedConfiguration, line: ConfigLine, { line: row, character }: Position, typed: string) {
  const end = line.kind === 'directive' ? Math.max(character, line.name.end) : character;
  const range = rangeOnLine(row, { start: character - typed.length, end });
  return config.catalog.spellings.flatMap((spelling): CompletionItem[] => {
    const name = ownNameOf(spelling);
    if (!name || config.catalog.preferredSpelling(name) !== spelling) return [];
    const directive = config.catalog.directive(name);
    const rank = directive?.isIgnored ? 2 : config.occurrences(name).length > 0 ? 1 : 0;
    return [
      {
        label: spelling,
        kind: KIND.property,
        detail: DESCRIPTIONS[name].summary,
        sortText: `${rank}${spelling}`,
        textEdit: { range, newText: spelling },
      },
    ];
  });
}

function values(directive: Directive, { line, character }: Position, typed: string): readonly CompletionItem[] {
  const range = rangeOnLine(line, { start: character - typed.length, end: character });
  const item = (label: string, kind: 11 | 12): CompletionItem => ({
    label,
    kind,
    ...(label === directive.default ? { detail: 'default', preselect: true } : {}),
    textEdit: { range, newText: label },
  });
  switch (directive.kind) {
    case 'bool':
      return ['yes', 'no'].map((value) => item(value, KIND.value));
    case 'enum':
    case 'enum-flags':
      return (directive.values ?? []).map((value) => item(value, KIND.value));
    case 'memory': {
      const digits = /^\d+/.exec(typed)?.[0];
      return digits === undefined ? [] : ['kb', 'mb', 'gb'].map((unit) => item(digits + unit, KIND.unit));
    }
    default:
      return [];
  }
}
