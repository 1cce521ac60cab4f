import { type MappedText, type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import { shellWords } from '../words/shell-words.js';
import { entriesOf, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';

/** An argument of a module of Ansible, however it is written. */
export interface ModuleArgument {
  readonly name: string;
  /** Undefined: it is no text, or cannot be shown. */
  readonly text: MappedText | undefined;
  /** Undefined where it is written as `name=value`. */
  readonly node: YamlNode | undefined;
  /** Of its name. */
  readonly at: OffsetSpan;
}

/** The arguments of a module: a map, or one line of `name=value`. */
export function moduleArguments({ value }: YamlEntry): readonly ModuleArgument[] {
  if (value?.kind === 'scalar') return argumentsOnLine(value.text());
  return entriesOf(value).flatMap(({ key, value: node }) => {
    const text = node?.kind === 'scalar' ? node.text() : undefined;
    return node ? [{ name: key.value, text, node, at: key.at }] : [];
  });
}

function argumentsOnLine(line: MappedText | undefined): readonly ModuleArgument[] {
  const words = line ? (shellWords(line, { hasOperators: false }) ?? []) : [];
  return words.flatMap(({ text }) => {
    const name = /^\w+(?==)/.exec(text.text)?.[0] ?? '';
    const at = originOf(text, { start: 0, end: name.length });
    return name === '' || !at ? [] : [{ name, text: partOf(text, name.length + 1), node: undefined, at }];
  });
}
