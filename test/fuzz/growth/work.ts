import { formatText } from '../../../server/src/cli/formatters/text.js';
import { capped } from '../../../server/src/cli/report.js';
import type { FileReader } from '../../../server/src/core/config/file-reader.js';
import { directoryOf, fileNameOf } from '../../../server/src/core/config/paths.js';
import { applySourceEdits } from '../../../server/src/core/lint/apply-fix.js';
import { chooseFixes, isSafe } from '../../../server/src/core/lint/choose-fixes.js';
import {
  completion,
  createService,
  documentSymbols,
  fileLinks,
  foldingRanges,
  hover,
  type LintResult,
  type Position,
} from '../../../server/src/core/service.js';
import { reportOf } from '../../support/report.js';
import type { Shape } from './shape.js';

/** What the product does with a file; each part is measured by itself. */
export const PARTS = ['lint', 'features', 'fixes', 'report'] as const;
export type Part = (typeof PARTS)[number];

const SERVICE = createService();

/** The parts of the work for a shape of some size, to be called again and again. */
export function workFor(shape: Shape, size: number): Readonly<Record<Part, () => unknown>> {
  const path = shape.path ?? '/etc/redis/redis.conf';
  const text = shape.text(size);
  const reader = readerOf({ ...shape.files?.(size), [path]: text });
  const lint = () => SERVICE.lint({ path, file: SERVICE.parse(text), reader });
  const result = lint();
  return {
    lint,
    features: () => useFeatures(result),
    fixes: () => applyFixes(result),
    report: () => textReportOf(result),
  };
}

function readerOf(files: Readonly<Record<string, string>>): FileReader {
  const texts = new Map(Object.entries(files));
  const names = new Map<string, string[]>();
  for (const path of texts.keys()) {
    const folder = directoryOf(path);
    const known = names.get(folder);
    if (known) known.push(fileNameOf(path));
    else names.set(folder, [fileNameOf(path)]);
  }
  return {
    readFile: (path) => {
      const text = texts.get(path);
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (folder) => {
      const inside = names.get(folder);
      return inside ? { status: 'found', names: inside } : { status: 'missing' };
    },
  };
}

/** In the middle and at the end of the first, the middle and the last line. */
function placesIn({ config: { root } }: LintResult): readonly Position[] {
  const { lines } = root.file;
  const last = Math.max(0, lines.count - 2);
  return [...new Set([0, last >> 1, last])].flatMap((line) => {
    const { length } = lines.at(line)?.text ?? '';
    return [length >> 1, length].map((character) => ({ line, character }));
  });
}

function useFeatures(result: LintResult): unknown {
  const { config } = result;
  const { path, file } = config.root;
  return [
    documentSymbols(file),
    foldingRanges(file),
    fileLinks(config, path),
    placesIn(result).map((place) => [hover(config, path, place), completion(config, path, place)]),
  ];
}

function applyFixes({ config, findings }: LintResult): unknown {
  const edits = chooseFixes(findings, () => true).flatMap((fix) => fix.edits);
  const { path, file } = config.root;
  const safe = chooseFixes(findings, isSafe).flatMap((fix) => fix.edits);
  return [edits.length, applySourceEdits(path, file, safe)];
}

function textReportOf(result: LintResult): string {
  const context = {
    rules: SERVICE.rules,
    paint: plain,
    width: 100,
    showPath: (path: string) => path,
    quiet: false,
    verbose: false,
    gate: { failOn: 'error' as const, maxWarnings: undefined },
  };
  return formatText(capped(reportOf(result)), context);
}

const plain = (_style: unknown, text: string): string => text;
