import assert from 'node:assert/strict';
import type { FileEdit } from '../../server/src/core/rules/rule.js';
import { hostEdits, type LintResult, type Location, type SourceFile } from '../../server/src/core/service.js';
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

function checkPlace(source: SourceFile | undefined, { source: path, line, at }: Location, what: string): void {
  const length = source?.file.lines[line]?.text.length ?? -1;
  const isInside = 0 <= at.start && at.start <= at.end && at.end <= length;
  const isBelowLastLineEnd = line > 0 && length === 0 && source?.file.lines.length === line + 1;
  assert.ok(isInside && !isBelowLastLineEnd, `outside of ${length}: ${path}:${line}:${at.start}-${at.end}: ${what}`);
}

/** @throws AssertionError unless the edits of one file mean the same to every editor and stand within it. */
export function checkEdits(source: SourceFile | undefined, edits: readonly FileEdit[], what: string): void {
  assert.ok(source, `not read: ${what}`);
  const { path, file } = source;
  const own = edits.filter((edit) => edit.source === path);
  const inHost = hostEdits(file, own);
  assert.ok(isUnambiguous(inHost), `edits contradict each other: ${what}`);
  const places = [...own.map(({ range }) => range.start), ...inHost.flatMap(({ range }) => [range.start, range.end])];
  for (const { line, character } of places) {
    const length = file.lines[line]?.text.length ?? -1;
    assert.ok(character <= length, `outside of ${length}: ${line}:${character}: ${what}`);
  }
}
