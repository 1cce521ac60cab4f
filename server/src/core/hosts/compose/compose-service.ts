import { directoryOf, resolvePath } from '../../config/paths.js';
import type { HostDocument } from '../host-document.js';
import type { HostTools } from '../host-reading.js';
import { entryOf, textOfNode, type YamlEntry, type YamlNode, type YamlScalar } from '../yaml/yaml-tree.js';
import { type ComposeFile, composeFileAt, servicesOf } from './compose-file.js';

/** What one document says of a service. */
export interface ServicePart {
  readonly file: ComposeFile;
  readonly entry: YamlEntry;
}

/** A service with all that is said of it; what comes later is laid over what comes before. */
export interface Service {
  readonly name: string;
  /** Where people see its name. */
  readonly document: HostDocument;
  readonly key: YamlScalar;
  /** What it says is laid over a file that has findings by itself: only those in its own lines are its own. */
  readonly isOverlay: boolean;
  readonly parts: readonly ServicePart[];
}

/** A value and the document that it stands in. */
export interface Sited<Node extends YamlNode = YamlNode> {
  readonly document: HostDocument;
  readonly key: YamlEntry['key'];
  readonly node: Node;
}

/** Nobody extends what extends more. */
const DEEPEST = 5;

/** The parts of a service in one file, what it extends first. */
export function partsOf(file: ComposeFile, name: string, tools: HostTools, depth = 0): readonly ServicePart[] {
  const entry = servicesOf(file).findLast(({ key }) => key.value === name);
  if (!entry || depth > DEEPEST) return [];
  return [...extended(file, entry, tools, depth), { file, entry }];
}

function extended(file: ComposeFile, { value }: YamlEntry, tools: HostTools, depth: number): readonly ServicePart[] {
  const extending = entryOf(value, 'extends')?.value;
  const name = textOfNode(extending) ?? textOfNode(entryOf(extending, 'service')?.value);
  if (name === undefined) return [];
  const path = textOfNode(entryOf(extending, 'file')?.value);
  const other = path === undefined ? file : composeFileAt(resolvePath(directoryOf(file.document.path), path), tools);
  return other ? partsOf(other, name, tools, depth + 1) : [];
}

/** The value of a key that the last document decides that has it. */
export function lastValue({ parts }: Pick<Service, 'parts'>, key: string): Sited | undefined {
  return allValues({ parts }, key).at(-1);
}

/** The values of a key that add up, up to what resets them. */
export function allValues({ parts }: Pick<Service, 'parts'>, key: string): readonly Sited[] {
  const all = parts.flatMap(({ file: { document }, entry }): Sited[] => {
    const found = entryOf(entry.value, key);
    return found?.value ? [{ document, key: found.key, node: found.value }] : [];
  });
  const reset = all.findLastIndex(({ node: { tag } }) => tag === '!reset' || tag === '!override');
  const kept = reset < 0 ? all : all.slice(reset);
  return kept.filter(({ node: { tag } }) => tag !== '!reset');
}
