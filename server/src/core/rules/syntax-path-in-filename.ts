import type { LoadProblemOf } from '../config/load-problem.js';
import { directoryOf, fileNameOf } from '../config/paths.js';
import { parseLine } from '../syntax/config-line.js';
import { insertLinesAbove, replaceAt } from './building-blocks/edits.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const syntaxPathInFilename: Rule = {
  id: 'syntax-path-in-filename',
  summary: 'a path where only a file name is allowed',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['path-in-file-name'],
  reads: ['path-in-file-name', 'dir'],
  check: checkFileNames,
};

type PathInFileName = LoadProblemOf<'path-in-file-name'>;

function* checkFileNames(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('path-in-file-name')) {
    yield {
      at: cause.at,
      message: `Here stands a path, but ${cause.directive} takes a file name only. Put the folder into "dir".`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => splitPath(input, cause),
    };
  }
}

/** The folder becomes `dir` where no line sets it; else only the name is kept. */
function splitPath({ config }: RuleInput, { at, value }: PathInFileName): readonly Fix[] {
  if (parseLine(`x ${value}`).kind !== 'directive' || /["'\\]/.test(value)) return [];
  const name = fileNameOf(value);
  if (name === '') return [];
  const keep = replaceAt(at, name);
  const keepName: Fix = {
    title: 'Keep the file name only',
    effect: 'data',
    consequence: 'The file is then the one of that name in "dir": if there is none the server starts empty.',
    edits: [keep],
  };
  if (config.setting('dir')?.from || !value.startsWith('/')) return [keepName];
  const folder = directoryOf(value);
  return [
    {
      title: 'Put the folder into "dir"',
      effect: 'data',
      consequence: 'Every file of the server, its snapshot too, is then in that directory.',
      edits: [insertLinesAbove(at, `dir ${folder}`), keep],
    },
    keepName,
  ];
}
