import { directoryOf, fileNameOf } from '../../config/paths.js';
import { mayStartServers } from '../../project/recognise/sniff.js';
import { documentKindOf } from '../../project/recognise.js';
import { type HostDocument, hostDocument } from '../host-document.js';
import type { HostTools, NotAnalysed } from '../host-reading.js';
import { yamlDocuments } from '../yaml/yaml-documents.js';
import { entriesOf, entryOf, type YamlEntry, type YamlNode, yamlTree } from '../yaml/yaml-tree.js';

/** A compose file that was parsed. */
export interface ComposeFile {
  readonly document: HostDocument;
  readonly root: YamlNode;
}

/** In characters; a longer document is not parsed. */
const LONGEST = 256_000;

/** The documents of a file that may start servers. `isOverlay`: what it adds to may be named in another file alone. */
export function composeFiles(document: HostDocument, { yaml }: HostTools, isOverlay: boolean): ComposeFiles {
  const files: ComposeFile[] = [];
  const notAnalysed: NotAnalysed[] = [];
  for (const at of yamlDocuments(document.text)) {
    if (!isOverlay && !mayStartServers(document.text.slice(at.start, at.end))) continue;
    const root = at.end - at.start > LONGEST ? 'too-large' : yamlTree(document.text, at, yaml());
    if (typeof root === 'string') notAnalysed.push({ at, reason: root });
    else if (root) files.push({ document, root });
  }
  return { files, notAnalysed };
}

/** What a file was parsed to. */
export interface ComposeFiles {
  readonly files: readonly ComposeFile[];
  readonly notAnalysed: readonly NotAnalysed[];
}

/** Another compose file; undefined where there is none that can be read. */
export function composeFileAt(path: string, tools: HostTools): ComposeFile | undefined {
  const found = tools.reader.readFile(path);
  if (found.status !== 'found' || found.text.length > LONGEST) return undefined;
  return composeFiles(hostDocument('compose', path, found.text), tools, true).files[0];
}

/** The files that compose takes by itself, in its order. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'] as const;
const OVERRIDE = /^(.*)\.override\.ya?ml$/i;

/** What a file is to those beside it: compose takes the first of them alone, and lays its override over it. */
export type Role = 'base' | 'override' | 'other';

/** By its name. */
export function roleOf(path: string): Role {
  const name = fileNameOf(path).toLowerCase();
  if (OVERRIDE.test(name)) return 'override';
  return BASES.some((base) => base === name) ? 'base' : 'other';
}

/** Whether a file may be laid over another one that names the servers. */
export const mayBeOverlay = (path: string): boolean => documentKindOf(path) === 'compose' && roleOf(path) !== 'base';

/** The file that an override, or an overlay that is named by hand, is laid over. */
export function baseOf(path: string, { reader }: Pick<HostTools, 'reader'>): string | undefined {
  const folder = directoryOf(path);
  const [, stem] = OVERRIDE.exec(fileNameOf(path)) ?? [];
  const own = stem === undefined ? [] : [`${stem}.yml`, `${stem}.yaml`];
  const paths = [...own, ...BASES].map((name) => `${folder}/${name}`).filter((each) => each !== path);
  return paths.find((each) => reader.readFile(each).status === 'found');
}

/** The override of a file that compose takes by itself. */
export function overrideOf(path: string, { reader }: Pick<HostTools, 'reader'>): string | undefined {
  const own = fileNameOf(path).replace(/\.(ya?ml)$/i, '.override.$1');
  const names = [own, ...BASES.map((name) => name.replace('.', '.override.'))];
  return names.map((name) => `${directoryOf(path)}/${name}`).find((each) => reader.readFile(each).status === 'found');
}

/** The services of a file. */
export function servicesOf({ root }: ComposeFile): readonly YamlEntry[] {
  return entriesOf(entryOf(root, 'services')?.value);
}
