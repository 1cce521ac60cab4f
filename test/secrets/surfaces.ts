import { maskSpans } from '../../server/src/cli/code-frame.js';
import { FORMATTERS } from '../../server/src/cli/formatters/index.js';
import { showChanges } from '../../server/src/cli/show-changes.js';
import {
  type EffectiveFile,
  effectiveAsJson,
  effectiveAsText,
  usersAsText,
} from '../../server/src/cli/show-effective.js';
import { aclListOf } from '../../server/src/core/answers/acl-list.js';
import { effectiveValues } from '../../server/src/core/answers/effective.js';
import { hiddenSpans } from '../../server/src/core/config/showing/hidden-spans.js';
import { applySourceEdits } from '../../server/src/core/lint/apply-fix.js';
import {
  completion,
  createLoadCache,
  createService,
  describeCompletion,
  documentSymbols,
  foldingRanges,
  hover,
  type LintResult,
} from '../../server/src/core/service.js';
import { fixtureReader, virtualPathOf } from '../support/fixtures.js';
import { reportOf } from '../support/report.js';
import type { Placement } from './placements.js';

const SERVICE = createService();
const CACHE = createLoadCache();
const CONTEXT = {
  // The same in every report, and most of a SARIF report.
  rules: [],
  paint: (_: string, text: string) => text,
  width: 120,
  showPath: (path: string) => path,
  quiet: false,
  gate: { failOn: 'error' as const, maxWarnings: undefined },
  verbose: true,
};
const EFFECTIVE = { ...CONTEXT, showsSecrets: false };

export function lintPlacement({ fixture: { rule, name }, text }: Pick<Placement, 'fixture' | 'text'>): LintResult {
  return SERVICE.lint({
    path: virtualPathOf(name),
    file: SERVICE.parse(text),
    reader: fixtureReader(rule),
    cache: CACHE,
    options: { profile: 'strict' },
  });
}

/** Everything that the product shows of a text, by where it shows it. */
export function* surfaces(result: LintResult, line: number): Iterable<readonly [surface: string, shown: string]> {
  const { config, findings, verdict } = result;
  const { path, file } = config.root;
  for (const { rule, message, related, fixes } of findings) {
    yield [`message of ${rule}`, message];
    for (const place of related) yield [`related message of ${rule}`, place.message];
    for (const { title, consequence = '' } of fixes()) yield [`fix title of ${rule}`, `${title} ${consequence}`];
  }
  for (const [format, write] of Object.entries(FORMATTERS))
    yield [`format ${format}`, write(reportOf(result), CONTEXT)];
  const { catalog, dialect } = config;
  const { file: before } = reportOf(result);
  const masked = Array.from(file.lines.entries(), ([index, line]) =>
    maskSpans(line.text, hiddenSpans(line, { catalog, dialect, before: file.lines.at(index - 1) })),
  );
  yield ['lines of a diff', masked.join('\n')];
  const fixed = findings.flatMap(({ fixes }) => fixes().map(({ edits }) => applySourceEdits(path, file, edits)));
  const changes = fixed.map((text) => ({ before, path, text }));
  yield ['diffs', showChanges({ changes }, CONTEXT.paint, 'masked')];
  yield ['outline', JSON.stringify(documentSymbols(file)) + JSON.stringify(foldingRanges(file))];
  yield ['verdict', JSON.stringify(verdict)];
  yield* atPlaces(result, line);
  yield* effective(result);
}

/** At every word of the line itself and of those beside it. */
function* atPlaces({ config }: LintResult, at: number): Iterable<readonly [string, string]> {
  const { path, file } = config.root;
  for (const line of [at - 1, at, at + 1]) {
    const { text } = file.lines.at(line) ?? { text: '' };
    for (const { index, 0: word } of text.matchAll(/\S+/g)) {
      const position = { line, character: index + Math.min(2, word.length) };
      const found = hover(config, path, position);
      if (found) yield ['hover', JSON.stringify(found.contents)];
      const items = completion(config, path, { line, character: index + word.length });
      yield ['completion', items.map(({ label, detail = '' }) => `${label} ${detail}`).join('\n')];
      for (const item of items.slice(0, 2)) yield ['completion', JSON.stringify(describeCompletion(config, item))];
    }
  }
}

function* effective({
  config,
  deployment: {
    target: { value: target },
  },
}: LintResult): Iterable<readonly [string, string]> {
  const { root, dialect } = config;
  const file: EffectiveFile = {
    path: root.path,
    dialect,
    target: `${target.product}`,
    values: effectiveValues(config),
    users: aclListOf(config),
  };
  yield ['--effective', effectiveAsText([file], EFFECTIVE)];
  yield ['--effective as JSON', effectiveAsJson([file], EFFECTIVE)];
  yield ['--effective --as acl', usersAsText([file], EFFECTIVE)];
}
