import { sha256 } from '../core/acl/sha256.js';
import type { Finding } from '../core/lint/finding.js';
import { bytesOf } from '../core/syntax/bytes.js';
import type { FileReport } from './report.js';

/**
 * What tells each finding of a file from all others, in their order, for services and baselines that compare runs: of
 * the rule, the path in the project, the name of the directive, and which of several such it is. It stays the same when
 * lines move, when a message is worded otherwise, and wherever the project is checked out.
 */
export function fingerprintsOf(file: FileReport): readonly string[] {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const key = JSON.stringify([finding.rule, file.pathInProject, directiveAt(file, finding)]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${sha256(bytesOf(key)).slice(0, 32)}:${nth}`;
  });
}

/** Lower case; empty where no directive stands, and for words that may be no name at all. */
function directiveAt({ source }: FileReport, { at }: Finding): string {
  const line = source.file.lines.at(at.line);
  return line?.kind === 'directive' && /^[a-z][a-z0-9-]*$/.test(line.key) ? line.key : '';
}
