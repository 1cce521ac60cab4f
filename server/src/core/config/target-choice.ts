import { isAlive, lifetimesOf } from '../directives/catalog.js';
import type { Lifetimes } from '../directives/facts.js';
import { NEWEST_REDIS, NEWEST_VALKEY, parseTarget, type Target } from '../directives/target.js';
import { type ConfigFile, reparseFile, tellingLinesOf } from '../syntax/config-file.js';
import { COMMON_LEXICAL_RULES } from '../syntax/word.js';
import { linterCommentOf, TARGET_COMMENT } from './linter-comment.js';
import { fileNameOf } from './paths.js';
import type { Told } from './told.js';

/**
 * Setting, then comment, then the file's name, then what the directives in it allow, then the newest Redis. By the text
 * alone: an edited file may still be split as the target before the edit would, which must not decide about the next one.
 */
export function chooseTarget(path: string, file: ConfigFile, setting: Target | undefined): Told<Target> {
  if (setting) return { value: setting, by: 'setting' };
  const keys = new Set<string>();
  for (const [, line] of tellingLinesOf(reparseFile(file, COMMON_LEXICAL_RULES))) {
    if (line.kind === 'directive') keys.add(line.key);
    const comment = linterCommentOf(line);
    const target = comment?.word === TARGET_COMMENT ? parseTarget(comment.rest) : undefined;
    if (target) return { value: target, by: 'comment' };
  }
  if (/valkey/i.test(fileNameOf(path))) return { value: NEWEST_VALKEY, by: 'file-name' };
  const value = targetOfNames([...keys].flatMap((key) => lifetimesOf(key) ?? []));
  return { value, by: value === NEWEST_REDIS ? 'default' : 'directives' };
}

/** What comes first wins where as many names are known. Older versions must be named: a removed name is worth a word. */
const CANDIDATES: readonly Target[] = [NEWEST_REDIS, NEWEST_VALKEY];

/** The target that knows most of a file's names. */
function targetOfNames(names: readonly Lifetimes[]): Target {
  const knownBy = (target: Target) => names.filter((lifetimes) => isAlive(lifetimes, target)).length;
  if (knownBy(NEWEST_REDIS) === names.length) return NEWEST_REDIS;
  let best: Target = NEWEST_REDIS;
  for (const target of CANDIDATES) if (knownBy(target) > knownBy(best)) best = target;
  return best;
}
