import { readAclFileLine } from '../acl/file-line.js';
import { dialectIn } from '../config/dialect-in.js';
import { type SourceId, sourceIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Word } from '../syntax/word.js';

/** A user's line, in an ACL file or as a `user` line of a configuration. */
export interface AclLine {
  readonly name: Word;
  readonly rules: readonly Word[];
}

/** The user that a line of a file describes; undefined where it describes none. */
export function aclLineAt(config: ResolvedConfiguration, id: SourceId, line: number): AclLine | undefined {
  const source = sourceIn(config.files, id);
  const node = source?.file.lines.at(line);
  if (!source || !node) return undefined;
  if (isAclFile(config, id)) {
    const read = readAclFileLine(node.text, source.file.encoding);
    return read.kind === 'user' ? read : undefined;
  }
  if (node.kind !== 'directive' || node.key !== 'user') return undefined;
  const [name, ...rules] = node.args;
  return name && { name, rules };
}

/** Whether the server reads a file with its ACL loader. */
export function isAclFile(config: ResolvedConfiguration, id: SourceId): boolean {
  return dialectIn(config, id) === 'acl';
}
