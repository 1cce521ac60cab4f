import assert from 'node:assert/strict';
import type { SourceEdit } from '../../server/src/core/rules/rule.js';
import { type ConfigSource, type LintResult, type Location, linesWritten } from '../../server/src/core/service.js';
import { isUnambiguous } from '../../server/src/core/text/edit.js';

/**
 * @throws AssertionError where a problem, a finding, a related place or an edit stands outside of the files read, or
 * edits of a fix contradict each other.
 */
export function checkBounds({ config, findings }: LintResult, what: string): void {
  const sources = new Map(config.files.map((source) => [source.path, source]));
  for (const { code, at } of config.problems) checkPlace(sources.get(at.source), at, `${code}\n${what}`);
  for (const { rule, at, related, fixes } of findings) {
    for (const place of [at, ...related.map((other) => other.at)]) {
      checkPlace(sources.get(place.source), place, `${rule}\n${what}`);
    }
    for (const { edits } of fixes()) {
      for (const path of new Set(edits.map((edit) => edit.source))) {
        checkEdits(sources.get(path), edits, `${rule} edits ${path}\n${what}`);
      }
    }
  }
}

function checkPlace(source: ConfigSource | undefined, { source: path, line, at }: Location, what: string): void {
  const length = source?.file.lines.at(line)?.text.length ?? -1;
  const isInside = 0 <= at.start && at.start <= at.end && at.end <= length;
  const isBelowLastLineEnd = line > 0 && length === 0 && source?.file.lines.count === line + 1;
  assert.ok(isInside && !isBelowLastLineEnd, `outside of ${length}: ${path}:${line}:${at.start}-${at.end}: ${what}`);
}

/** @throws AssertionError unless the edits of one file mean the same to every editor and stand within it. */
export function checkEdits(source: ConfigSource | undefined, edits: readonly SourceEdit[], what: string): void {
  assert.ok(source, `not read: ${what}`);
  const { id, file, place } = source;
  const own = edits.filter((edit) => edit.source === id);
  const written = place.write(own);
  assert.ok(!('refused' in written) && isUnambiguous(written), `edits contradict each other: ${what}`);
  const lengthOf = (line: number) => file.lines.at(line)?.text.length ?? -1;
  for (const edit of own) {
    const [line, end] = edit.kind === 'replace' ? [edit.line, edit.at.end] : [lineOf(edit), 0];
    assert.ok(end <= lengthOf(line), `outside of ${lengthOf(line)}: ${line}:${end}: ${what}`);
    for (const text of linesWritten(edit)) assert.doesNotMatch(text, /\n/, `a line end within a line: ${what}`);
  }
  for (const { line, character } of written.flatMap(({ range }) => [range.start, range.end])) {
    assert.ok(character <= lengthOf(line), `outside of ${lengthOf(line)}: ${line}:${character}: ${what}`);
  }
}

/** Lines may be inserted behind the last one. */
function lineOf(edit: Exclude<SourceEdit, { kind: 'replace' }>): number {
  return edit.kind === 'insert' ? Math.max(0, edit.before - 1) : edit.line;
}
