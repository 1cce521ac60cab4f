import type { LoadProblemOf } from '../config/load-problem.js';
import { directoryOf, fileNameOf } from '../config/paths.js';
import { parseLine } from '../syntax/config-line.js';
import { insertLinesAbove, replaceAt } from './building-blocks/edits.js';
import { refusal } from './building-blocks/unknown-parts.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix, RuleInput } from './rule.js';

export const syntaxPathInFilename = refusalRule({
  id: 'syntax-path-in-filename',
  summary: 'a path where only a file name is allowed',
  category: 'syntax',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['path-in-file-name'],
  message: (cause, { config }) => {
    const stops = cause.isUndecided ? '' : ': the server refuses to start';
    const fact = `"${cause.directive}" takes a file name, not a path${stops}.`;
    return refusal(cause, config, fact, 'Put the directory in "dir".');
  },
  fixes: splitPath,
  also: ['dir'],
});

/** The folder becomes `dir` where no line sets it; else only the name is kept. */
function splitPath({ at, value }: LoadProblemOf<'path-in-file-name'>, { config }: RuleInput): readonly Fix[] {
  if (parseLine(`x ${value}`).kind !== 'directive' || /["'\\]/.test(value)) return [];
  const name = fileNameOf(value);
  if (name === '') return [];
  const keep = replaceAt(at, name);
  const keepName: Fix = {
    title: 'Keep the file name only',
    effect: 'data',
    consequence: 'The file is then the one of that name in "dir": if there is none, the server starts empty.',
    edits: [keep],
  };
  if (config.inForce('dir')?.from || !value.startsWith('/')) return [keepName];
  return [
    {
      title: 'Put the directory in "dir"',
      effect: 'data',
      consequence: 'Every file of the server, its snapshot too, is then in that directory.',
      edits: [insertLinesAbove(at, `dir ${directoryOf(value)}`), keep],
    },
    keepName,
  ];
}
