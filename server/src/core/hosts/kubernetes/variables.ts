import type { MappedText } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import { templateTags } from '../templated/template-tags.js';
import { type ExpandedPiece, expandedWord } from '../words/expanded-word.js';
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
export function expanded(text: MappedText, defined: Defined): ArgumentWord {
  const { text: made, fillIns } = expandedWord(text, referencesIn(text.text, defined));
  return { text: made, fillIns: [...fillIns, ...tagsIn(made.text)].toSorted((a, b) => a.at.start - b.at.start) };
}

/** What stands in brackets behind `$$` is no reference, up to where they close. */
function* referencesIn(text: string, { names, mayBeMore }: Defined): Iterable<ExpandedPiece> {
  let done = 0;
  for (const { 0: whole, 1: name, index: start } of text.matchAll(REFERENCE)) {
    if (start < done) continue;
    const end = start + whole.length;
    done = end;
    if (name === undefined) {
      done = Math.max(end, text.indexOf(')', end) + 1);
      yield { start, end, escaped: '$' };
    } else if (names.has(name) || mayBeMore) {
      yield { start, end, filled: { name, by: 'kubernetes', ifUnset: 'unknown' } };
    }
  }
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
