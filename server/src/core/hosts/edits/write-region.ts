import { applyEdits, isUnambiguous, type TextEdit } from '../../text/edit.js';
import type { Refused } from '../../text/place.js';
import type { HostDocument } from '../host-document.js';
import type { HostReading } from '../host-reading.js';
import type { YamlLibrary } from '../yaml/yaml-library.js';
import { type Attempt, textEditsIn } from './document-edit.js';
import { type Saying, sayingsOf } from './said.js';
import { differInOnePlace } from './tree-differences.js';
import { isYaml } from './yaml-document.js';

/** A document, and what was read out of it and of those beside it. */
export interface Told {
  readonly document: HostDocument;
  readonly reading: HostReading;
}

/** How a document is read once more, by whom it was read before. */
export interface Reread {
  readonly before: Told;
  /** With another text in the place of a document, which may be one beside the one that is read. */
  readonly again: (path: string, text: string) => Told;
  readonly yaml: () => YamlLibrary;
}

/** A region, and what has to stand in it afterwards. */
export interface Wanted {
  /** That holds it. */
  readonly document: HostDocument;
  /** Of its source. */
  readonly id: string;
  /** Whether that is what it says now. */
  readonly isTold: (saying: Saying) => boolean;
}

const MOST_ATTEMPTS = 8;

/**
 * The first attempt after which the same reader reads what is wanted and, but for that, what it read before; in YAML all
 * else is the same too, whoever it is for. Refused where none is.
 */
export function writtenRegion(
  { document, id, isTold }: Wanted,
  attempts: Iterable<Attempt>,
  { before, again, yaml }: Reread,
): readonly TextEdit[] | Refused {
  const said = sayingsOf(before.reading, before.document);
  const tried = new Set<string>();
  for (const attempt of attempts) {
    if (tried.size === MOST_ATTEMPTS) break;
    const edits = textEditsIn(document, attempt);
    if (edits.length === 0 || !isUnambiguous(edits)) continue;
    const text = applyEdits(document.text, edits);
    if (tried.has(text)) continue;
    tried.add(text);
    if (isYaml(document) && !differInOnePlace(document.text, text, yaml())) continue;
    const { reading, document: read } = again(document.path, text);
    if (isAsWanted(said, sayingsOf(reading, read), { id, isTold })) return edits;
  }
  return { refused: 'It cannot be written there so that nothing else changes. Change it by hand.' };
}

function isAsWanted(
  before: readonly Saying[],
  after: readonly Saying[],
  { id, isTold }: Pick<Wanted, 'id' | 'isTold'>,
): boolean {
  const isRight = (now: Saying | undefined, old: Saying): boolean =>
    now !== undefined && (old.id === id ? isTold(now) : now.says === old.says);
  return before.length === after.length && before.every((old, index) => isRight(after[index], old));
}
