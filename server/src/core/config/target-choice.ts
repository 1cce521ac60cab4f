import { isAlive, lifetimesOf } from '../directives/catalog.js';
import { NEWEST_REDIS, NEWEST_VALKEY, parseTarget, type Target } from '../directives/target.js';
import { type ConfigFile, tellingLinesOf } from '../syntax/config-file.js';
import { fileNameOf } from './paths.js';

/** The target in force and what said so. */
export interface TargetChoice {
  readonly target: Target;
  readonly source: 'setting' | 'configuration-file' | 'comment' | 'file-name' | 'directives' | 'default';
}

const COMMENT = /^\s*#\s*redis-conf-lint-target\s+(.+?)\s*$/;

/** Setting, then comment, then the file's name, then what the directives in it allow, then the newest Redis. */
export function chooseTarget(path: string, file: ConfigFile, setting: Target | undefined): TargetChoice {
  if (setting) return { target: setting, source: 'setting' };
  for (const [, line] of tellingLinesOf(file)) {
    const named = line.kind === 'comment' ? COMMENT.exec(line.text)?.[1] : undefined;
    const target = named === undefined ? undefined : parseTarget(named);
    if (target) return { target, source: 'comment' };
  }
  if (/valkey/i.test(fileNameOf(path))) return { target: NEWEST_VALKEY, source: 'file-name' };
  const keys = new Set([...tellingLinesOf(file)].map(([, line]) => (line.kind === 'directive' ? line.key : '')));
  const known = [...keys].flatMap((key) => lifetimesOf(key) ?? []);
  const only = (one: Target, other: Target) => known.some((each) => isAlive(each, one) && !isAlive(each, other));
  if (only(NEWEST_VALKEY, NEWEST_REDIS) && !only(NEWEST_REDIS, NEWEST_VALKEY)) {
    return { target: NEWEST_VALKEY, source: 'directives' };
  }
  return { target: NEWEST_REDIS, source: 'default' };
}
