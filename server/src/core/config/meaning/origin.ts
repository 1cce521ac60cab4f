import type { DirectiveName } from '../../directives/catalog.js';
import type { ConfigSource, Occurrence } from '../occurrence.js';
import { directoryOf, fileNameOf } from '../paths.js';
import type { Exposure } from './exposure.js';

const TEMPLATE_NAME = /\.(j2|jinja2?|erb|tpl|tmpl|tera|mustache|ejs|template|in)$/i;
const OPENING_MARK = /\{\{|\{%|<%/;
const CLOSING_MARK = /\}\}|%\}|%>/;
/** Names that a server is started with, rather than included by another file. */
const MAIN_NAME = /(redis|valkey|keydb|sentinel|^\d{4,5}\b)/i;
const FRAGMENT_FOLDER = /\.d$|^(conf|include|includes|snippets)$/i;
const NETWORK: readonly DirectiveName[] = ['bind', 'port', 'tls-port', 'unixsocket', 'protected-mode'];

interface Read {
  readonly root: ConfigSource;
  readonly files: readonly ConfigSource[];
  readonly occurrences: (name: DirectiveName) => readonly Occurrence[];
  /** A document starts a server with it: then it is all that the server reads. */
  readonly isHosted: boolean;
}

/**
 * What kind of file the root is; a template where any file that it reads is one. A fragment says nothing about the
 * network, and its name or folder tells that another file includes it: what it leaves open is said elsewhere.
 */
export function originOf({ root, files, occurrences, isHosted }: Read): Exposure['origin'] {
  if (TEMPLATE_NAME.test(root.path) || files.some(isTemplate)) return 'template';
  if (isHosted) return files.some(({ holder }) => holder === 'part') ? 'fragment' : 'file';
  if (NETWORK.some((name) => occurrences(name).length > 0)) return 'file';
  const inFragmentFolder = FRAGMENT_FOLDER.test(fileNameOf(directoryOf(root.path)));
  return inFragmentFolder || !MAIN_NAME.test(fileNameOf(root.path)) ? 'fragment' : 'file';
}

/** Where it is known who holds it, that tells what is filled in. */
function isTemplate(source: ConfigSource): boolean {
  const { fillIns } = source;
  return fillIns ? fillIns.some(({ by }) => by === 'template') : holdsTemplateTag(source);
}

/** A brace that nothing closes is part of a value, or a mistake. */
function holdsTemplateTag({ file }: ConfigSource): boolean {
  let isOpened = false;
  let isClosed = false;
  for (const [, { text }] of file.lines.telling()) {
    isOpened ||= OPENING_MARK.test(text);
    isClosed ||= CLOSING_MARK.test(text);
    if (isOpened && isClosed) return true;
  }
  return false;
}
