import { shownPath } from '../../core/config/showing/shown-words.js';
import { describeUnread, type Unread } from '../../core/config/unread.js';
import { targetId } from '../../core/directives/target.js';
import type { DecidingVariable, HostedServerReport, ReadRegion } from '../../core/project/hosted-server.js';
import { printable } from '../../core/text/printable.js';
import type { Range } from '../../core/text/span.js';
import { describeNotAnalysed } from '../document-files.js';
import type { FileReport, FormatContext } from '../report.js';

/** --verbose: what was read of a document, what was not and why, and what decides. */
export function formatDocument({ path, as, document, unread }: FileReport, { paint, showPath }: FormatContext) {
  if (!document) return [];
  const lines = [
    ...document.servers.map(serverLine),
    ...document.regions.map(regionLine),
    ...document.notAnalysed.map((part) => `line ${part.at.line + 1}: not analysed, ${describeNotAnalysed(part)}`),
    ...unread.map((file) => unreadLine(file, showPath)),
    ...document.variables.map(variableLine),
  ];
  const head = `${paint('bold', printable(path))}  ${paint('dim', as)}`;
  return [`${[head, ...lines.map((line) => `  ${printable(line)}`)].join('\n')}\n`];
}

const serverLine = ({ name, target }: HostedServerReport): string =>
  `server ${name}, read as ${targetId(target.value)}`;

const NAMES: Readonly<Record<ReadRegion['what'], string>> = {
  arguments: 'arguments',
  configuration: 'a configuration',
  acl: 'an ACL file',
};

const regionLine = ({ what, range }: ReadRegion): string => `${linesOf(range)}: ${NAMES[what]}`;

const unreadLine = (file: Unread, showPath: FormatContext['showPath']): string =>
  `line ${file.at.line + 1}: ${shownPath(showPath(file.path))} was not read, ${describeUnread(file)}`;

const IF_UNSET: Readonly<Record<DecidingVariable['ifUnset'], string>> = {
  stops: 'nothing starts without it',
  empty: 'an empty word where it is not set',
  nothing: 'no word where it is not set',
  default: 'it has a default',
  unknown: 'nobody here knows it',
};

const variableLine = ({ name, range, ifUnset }: DecidingVariable): string =>
  `${linesOf(range)}: ${name} decides, ${IF_UNSET[ifUnset]}`;

const linesOf = ({ start, end }: Range): string =>
  start.line === end.line ? `line ${start.line + 1}` : `lines ${start.line + 1} to ${end.line + 1}`;
