import type { EnvironmentVariable, PlacedFillIn } from '../../config/host-facts.js';
import { type ConfigSource, type Location, sourceIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { DirectiveName } from '../../directives/catalog.js';
import type { Fix } from '../rule.js';
import { replaceAt } from './edits.js';
import { isPasswordVariable } from './password-variables.js';
import { type WrittenPassword, writtenPasswords } from './written-passwords.js';

/** A password that a variable holds. */
export interface FilledPassword {
  readonly fillIn: PlacedFillIn;
  /** What it is put into. */
  readonly directive: DirectiveName;
  /**
   * What the server makes of an empty variable:
   * - open: it asks for no password
   * - refuses: it does not start
   * - none: neither
   */
  readonly whenEmpty: 'open' | 'refuses' | 'none';
}

/**
 * The variables that decide passwords, each where its value comes from: what a shell or a cluster puts in is a variable
 * of the container, and what that one is made of is looked at in its place.
 */
export function filledPasswords(config: ResolvedConfiguration): readonly FilledPassword[] {
  const { facts } = config.deployment;
  if (!facts) return [];
  const own = writtenPasswords(config).flatMap((password) =>
    password.fillIns.flatMap(({ line, at, ...fillIn }): readonly FilledPassword[] => {
      const location: Location = { source: password.source.id, line, at };
      const found = {
        fillIn: { ...fillIn, at: location },
        directive: password.directive,
        whenEmpty: emptied(password),
      };
      return decidedBy(found, config);
    }),
  );
  return [...own, ...ofImage(config)];
}

/** A shell, a unit and a cluster take variables of the container; what holds the document takes others. */
function decidedBy(found: FilledPassword, { deployment }: ResolvedConfiguration): readonly FilledPassword[] {
  const { facts } = deployment;
  const { name, by, ifUnset } = found.fillIn;
  if (name === '' || by === 'compose' || by === 'build' || by === 'template') return [found];
  const variable = facts?.environment.find((each) => each.name === name);
  if (variable) return ifUnset === 'stops' ? [] : madeOf(variable, found);
  return facts?.hasFurtherVariables ? [] : [found];
}

/**
 * A variable that comes from elsewhere is set, as far as anybody knows. Of one that is empty the server gets what the
 * words that take it make of that.
 */
function madeOf({ fillIns = [] }: EnvironmentVariable, found: FilledPassword): readonly FilledPassword[] {
  const { ifUnset } = found.fillIn;
  return fillIns.map((fillIn) => {
    if (fillIn.ifUnset !== 'empty') return { ...found, fillIn };
    return ifUnset === 'default' ? found : { ...found, fillIn: { ...fillIn, ifUnset } };
  });
}

/** The variables in which images take a password by themselves. */
const OF_IMAGE: ReadonlySet<string> = new Set(['REDIS_PASSWORD', 'VALKEY_PASSWORD']);

/** Bitnami's image starts without a password only where it is told that it may. */
function ofImage({ deployment: { facts } }: ResolvedConfiguration): readonly FilledPassword[] {
  if (facts?.image?.family !== 'bitnami') return [];
  const whenEmpty = facts.environment.some(allowsEmptyPassword) ? 'open' : 'none';
  return facts.environment
    .filter(({ name }) => OF_IMAGE.has(name))
    .flatMap(({ fillIns = [] }) => fillIns.map((fillIn) => ({ fillIn, directive: 'requirepass', whenEmpty }) as const));
}

/** The variable that lets Bitnami's images start without a password. */
function allowsEmptyPassword({ name, value }: EnvironmentVariable): boolean {
  return name === 'ALLOW_EMPTY_PASSWORD' && /^(?:yes|true|1)$/i.test(value ?? '');
}

/** The variable with which an image is told to start without a password, where nothing gives it one. */
export function emptyPasswordVariable({
  deployment,
  defaultUser,
}: ResolvedConfiguration): EnvironmentVariable | undefined {
  const { facts } = deployment;
  if (facts?.image?.family !== 'bitnami' || facts.hasFurtherVariables || defaultUser.state !== 'open') return undefined;
  const isGiven = facts.environment.some(({ name, value }) => isGivenBy(name) && value !== '');
  return isGiven ? undefined : facts.environment.find(allowsEmptyPassword);
}

const isGivenBy = (name: string): boolean =>
  name !== 'ALLOW_EMPTY_PASSWORD' && isPasswordVariable(name.replace(/_FILE$/, ''));

/** An argument may be empty, and so may a word in quotes; of a line without, nothing is left, and the server refuses it. */
function emptied({ directive, source, word, value, fillIns }: WrittenPassword): FilledPassword['whenEmpty'] {
  const filled = fillIns.reduce((length, { at }) => length + at.end - at.start, 0);
  const isAll = filled >= value.length;
  if (!isAll || (directive !== 'requirepass' && directive !== 'user')) return 'none';
  if (directive === 'user') return 'open';
  return source.holder === 'command' || word.quote !== 'plain' ? 'open' : 'refuses';
}

/** `${NAME}`, `$NAME`, and both with a default or without an end; a doubled `$` is one for whom the document is for. */
const WRITTEN = /^(\$\$?)(?:\{[A-Za-z_]\w*(?:\}|:?-)|[A-Za-z_]\w*$)/;

/** Makes whoever fills the variable in refuse to start without it; none where the language has no such form. */
export function requireVariable(config: ResolvedConfiguration, { at, name, by }: PlacedFillIn): readonly Fix[] {
  const written = inDocument(config, at);
  const [, sign] = WRITTEN.exec(written?.text ?? '') ?? [];
  if (!written || sign === undefined || (by !== 'compose' && by !== 'shell')) return [];
  return [
    {
      title: `Refuse to start without ${name.length <= 30 ? name : 'it'}`,
      effect: 'access',
      consequence: 'Where the variable is not set, the server does not start until somebody sets it.',
      edits: [replaceAt(written.at, `${sign}{${name}:?set ${name}}`)],
    },
  ];
}

/** A piece of one line of a document as it is written there. */
function inDocument({ files, deployment }: ResolvedConfiguration, at: Location) {
  const source: ConfigSource | undefined = sourceIn(files, at.source);
  const document = sourceIn(deployment.hosts, source?.path ?? at.source);
  const range = source
    ? source.place.toDocument(at.line, at.at)
    : { start: { line: at.line, character: at.at.start }, end: { line: at.line, character: at.at.end } };
  const { start, end } = range;
  if (!document || start.line !== end.line) return undefined;
  const span = { start: start.character, end: end.character };
  const text = document.file.lines.at(start.line)?.text.slice(span.start, span.end) ?? '';
  return { text, at: { source: document.id, line: start.line, at: span } };
}
