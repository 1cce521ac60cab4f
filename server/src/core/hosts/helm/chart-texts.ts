import type { Dialect, Holder } from '../../config/occurrence.js';
import type { HostDocument } from '../host-document.js';
import type { HostedText, NotAnalysed } from '../host-reading.js';
import { hostedText } from '../hosted-text.js';
import { linesOfNode } from '../lines-of-map.js';
import { entryOf, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import type { ChartPart } from './chart-part.js';

/** A configuration that the values of a chart hold. */
export interface ChartText {
  readonly text: HostedText | NotAnalysed;
  /** It is read behind another one, or in its place. */
  readonly isPart: boolean;
}

interface TextKey {
  readonly path: readonly string[];
  readonly isPart: boolean;
  readonly dialect: Dialect;
}

const whole = (...path: readonly string[]): TextKey => ({ path, isPart: false, dialect: 'server' });
const part = (...path: readonly string[]): TextKey => ({ path, isPart: true, dialect: 'server' });

/** Where charts have configurations: of Bitnami, of Valkey, `redis-ha`, and the older ones. */
const TEXT_KEYS: readonly TextKey[] = [
  whole('commonConfiguration'),
  whole('valkeyConfig'),
  whole('redis', 'config'),
  whole('valkey', 'config'),
  whole('redis', 'customConfig'),
  whole('redis', 'configmap'),
  whole('customConfig'),
  part('master', 'configuration'),
  part('primary', 'configuration'),
  part('replica', 'configuration'),
  { path: ['sentinel', 'configuration'], isPart: true, dialect: 'sentinel' },
];

/** The configurations in the values of a chart. */
export function chartTexts(document: HostDocument, { node, path }: ChartPart): readonly ChartText[] {
  return TEXT_KEYS.flatMap((key): readonly ChartText[] => {
    const parent = valueAt(node, ...key.path.slice(0, -1));
    const entry = entryOf(parent, key.path.at(-1) ?? '');
    const id = [...path, ...key.path].join('.');
    const holder = key.isPart ? 'part' : 'text';
    const text = entry && textOf(document, entry, { id, holder, dialect: key.dialect });
    return text ? [{ text, isPart: key.isPart }] : [];
  });
}

/** Nothing, and what means nothing. */
export function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && /^(?:~|null)?$/i.test(node.value);
}

interface As {
  readonly id: string;
  readonly holder: Holder;
  readonly dialect: Dialect;
}

/** A block, or a map or a list whose lines a chart writes one by one; undefined: there is nothing in it. */
export function textOf(
  document: HostDocument,
  { key, value }: YamlEntry,
  as: As,
): HostedText | NotAnalysed | undefined {
  if (!value || isNothing(value)) return undefined;
  const of = { document, anchor: key.at, ...as };
  if (value.kind === 'scalar') {
    const text = value.text();
    return text ? hostedText({ ...of, text }) : { at: value.at, reason: 'undecodable' };
  }
  const lines = linesOfNode(value);
  return lines && { ...hostedText({ ...of, text: lines.text }), extent: lines.extent };
}
