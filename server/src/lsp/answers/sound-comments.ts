import type { TextEdit } from 'vscode-languageserver';
import { type ConfigFile, documentsIn, editFile, type LintResult, textOf } from '../../core/service.js';
import type { Analyses } from './analysis.js';
import type { Report } from './reports.js';

/** The first line of a script names its shell, that of a Dockerfile how it is read. */
const FIRST_BY_MEANING = /^#(?:!|\s*(?:syntax|escape|check)\s*=)/i;

/**
 * Whether a line that is inserted into a document is read as a comment there: in a text that goes on over several lines it
 * would be a part of it. Tried by reading the document with it: then a finding is gone, and nothing else has changed.
 */
export function isSoundComment(
  { document, analyses }: Report,
  { range: { start }, newText }: TextEdit,
  { withTexts }: Pick<Analyses, 'withTexts'>,
): boolean {
  if (document.traces === undefined) return true;
  const { file, path, places } = document;
  const at = places.fromProtocol(start);
  if (at.line === 0 && FIRST_BY_MEANING.test(file.lines.at(0)?.text ?? '')) return false;
  const own = analyses.find((analysis) => analysis.document.key === document.key);
  if (!own) return false;
  const edited: ConfigFile = editFile(file, { range: { start: at, end: at }, newText });
  const after = withTexts(own, new Map([[path, textOf(edited)]]));
  const [was, is] = [saidIn(own.results), saidIn(after)];
  return is.length < was.length && is.every((said) => was.includes(said)) && isSameShape(own.results, after);
}

const saidIn = (results: readonly LintResult[]): readonly string[] =>
  results.flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule} ${message}`));

const isSameShape = (before: readonly LintResult[], after: readonly LintResult[]): boolean =>
  JSON.stringify(before.map(shapeOf)) === JSON.stringify(after.map(shapeOf));

const shapeOf = ({ deployment: { id }, config }: LintResult): readonly string[] => [
  id,
  ...documentsIn(config).map((source) => source.id),
  ...config.files.map(({ id: source, file }) => `${source} ${valuesIn(file)}`),
];

/** Comments aside. */
const valuesIn = ({ lines }: ConfigFile): string =>
  Array.from(lines.entries(), ([, line]) => (line.kind === 'directive' ? line.text : ''))
    .filter((text) => text !== '')
    .join('\n');
