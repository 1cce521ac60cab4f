import type { CommandHost } from '../../acl/commands.js';
import { type AclLanguage, aclLanguageOf } from '../../acl/effective-user.js';
import { type Catalog, catalogFor } from '../../directives/catalog.js';
import { type Target, targetId } from '../../directives/target.js';
import type { TextEncoding } from '../../syntax/bytes.js';
import { type ConfigFile, parseFile, sameRules } from '../../syntax/config-file.js';
import type { DirectiveLine } from '../../syntax/config-line.js';
import type { LexicalRules } from '../../syntax/word.js';
import { createRemember, type Remember } from '../../text/remember.js';
import type { Dialect } from '../occurrence.js';
import { serversNamedIn } from './image-references.js';
import type { HeldReading } from './standing-line.js';
import type { ServersNamed } from './surroundings.js';

/**
 * What loading keeps from one time to the next, so that an edit costs what it touches: the facts of the target, what
 * each line was read as, and included files. A host owns it and may share it among all its files.
 */
export interface LoadCache {
  readonly catalogFor: (target: Target) => Catalog;
  readonly aclLanguageOf: (target: Target, host: CommandHost) => AclLanguage;
  /** For lines read with this target and dialect. */
  readonly readingsFor: (target: Target, dialect: Dialect) => WeakMap<DirectiveLine, HeldReading>;
  /** The parsed text of a file; parsed again only when the text is another. */
  readonly parse: (path: string, text: string, rules: LexicalRules, encoding: TextEncoding) => ConfigFile;
  readonly serversNamedIn: ServersNamed;
  /** For what rules make of words, again and again. */
  readonly remember: Remember;
}

/** An empty cache; it grows with the files and targets that are read. */
export function createLoadCache(): LoadCache {
  const catalogs = new Map<string, Catalog>();
  const languages = new Map<string, AclLanguage>();
  const readings = new Map<string, WeakMap<DirectiveLine, HeldReading>>();
  const texts = new Map<string, { readonly text: string; readonly file: ConfigFile }>();
  const named = new Map<string, { readonly text: string; readonly servers: ReturnType<ServersNamed> }>();
  return {
    catalogFor: (target) => remember(catalogs, targetId(target), () => catalogFor(target)),
    aclLanguageOf: (target, host) =>
      remember(languages, `${targetId(target)} ${host}`, () => aclLanguageOf(target, host)),
    readingsFor: (target, dialect) => remember(readings, `${targetId(target)} ${dialect}`, () => new WeakMap()),
    parse: (path, text, rules, encoding) => {
      const kept = texts.get(path);
      if (kept?.text === text && sameRules(kept.file.rules, rules) && kept.file.encoding === encoding) return kept.file;
      const file = parseFile(text, { rules, encoding });
      texts.set(path, { text, file });
      return file;
    },
    serversNamedIn: (path, text) => {
      const kept = named.get(path);
      if (kept?.text === text) return kept.servers;
      const servers = serversNamedIn(path, text);
      named.set(path, { text, servers });
      return servers;
    },
    remember: createRemember(),
  };
}

function remember<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
