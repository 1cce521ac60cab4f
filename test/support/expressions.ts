import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { readSources } from './import-table.js';

/** A regular expression and the file that it stands in. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

export interface FoundExpressions {
  readonly literals: readonly Expression[];
  /** Files that make expressions out of texts, which nobody can check beforehand: once for each time. */
  readonly made: readonly string[];
}

/** The expressions of a JavaScript text. */
export function expressionsIn(file: string, text: string): FoundExpressions {
  const literals: Expression[] = [];
  const made: string[] = [];
  const onToken = ({ type, value }: { readonly type: { readonly label: string }; readonly value?: unknown }) => {
    if (type.label === 'name' && value === 'RegExp') made.push(file);
    if (type.label !== 'regexp') return;
    const { pattern, flags } = value as { readonly pattern: string; readonly flags: string };
    literals.push({ file, source: pattern, flags });
  };
  parse(text, { ecmaVersion: 'latest', sourceType: 'module', onToken });
  return { literals, made };
}

/** The expressions of every source that ships, read from what the compiler made of it. */
export function shippedExpressions(root: string): FoundExpressions {
  const found = readSources(root).map(({ path: file }) => {
    const source = file.startsWith('client/') ? file.replace('client/', 'client/src/') : `server/src/${file}`;
    return expressionsIn(source, readFileSync(path.join(root, 'out', source.replace(/\.ts$/, '.js')), 'utf8'));
  });
  return { literals: found.flatMap(({ literals }) => literals), made: found.flatMap(({ made }) => made) };
}

const DATA_KEYS: ReadonlySet<string> = new Set(['match', 'begin', 'end', 'while', 'wordPattern', 'start', 'pattern']);

/** The expressions of grammars and of the schema, which editors try on what somebody writes. */
export function expressionsInData(root: string): readonly Expression[] {
  const grammars = readdirSync(path.join(root, 'syntaxes')).map((name) => `syntaxes/${name}`);
  return [...grammars, 'schemas/redis-conf-lint.schema.json'].flatMap((file) => {
    const found: Expression[] = [];
    JSON.parse(readFileSync(path.join(root, file), 'utf8'), (key: string, value: unknown) => {
      if (typeof value === 'string' && DATA_KEYS.has(key)) found.push({ file, source: value, flags: '' });
      return value;
    });
    return found;
  });
}
