import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import {
  type ConfigFile,
  completion,
  describeCompletion,
  documentSymbols,
  fileLinks,
  foldingRanges,
  hover,
  type LintResult,
  textOf,
} from '../../server/src/core/service.js';
import { comparePositions, positionsIn, type Range } from '../../server/src/core/text/span.js';

/** What an editor asks: nothing throws, and what is answered stands in the text. `places`: modulo the text's length. */
export function checkFeatures({ config }: LintResult, places: readonly number[]): void {
  const { path, file } = config.root;
  const text = textOf(file);
  const placeOf = positionsIn(text);
  for (const place of places.map((each) => placeOf(each % (text.length + 1)))) {
    checkRange(file, hover(config, path, place)?.range, 'hover');
    const items = completion(config, path, place);
    for (const { textEdit } of items)
      checkRange(file, textEdit && 'range' in textEdit ? textEdit.range : undefined, 'completion');
    for (const item of items.slice(0, 2)) describeCompletion(config, item);
  }
  for (const symbol of documentSymbols(file)) checkSymbol(file, symbol);
  for (const { startLine, endLine } of foldingRanges(file))
    assert.ok(startLine < endLine && endLine < file.lines.count);
  for (const { at } of fileLinks(config, path))
    checkRange(
      file,
      { start: { line: at.line, character: at.at.start }, end: { line: at.line, character: at.at.end } },
      'link',
    );
}

function checkSymbol(file: ConfigFile, { name, range, selectionRange, children = [] }: DocumentSymbol): void {
  checkRange(file, range, name);
  // Editors refuse all symbols of a document otherwise.
  assert.notEqual(name.trim(), '');
  assert.ok(comparePositions(range.start, selectionRange.start) <= 0, name);
  assert.ok(comparePositions(selectionRange.end, range.end) <= 0, name);
  for (const child of children) checkSymbol(file, child);
}

function checkRange({ lines }: ConfigFile, range: Range | undefined, what: string): void {
  if (!range) return;
  const { start, end } = range;
  assert.ok(comparePositions(start, end) <= 0, what);
  for (const { line, character } of [start, end]) {
    const length = lines.at(line)?.text.length ?? -1;
    assert.ok(0 <= character && character <= length, `${what} outside of ${length}: ${line}:${character}`);
  }
}
