/** One import of a source, in whatever form it is written. */
export interface Import {
  readonly specifier: string;
  /** Erased: it leaves nothing in what ships. */
  readonly isType: boolean;
}

/** `import … from`, `export … from`, `import '…'`, over several lines too. */
const STATEMENT = /^\s*(?:import|export)\b(?:([^;'"`]*?)\bfrom)?\s*(['"])([^'"]+)\2/gm;
/** `import('…')`, `require('…')`; a specifier that is no plain text leads nobody knows where. */
const CALL = /\b(?:import|require)\s*\(\s*(?:(['"])([^'"]+)\1\s*\))?/g;
/** What a specifier is called that only a run would know. */
export const COMPUTED = '(computed)';

export function importsOf(text: string): readonly Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, clause = '', , specifier = '']) => ({
    specifier,
    isType: isTypeClause(clause.trim()),
  }));
  const calls = [...text.matchAll(CALL)].map(([, , specifier = COMPUTED]) => ({ specifier, isType: false }));
  return [...statements, ...calls];
}

function isTypeClause(clause: string): boolean {
  if (/^type\b(?!\s*,)/.test(clause)) return true;
  const names = /^\{(.*)\}$/s
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim()) ?? [''];
  return names.every((name, index) => name.startsWith('type ') || (name === '' && index > 0));
}
