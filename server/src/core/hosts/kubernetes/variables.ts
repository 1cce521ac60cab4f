import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import { templateTags } from '../templated/template-tags.js';
import { itemsOf, textOfNode, valueAt, type YamlNode } from '../yaml/yaml-tree.js';

/** The variables that a container defines. */
export interface Defined {
  readonly names: ReadonlySet<string>;
  /** Others come from elsewhere: every name may be one. */
  readonly mayBeMore: boolean;
}

/** What `env` and `envFrom` of a container define. */
export function definedIn(container: YamlNode): Defined {
  const names = itemsOf(valueAt(container, 'env')).flatMap((item) => textOfNode(valueAt(item, 'name')) ?? []);
  return { names: new Set(names), mayBeMore: itemsOf(valueAt(container, 'envFrom')).length > 0 };
}

/** `$$` before a name in brackets, and `$(NAME)`. */
const REFERENCE = /\$\$(?=\()|\$\(([A-Za-z_.-][\w.-]{0,200})\)/g;

/**
 * What a cluster makes of a word of `command` and `args`: `$(NAME)` of a variable that the container defines is filled
 * in, of any other it stays, and `$$(` is `$(`.
 */
export function expanded(text: MappedText, { names, mayBeMore }: Defined): ArgumentWord {
  const parts: MappedText[] = [];
  const fillIns: WordFillIn[] = [];
  let done = 0;
  let length = 0;
  const add = (part: MappedText) => {
    parts.push(part);
    length += part.text.length;
  };
  for (const { 0: whole, 1: name, index } of text.text.matchAll(REFERENCE)) {
    if (index < done) continue;
    add(partOf(text, done, index));
    done = index + whole.length;
    if (name === undefined) {
      const origin = originOf(text, { start: index, end: done });
      const behind = text.text.indexOf(')', done);
      add(origin ? asWhole('$', origin) : partOf(text, index, index + 1));
      const end = behind < 0 ? done : behind + 1;
      add(partOf(text, done, end));
      done = end;
      continue;
    }
    if (names.has(name) || mayBeMore) {
      fillIns.push({ at: { start: length, end: length + whole.length }, name, by: 'kubernetes', ifUnset: 'unknown' });
    }
    add(partOf(text, index, done));
  }
  add(partOf(text, done));
  const made = joined(parts);
  return { text: made, fillIns: [...fillIns, ...tagsIn(made.text)].toSorted((a, b) => a.at.start - b.at.start) };
}

/** Nobody means the tags of a template engine as they stand. */
function tagsIn(text: string): readonly WordFillIn[] {
  return templateTags(text).map(({ start, end }) => ({
    at: { start, end },
    name: '',
    by: 'template',
    ifUnset: 'unknown',
  }));
}
