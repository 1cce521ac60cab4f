import { sha256 } from '../core/acl/sha256.js';
import { applyFileEdits, fillSecret, type GeneratedSecret, needsSecret } from '../core/lint/apply-fix.js';
import { chooseFixes, isSafe } from '../core/lint/safe-edits.js';
import type { Fix } from '../core/rules/rule.js';
import type { Service } from '../core/service.js';
import { textOf } from '../core/syntax/config-file.js';
import { type Linted, type LintSettings, lintFiles } from './lint-files.js';
import type { Overlay } from './project-files.js';
import type { FileReport } from './report.js';

/** What fixing came to; nothing is written yet. */
export interface FixOutcome {
  /** Lint of the fixed texts. */
  readonly linted: Linted;
  /** The files that changed, with their texts before and after. */
  readonly changes: readonly FileChange[];
  /** All that were applied. */
  readonly fixes: readonly Fix[];
}

export interface FileChange {
  readonly before: FileReport;
  readonly path: string;
  readonly text: string;
}

/** A fix may uncover another problem; what still changes after so many rounds would change forever. */
const MOST_ROUNDS = 20;

/** Applies the first fix of every finding that `accepts` lets pass, again and again, until none is left. */
export function fixFiles(
  service: Service,
  paths: readonly string[],
  settings: LintSettings,
  overlay: Overlay,
  accepts: (fix: Fix) => boolean = isSafe,
): FixOutcome {
  const texts = new Map(overlay);
  const before = new Map<string, FileReport>();
  let linted = lintFiles(service, paths, settings, texts);
  const fixes: Fix[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = new Set(linted.files.map(({ source }) => source.path));
    const chosen = chooseFixes(
      linted.files.flatMap(({ findings }) => findings),
      (fix) => accepts(fix) && fix.edits.every((edit) => known.has(edit.path)),
    );
    if (chosen.length === 0) break;
    const edits = chosen.map(withSecret).flatMap((fix) => fix.edits);
    for (const report of linted.files) {
      const { path, file } = report.source;
      if (!edits.some((edit) => edit.path === path)) continue;
      if (!before.has(path)) before.set(path, report);
      texts.set(path, { text: applyFileEdits(path, file, edits), encoding: file.encoding });
    }
    fixes.push(...chosen);
    linted = lintFiles(service, paths, settings, texts);
  }
  const changes = [...before].flatMap(([path, report]): readonly FileChange[] => {
    const text = texts.get(path)?.text ?? '';
    return text === textOf(report.source.file) ? [] : [{ before: report, path, text }];
  });
  return { linted, changes, fixes };
}

function withSecret(fix: Fix): Fix {
  return needsSecret(fix) ? fillSecret(fix, newSecret()) : fix;
}

function newSecret(): GeneratedSecret {
  // Not node:crypto: importing it takes as long as linting a file.
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  return { secret, sha256: sha256(secret) };
}
