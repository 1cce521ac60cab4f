import { sha256 } from '../core/acl/sha256.js';
import type { LinesShown } from '../core/config/showing/lines-shown.js';
import { fillSecret, type GeneratedSecret, needsSecret } from '../core/lint/apply-fix.js';
import { isSafe } from '../core/lint/choose-fixes.js';
import { fixInRounds } from '../core/lint/fix-rounds.js';
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

/** A file that fixes have changed: as it was reported, and its text after. */
export interface FileChange {
  readonly before: FileReport;
  /** What of the text after may be shown; undefined: nobody read it. */
  readonly after?: LinesShown | undefined;
  readonly path: string;
  readonly text: string;
}

/** Applies the first fix of every finding that `accepts` lets pass, again and again, until none is left. */
export function fixFiles(
  service: Service,
  paths: readonly string[],
  settings: LintSettings,
  overlay: Overlay,
  accepts: (fix: Fix) => boolean = isSafe,
): FixOutcome {
  const reports = new Map<string, FileReport>();
  const lint = (texts: ReadonlyMap<string, string>) => {
    const linted = lintFiles(service, paths, settings, new Map([...overlay, ...overlayOf(texts, reports)]));
    for (const report of linted.files) if (!reports.has(report.source.path)) reports.set(report.source.path, report);
    return linted;
  };
  const { linting, texts, fixes } = fixInRounds(lint, { accepts, prepare: withSecret });
  const changes = [...texts].flatMap(([path, text]): readonly FileChange[] => {
    const before = reports.get(path);
    const after = linting.files.find(({ source }) => source.path === path)?.shown;
    return before && text !== textOf(before.source.file) ? [{ before, after, path, text }] : [];
  });
  return { linted: linting, changes, fixes };
}

/** The texts in the encodings of the files that they stand for. */
function overlayOf(texts: ReadonlyMap<string, string>, reports: ReadonlyMap<string, FileReport>): Overlay {
  return new Map(
    [...texts].map(([path, text]) => [path, { text, encoding: reports.get(path)?.source.file.encoding ?? 'utf-8' }]),
  );
}

function withSecret(fix: Fix): Fix {
  return needsSecret(fix) ? fillSecret(fix, newSecret()) : fix;
}

function newSecret(): GeneratedSecret {
  // Not node:crypto: importing it takes as long as linting a file.
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  return { secret, sha256: sha256(secret) };
}
