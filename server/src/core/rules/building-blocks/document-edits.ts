import { type Location, sourceIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { SourceEdit } from '../rule.js';
import { insertLinesBelow } from './edits.js';

/** Whether behind a key stands nothing but its colon, an anchor and a comment. */
function isKeyAlone(behind: string): boolean {
  const [, rest] = /^["']?[ \t]*:(.*)$/.exec(behind.trimEnd()) ?? [];
  return (
    rest !== undefined &&
    rest
      .split('#')[0]
      ?.trim()
      .replace(/^&\S+$/, '') === ''
  );
}

/**
 * Inserts a line among what stands below a key of a YAML document, indented as that is. Undefined: it is written in
 * another form, so that a line has no place there.
 */
export function insertBelowKey(config: ResolvedConfiguration, key: Location, line: string): SourceEdit | undefined {
  const lines = sourceIn(config.deployment.hosts, key.source)?.file.lines;
  const own = lines?.at(key.line)?.text ?? '';
  if (!lines || !isKeyAlone(own.slice(key.at.end))) return undefined;
  for (let next = key.line + 1; next < lines.count; next++) {
    const text = lines.at(next)?.text ?? '';
    if (/^\s*(?:#.*)?$/.test(text)) continue;
    const indent = /^ */.exec(text)?.[0] ?? '';
    const isBelow = indent.length > indentOf(own) && !text.trimStart().startsWith('- ');
    return isBelow ? insertLinesBelow(key, indent + line) : undefined;
  }
  return undefined;
}

const indentOf = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
