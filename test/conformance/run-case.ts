import { effectiveValue } from '../../server/src/core/answers/effective.js';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import { createLoadCache } from '../../server/src/core/config/reading/load-cache.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import { createService, parseTarget } from '../../server/src/core/service.js';
import type { TextEncoding } from '../../server/src/core/syntax/bytes.js';
import { type Case, type Server, verdictOf } from './cases.js';

/** How the linter compares with one server on one case. Undefined: there is nothing to compare. */
export interface Outcome {
  readonly verdict: boolean;
  readonly line?: boolean;
  readonly values?: boolean;
  /** What differs, in words. */
  readonly difference?: string;
}

const FOLDER = '/etc/redis';
const service = createService([]);
const cache = createLoadCache();

export function runCase(testCase: Case, server: Server): Outcome {
  const expected = verdictOf(testCase, server);
  if (!expected) throw new Error(`${testCase.id} has no verdict of ${server}`);
  const config = loadCase(testCase, server);
  const listening = namesPort(config) ? config : loadCase(testCase, server, WITHOUT_PORT);
  const fatal = listening.problems.find(({ isFatal }) => isFatal);
  const said = fatal ? `${fatal.stage} ${fatal.at.line + 1} (${fatal.code})` : 'starts';
  const verdict = expected.ok === (fatal === undefined);
  if (!verdict) {
    const wanted = expected.ok ? 'starts' : `${expected.stage} ${expected.line ?? ''}`.trim();
    return { verdict, difference: `server: ${wanted}; linter: ${said}` };
  }
  if (!expected.ok) {
    if (expected.stage !== 'config' || expected.line === undefined || fatal?.stage !== 'config') return { verdict };
    const line = fatal.at.line + 1 === expected.line;
    return line ? { verdict, line } : { verdict, line, difference: `server: line ${expected.line}; linter: ${said}` };
  }
  const wanted = expected.values ?? (expected.value === undefined ? {} : { [testCase.get?.[0] ?? '']: expected.value });
  const wrong = Object.entries(wanted).flatMap(([name, value]) => {
    if (value !== null && typeof value === 'object') return [];
    const shown = shownValue(config, name);
    return shown === value ? [] : [`${name}: server "${value}"; linter "${shown}"`];
  });
  if (Object.keys(wanted).length === 0) return { verdict };
  return wrong.length === 0 ? { verdict, values: true } : { verdict, values: false, difference: wrong.join(', ') };
}

/** What the linter makes of a case for one server. */
export function loadCase(testCase: Case, server: Server, more = ''): ResolvedConfiguration {
  const target = parseTarget(server.replace('debian-', ''));
  if (!target) throw new Error(server);
  const { text, encoding } = textOfCase(testCase, server);
  const { config } = service.load({
    path: `${FOLDER}/${testCase.sentinel ? 'sentinel' : 'redis'}.conf`,
    file: service.parse(text + more, encoding),
    target,
    dialect: testCase.sentinel ? 'sentinel' : 'server',
    reader: readerOf(testCase),
    cache,
  });
  return config;
}

/** Every server was started with these where the file names no port, so that it need not listen on one. */
const WITHOUT_PORT = '\nport 0\nunixsocket /tmp/redis.sock';

const namesPort = ({ occurrences }: ResolvedConfiguration): boolean =>
  occurrences('port').length > 0 || occurrences('tls-port').length > 0;

/** The file, and the command line's options after an added line end, as the server joins them. */
function textOfCase(
  { text = '', text_b64, args = [] }: Case,
  server: Server,
): { text: string; encoding: TextEncoding } {
  const options = optionLines(args, server);
  if (text_b64 === undefined) return { text: options === '' ? text : `${text}\n${options}`, encoding: 'utf-8' };
  const bytes = Buffer.from(text_b64, 'base64');
  const isUtf8 = Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
  return { text: bytes.toString(isUtf8 ? 'utf8' : 'latin1'), encoding: isUtf8 ? 'utf-8' : 'latin-1' };
}

/** Values are quoted. From 7.0 on an option without any gets an empty one. */
function optionLines(args: readonly string[], server: Server): string {
  let text = '';
  for (const [index, arg] of args.entries()) {
    const isName = arg.startsWith('--');
    const next = args[index + 1];
    const isBare = isName && (next === undefined || next.startsWith('--'));
    text += isName ? `\n${arg.slice(2)}` : ` "${arg}"`;
    if (isBare && server !== 'redis-6.2.16') text += ' ""';
  }
  return text;
}

function readerOf({ files = {} }: Case): FileReader {
  const names = Object.keys(files).map((name) => `${FOLDER}/${name}`);
  return {
    readFile: (path) => {
      const text = files[path.slice(FOLDER.length + 1)];
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (folder) => {
      const inside = names.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
      if (inside.length === 0) return { status: 'missing' };
      return { status: 'found', names: [...new Set(inside.map((name) => name.split('/')[0] ?? ''))] };
    },
  };
}

/** As the cases were written down: bytes that are no UTF-8 stand as `\xff`. */
function shownValue(config: ResolvedConfiguration, name: string): string | null {
  const directive = config.catalog.lookup(name);
  const value = directive && effectiveValue(config, directive.name)?.value;
  if (value === undefined) return null;
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  return value.replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}
