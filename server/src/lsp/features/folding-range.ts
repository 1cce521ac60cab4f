import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import type { DocumentFeature } from './feature.js';

/** What folds: sections. */
export const foldingRange: DocumentFeature<FoldingRangeParams, readonly FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capability: () => ({ foldingRangeProvider: true }),
  outside: 'document',
  needs: 'text',
  empty: () => [],
  answer: ({ engine, source }) => engine.foldingRanges(source.file),
  ranges: (folds, toProtocol) => {
    const lineOf = (line: number) => {
      const start = { line, character: 0 };
      return toProtocol({ start, end: start }).start.line;
    };
    return folds.map((fold) => ({ ...fold, startLine: lineOf(fold.startLine), endLine: lineOf(fold.endLine) }));
  },
};
