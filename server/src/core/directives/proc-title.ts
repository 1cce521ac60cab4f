import type { OwnProblem } from './value-problem.js';

/** The variables of `proc-title-template`; while the file is read some of them stand for nothing yet. */
const VARIABLES: ReadonlyMap<string, 'filled' | 'empty'> = new Map([
  ['config-file', 'filled'],
  ['listen-addr', 'filled'],
  ['port', 'filled'],
  ['tls-port', 'filled'],
  ['title', 'empty'],
  ['server-mode', 'empty'],
  ['unixsocket', 'empty'],
]);

/** Only known variables, closed ones, and something must be left when they are filled in. `{{` is a brace. */
export function checkProcTitle(template: string): OwnProblem | undefined {
  let result = '';
  for (let at = 0; at < template.length; at++) {
    if (template[at] !== '{') {
      result += template[at];
    } else if (template[at + 1] === '{') {
      result += '{';
      at++;
    } else {
      const end = template.indexOf('}', at);
      const filled = end < 0 ? undefined : VARIABLES.get(template.slice(at + 1, end));
      if (filled === undefined) return { code: 'invalid-value', reason: 'has an unknown or unfinished {variable}' };
      if (filled === 'filled') result += 'x';
      at = end;
    }
  }
  return result.replaceAll(' ', '') === '' ? { code: 'invalid-value', reason: 'gives an empty title' } : undefined;
}
