import type { UnitFacts } from '../config/host-facts.js';
import { directoryOf } from '../config/paths.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { textOfBytes } from '../syntax/bytes.js';
import { insertLinesBelow } from './building-blocks/edits.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

/** What keeps a server that was taken over from the rest of the machine; the order is the one of the fix. */
const HARDENING = [
  ['NoNewPrivileges', 'true'],
  ['ProtectSystem', 'strict'],
  ['ProtectHome', 'true'],
  ['PrivateTmp', 'true'],
  ['PrivateDevices', 'true'],
] as const;
/** `DynamicUser=` brings these along. */
const OF_DYNAMIC_USER: ReadonlySet<string> = new Set(['NoNewPrivileges', 'ProtectSystem', 'ProtectHome', 'PrivateTmp']);
/** Files that a server writes where they are named, besides those in `dir`. */
const WRITTEN_FILES = ['logfile', 'pidfile', 'unixsocket', 'aclfile'] as const;

export const unitHardeningMissing: Rule = {
  id: 'unit-hardening-missing',
  summary: 'a unit that leaves the server more of the machine than it needs',
  category: 'deployment',
  severity: 'information',
  references: ['CWE-250', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html'],
  dialects: ['server', 'sentinel'],
  reads: ['deployment', 'files', 'dir', ...WRITTEN_FILES],
  check: checkUnitHardeningMissing,
};

function* checkUnitHardeningMissing({ config }: RuleInput): Iterable<Problem> {
  const unit = config.deployment.facts?.unit;
  const missing = unit ? missingIn(unit) : [];
  if (!unit || missing.length === 0) return;
  yield {
    at: unit.service,
    message: `Whoever takes over the server has more of the machine than it needs. Add ${listOf(missing)}.`,
    fixes: () => hardeningFix(config, unit, missing),
  };
}

function missingIn({ keys }: UnitFacts): readonly string[] {
  const isSet = (name: string) => keys.has(name) || (keys.has('DynamicUser') && OF_DYNAMIC_USER.has(name));
  return HARDENING.map(([name]) => name).filter((name) => !isSet(name));
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What is written decides what may be closed: where it is unknown, the file system stays as it is. */
function hardeningFix(
  config: ResolvedConfiguration,
  { service }: UnitFacts,
  missing: readonly string[],
): readonly Fix[] {
  const paths = writtenPaths(config);
  const isBelow = (folders: RegExp) => paths?.some((path) => folders.test(path)) === true;
  const isPossible = (name: string) => {
    if (name === 'ProtectSystem') return paths !== undefined;
    if (name === 'ProtectHome') return !isBelow(/^\/(?:home|root|run\/user)(?:\/|$)/);
    return name !== 'PrivateTmp' || !isBelow(/^\/(?:var\/)?tmp(?:\/|$)/);
  };
  const added = HARDENING.filter(([name]) => missing.includes(name) && isPossible(name));
  if (added.length === 0) return [];
  const isReadOnly = added.some(([name]) => name === 'ProtectSystem');
  const readWrite = isReadOnly && paths ? [`ReadWritePaths=${paths.map((path) => `-${path}`).join(' ')}`] : [];
  return [
    {
      title: 'Add the options that are missing',
      effect: 'access',
      consequence: 'It has a /tmp of its own then, no home directories, and writes only where ReadWritePaths says.',
      edits: [insertLinesBelow(service, ...added.map(([name, value]) => `${name}=${value}`), ...readWrite)],
    },
  ];
}

/** Undefined: not all that decides was read, or some of it hangs on where the server is started. */
function writtenPaths({ deployment, inForce, unread, files }: ResolvedConfiguration): readonly string[] | undefined {
  const dir = inForce('dir');
  const [data = ''] = dir?.values ?? [];
  if (unread.length > 0 || !dir?.from || !dir.isKnown || !data.startsWith('/')) return undefined;
  const named = WRITTEN_FILES.flatMap((name) => inForce(name)?.from?.args[0]?.value ?? []).map(textOfBytes);
  // A Sentinel writes what it finds out into its own file.
  const own = deployment.layers.flatMap((layer) => (layer.kind === 'file' ? [layer.source.path] : []));
  const isOwn = files.some(({ dialect }) => dialect === 'sentinel');
  const folders = [...named, ...(isOwn ? own : [])].filter((path) => path.startsWith('/')).map(directoryOf);
  const all = [...new Set([textOfBytes(data), ...folders])];
  return all.every((path) => /^[\w./-]+$/.test(path)) ? all : undefined;
}
