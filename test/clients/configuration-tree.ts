import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import path, { posix } from 'node:path';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import { applySourceEdits, fillSecret } from '../../server/src/core/lint/apply-fix.js';
import type { Fix } from '../../server/src/core/rules/rule.js';
import { parseFile } from '../../server/src/core/syntax/config-file.js';
import { TEST_SECRET } from '../support/fix-fixture.js';
import { type Fixture, splitAnnotations, virtualPathOf } from '../support/fixtures.js';

/** A configuration with every file that belongs to it. */
export interface ConfigurationTree {
  /** How a report calls it. */
  readonly name: string;
  /** The absolute path of the file that the server is started with. */
  readonly root: string;
  /** Texts by absolute path, the root among them. */
  readonly files: ReadonlyMap<string, string>;
}

/** Literal addresses that its servers bind, as far as a machine can have them. */
export function boundAddresses({ files }: Pick<ConfigurationTree, 'files'>): readonly string[] {
  const lines = [...files.values()].flatMap((text) => text.match(/^[ \t]*bind[ \t].*/gim) ?? []);
  return lines
    .flatMap((line) => line.split(/[\s"']+/))
    .map((word) => word.replace(/^-/, ''))
    .filter((word) => isIP(word) !== 0 && !/^(?:127\.|0\.|::1?$|fe80:|ff|2[2-5]\d\.)/i.test(word));
}

export const textOfRoot = ({ root, files }: ConfigurationTree): string => files.get(root) ?? '';

export function treeOf(name: string, root: string, text: string): ConfigurationTree {
  return { name, root, files: new Map([[root, text]]) };
}

/** A fixture and the files that stand beside it. */
export function fixtureTree({ rule, name, fullPath, text }: Fixture): ConfigurationTree {
  const folder = path.dirname(fullPath);
  const root = virtualPathOf(name);
  const beside = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:conf|acl)$/.test(file) && !/\.fixed|^(?:bad|good)[^.]*\.\w+$/.test(file))
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file): [string, string] => [
      posix.join(posix.dirname(root), file),
      splitAnnotations(readFileSync(path.join(folder, file), 'utf8')).text,
    ]);
  return { name: `${rule}/${name}`, root, files: new Map([...beside, [root, text]]) };
}

/** A fixture as its golden files have it: what the nth fix of the rule makes of it, again and again. */
export interface GoldenTree {
  readonly tree: ConfigurationTree;
  /** From 0. */
  readonly nth: number;
}

export function goldenTrees(fixture: Fixture): readonly GoldenTree[] {
  const folder = path.dirname(fixture.fullPath);
  const names = readdirSync(folder);
  const [, stem, extension = ''] = /^(.*?)(\.(?:conf|acl).*)$/.exec(fixture.name) ?? [];
  const tree = fixtureTree(fixture);
  const golden = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return names.flatMap((name) => {
    const [, of, mark, end] = /^([^.]*)\.fixed(?:-(\d+))?(\..*)$/.exec(name) ?? [];
    if (of !== stem || end !== extension) return [];
    const files = new Map(tree.files).set(tree.root, golden(name));
    const prefix = name.slice(0, -extension.length);
    for (const beside of tree.files.keys()) {
      const changed = `${prefix}.${posix.relative(posix.dirname(tree.root), beside)}`;
      if (existsSync(path.join(folder, changed))) files.set(beside, golden(changed));
    }
    return [{ tree: { ...tree, files }, nth: mark === undefined ? 0 : Number(mark) - 1 }];
  });
}

export function readerOf({ files }: ConfigurationTree): FileReader {
  return {
    readFile: (name) => {
      const text = files.get(name);
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (folder) => {
      const prefix = folder === '/' ? '/' : `${folder}/`;
      const below = [...files.keys()].filter((name) => name.startsWith(prefix));
      const names = new Set(below.map((name) => name.slice(prefix.length).split('/')[0] ?? ''));
      return names.size === 0 ? { status: 'missing' } : { status: 'found', names: [...names] };
    },
  };
}

/** Fixes that do not overlap. */
export function applyFixes(tree: ConfigurationTree, fixes: readonly Fix[]): ConfigurationTree {
  const edits = fixes.flatMap((fix) => fillSecret(fix, TEST_SECRET).edits);
  const files = new Map(tree.files);
  for (const name of new Set(edits.map((edit) => edit.source))) {
    files.set(name, applySourceEdits(name, parseFile(files.get(name) ?? ''), edits));
  }
  return { ...tree, files };
}
