import { isAlive, lifetimesOf } from '../../directives/catalog.js';
import type { Lifetimes } from '../../directives/facts.js';
import { NEWEST_REDIS, NEWEST_VALKEY, parseTarget, releaseOf, type Target } from '../../directives/target.js';
import { type ConfigFile, reparseFile } from '../../syntax/config-file.js';
import { COMMON_LEXICAL_RULES } from '../../syntax/word.js';
import { fileNameOf } from '../paths.js';
import type { Told } from '../told.js';
import { linterCommentOf, TARGET_COMMENT } from './linter-comment.js';
import { agreementOf } from './surroundings.js';

/** The server that a file is read for, and who says so. */
export interface TargetChoice {
  readonly target: Told<Target>;
  /** What the images and charts beside the file say, where they contradict each other. */
  readonly disagreeing: readonly Told<Target>[];
}

/**
 * Setting, then comment, then the images and charts around the file, then its name, then what the directives in it
 * allow, then the newest Redis. By the text alone: an edited file may still be split as the target before the edit
 * would, which must not decide about the next one.
 */
export function chooseTarget(
  path: string,
  file: ConfigFile,
  setting: Target | undefined,
  surroundings: readonly Told<Target>[] = [],
): TargetChoice {
  if (setting) return named({ value: setting, by: 'setting' });
  const keys = new Set<string>();
  for (const [, line] of reparseFile(file, COMMON_LEXICAL_RULES).lines.telling()) {
    if (line.kind === 'directive') keys.add(line.key);
    const comment = linterCommentOf(line);
    const target = comment?.word === TARGET_COMMENT ? parseTarget(comment.rest) : undefined;
    if (target) return named({ value: target, by: 'comment' });
  }
  const name = fileNameOf(path);
  const isForValkey = /valkey/i.test(name);
  const { target, disagreeing } = agreementOf(
    isForValkey ? surroundings.filter(({ value }) => value.product === 'valkey') : surroundings,
  );
  return { target: target ?? targetOfName(name) ?? targetOfKeys(keys), disagreeing };
}

/** A target that nobody contradicts. */
export const named = (target: Told<Target>): TargetChoice => ({ target, disagreeing: [] });

/** `redis-4.0.conf`. A single number may as well be a port or the number of a node. */
const VERSIONED_NAME =
  /(?:^|[-_.])(redis|valkey)(?:-server|-sentinel)?[-_]?v?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)(?=[-_.]|$)/i;

function targetOfName(name: string): Told<Target> | undefined {
  const [, product = '', version] = VERSIONED_NAME.exec(name) ?? [];
  const value = version && releaseOf(product.toLowerCase() === 'valkey' ? 'valkey' : 'redis', version);
  if (value) return { value, by: 'file-name' };
  return /valkey/i.test(name) ? { value: NEWEST_VALKEY, by: 'file-name', isFloating: true } : undefined;
}

function targetOfKeys(keys: ReadonlySet<string>): Told<Target> {
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
