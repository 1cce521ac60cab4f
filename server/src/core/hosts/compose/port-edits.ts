import type { LineEdit } from '../../text/line-edit.js';
import { originOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import { entriesOf, entryOf, itemsOf, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yaml-tree.js';
import type { Service, Sited } from './compose-service.js';

type Edits = readonly LineEdit[] | undefined;

const LOOPBACK = '127.0.0.1';

/** `127.0.0.1:` in front of a port, or in the place of an address that means all. */
export function narrowedScalar(
  document: HostDocument,
  item: YamlScalar,
  prefix: 'none' | 'published' | 'address',
): Edits {
  const text = item.text();
  if (!text || item.style === 'literal' || item.style === 'folded') return undefined;
  if (prefix === 'address') {
    const address = /^(?:\[[^\]]{0,60}\]|[^:$]{0,60}(?=:[^:]{0,60}:))/.exec(text.text)?.[0];
    const at = address ? originOf(text, { start: 0, end: address.length }) : undefined;
    return at && [replaced(document, at, LOOPBACK)];
  }
  const front = prefix === 'none' ? `${LOOPBACK}::` : `${LOOPBACK}:`;
  const start = originOf(text, { start: 0, end: 1 })?.start;
  if (start === undefined) return undefined;
  if (item.style !== 'plain' || !isInFlow(document, item)) return [replaced(document, { start, end: start }, front)];
  const written = document.text.slice(item.at.start, item.at.end);
  return [replaced(document, item.at, `"${front}${written}"`)];
}

/** In a list on one line, loaders do not agree on what a colon is. */
function isInFlow(document: HostDocument, item: YamlScalar): boolean {
  return !/^\s*-\s+$/.test(beforeOnLine(document, item.at.start));
}

/** `host_ip: 127.0.0.1`, in the place of an address that means all or as an entry of its own. */
export function narrowedMap(document: HostDocument, item: YamlMap): Edits {
  const address = entryOf(item, 'host_ip')?.value;
  if (address) return address.isShared ? undefined : [replaced(document, address.at, LOOPBACK)];
  const [first] = item.entries;
  if (!first) return undefined;
  const { start } = first.key.at;
  if (item.isFlow) return [replaced(document, { start, end: start }, `host_ip: ${LOOPBACK}, `)];
  const before = beforeOnLine(document, start);
  const { line } = document.locationOf(first.key.at);
  const isShort = first.value?.kind === 'scalar' && document.locationOf(first.value.at).line === line;
  if (!isShort || !/^[ -]*$/.test(before)) return undefined;
  return [{ kind: 'insert', before: line + 1, lines: [`${' '.repeat(before.length)}host_ip: ${LOOPBACK}`] }];
}

/** The entry out of its list; where it is the only one, the key too. */
export function removedItem(item: YamlNode, { document, key, node: list }: Sited, service: Service): Edits {
  if (item.isShared || list.isShared || list.kind !== 'list') return undefined;
  if (itemsOf(list).length === 1)
    return isOnlyKey(service, key.value) ? undefined : removedLines(document, key.at.start, list.at.end);
  return list.isFlow
    ? removedFromLine(document, item, list.items)
    : removedLines(document, dashOf(document, item), item.at.end);
}

/** A service of which nothing is left is none. */
function isOnlyKey({ parts }: Service, key: string): boolean {
  return parts.some(({ entry: { value } }) => entryOf(value, key) !== undefined && entriesOf(value).length === 1);
}

function dashOf(document: HostDocument, { at }: YamlNode): number {
  const before = beforeOnLine(document, at.start);
  return /^ *- +$/.test(before) ? at.start - before.length + before.indexOf('-') : at.start;
}

/** Whole lines alone: nothing else may stand on them. */
function removedLines(document: HostDocument, start: number, end: number): Edits {
  const last = endOfContent(document, end);
  const behind = lineRest(document, last);
  if (beforeOnLine(document, start).trim() !== '' || !/^\s*(?:#.*)?$/.test(behind)) return undefined;
  const from = document.locationOf({ start, end: start }).line;
  const to = document.locationOf({ start: last, end: last }).line;
  return Array.from({ length: to - from + 1 }, (_, index) => ({ kind: 'remove', line: from + index }) as const);
}

/** A block reaches to where the next thing begins. */
function endOfContent({ text }: HostDocument, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function removedFromLine(document: HostDocument, item: YamlNode, items: readonly YamlNode[]): Edits {
  const index = items.indexOf(item);
  const [before, next] = [items[index - 1], items[index + 1]];
  const at = next ? { start: item.at.start, end: next.at.start } : before && { start: before.at.end, end: item.at.end };
  if (!at || document.rangeOf(at).start.line !== document.rangeOf(at).end.line) return undefined;
  return [replaced(document, at, '')];
}

function beforeOnLine({ text }: HostDocument, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function lineRest({ text }: HostDocument, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end);
}

function replaced(
  document: HostDocument,
  at: { readonly start: number; readonly end: number },
  text: string,
): LineEdit {
  const { line, at: span } = document.locationOf(at);
  return { kind: 'replace', line, at: span, text };
}
