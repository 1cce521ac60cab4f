import type { LineEdit } from '../../text/line-edit.js';
import type { HostDocument } from '../host-document.js';
import type { YamlEntry } from '../yaml/yaml-tree.js';

/**
 * The line (from 0) that holds an entry of a map and nothing else, so that the entry goes where the line goes. Undefined:
 * there is none, as in a flow map or behind the dash of a list.
 */
export function lineAlone({ source, rangeOf }: HostDocument, { key, value }: YamlEntry): number | undefined {
  if (value?.kind !== 'scalar' || key.isShared) return undefined;
  const from = rangeOf(key.at).start;
  const to = rangeOf(value.at).end;
  const line = source.file.lines.at(from.line)?.text ?? '';
  const isAlone = line.slice(0, from.character).trim() === '' && /^\s*(?:#.*)?$/.test(line.slice(to.character));
  return from.line === to.line && isAlone ? from.line : undefined;
}

/** A line of the same map below the one of an entry. */
export function lineBelow(document: HostDocument, { key, value }: YamlEntry, text: string): LineEdit | undefined {
  if (value?.kind !== 'scalar' || key.isShared) return undefined;
  const from = document.rangeOf(key.at).start;
  const to = document.rangeOf(value.at).end;
  const line = document.source.file.lines.at(from.line)?.text ?? '';
  const isInBlock = /^[ -]*$/.test(line.slice(0, from.character)) && /^\s*(?:#.*)?$/.test(line.slice(to.character));
  if (from.line !== to.line || !isInBlock) return undefined;
  return { kind: 'insert', before: from.line + 1, lines: [' '.repeat(from.character) + text] };
}
