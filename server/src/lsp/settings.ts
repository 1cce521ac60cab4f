import type { RemoteConsole, RemoteWorkspace } from 'vscode-languageserver';
import {
  currentRuleId,
  DOCUMENT_KINDS,
  type DocumentKind,
  describeReleaseLines,
  parseTarget,
  type Severity,
  type Target,
} from '../core/service.js';
import { type Client, isRecord } from './client.js';
import { SETTINGS_SECTION } from './protocol.js';

/** The settings of one resource, checked. */
export interface Settings {
  /** Undefined: told from the file. */
  readonly target: Target | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly run: 'onType' | 'onSave';
  /** Read also what a configuration includes from outside its workspace folder. */
  readonly followOutside: boolean;
  /** The kinds of documents in which configurations are looked for. */
  readonly embedded: readonly DocumentKind[];
}

/** In force where a client says nothing, or nothing that can be read. */
export const DEFAULT_SETTINGS: Settings = {
  target: undefined,
  severities: {},
  run: 'onType',
  followOutside: false,
  embedded: DOCUMENT_KINDS,
};

/** What can be read of a value that a person wrote; what cannot is left at its default and named to `complain`. */
export function parseSettings(value: unknown, complain: (message: string) => void): Settings {
  if (!isRecord(value)) return DEFAULT_SETTINGS;
  const { target, rules, run, followOutside, embedded } = value;
  return {
    target: parseTargetSetting(target, complain),
    severities: isRecord(rules) ? parseSeverities(rules, complain) : {},
    run: run === 'onSave' ? 'onSave' : 'onType',
    followOutside: followOutside === true,
    embedded: parseEmbedded(embedded, complain),
  };
}

/** All kinds, none, or some. */
function parseEmbedded(value: unknown, complain: (message: string) => void): readonly DocumentKind[] {
  if (value === false) return [];
  if (!Array.isArray(value)) return DOCUMENT_KINDS;
  if (!value.every((name) => DOCUMENT_KINDS.some((kind) => kind === name)))
    complain(`${SETTINGS_SECTION}.embedded: there are ${DOCUMENT_KINDS.join(', ')}.`);
  return DOCUMENT_KINDS.filter((kind) => value.includes(kind));
}

function parseTargetSetting(value: unknown, complain: (message: string) => void): Target | undefined {
  if (typeof value !== 'string' || value.trim() === '' || value.trim() === 'auto') return undefined;
  const target = parseTarget(value);
  if (!target) {
    complain(
      `${SETTINGS_SECTION}.target is not a target. Write one like "redis-7.2"; there are ${describeReleaseLines()}.`,
    );
  }
  return target;
}

function parseSeverities(rules: Readonly<Record<string, unknown>>, complain: (message: string) => void) {
  const severities: Record<string, Severity | 'off'> = {};
  for (const [rule, severity] of Object.entries(rules)) {
    if (isSeverity(severity)) severities[currentRuleId(rule)] = severity;
    else if (severity !== 'default') complain(`${SETTINGS_SECTION}.rules: "${rule}" has no such severity.`);
  }
  return severities;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && ['error', 'warning', 'information', 'hint', 'off'].includes(value);
}

/** Settings by resource, asked for once until they change. */
export interface SettingsStore {
  readonly of: (uri: string) => Settings | Promise<Settings>;
  readonly forget: (uri: string) => void;
  /** They changed; `pushed` is what a client without `workspace/configuration` sends along. */
  readonly reset: (pushed: unknown) => void;
}

/** `log`: hears which values cannot be read. */
export function createSettingsStore(
  workspace: Pick<RemoteWorkspace, 'getConfiguration'>,
  client: Client,
  log: Pick<RemoteConsole, 'warn'>,
): SettingsStore {
  const complain = (message: string) => log.warn(message);
  const known = new Map<string, Settings | Promise<Settings>>();
  let fallback = parseSettings(client.options.settings, complain);
  const ask = async (uri: string): Promise<Settings> => {
    const value: unknown = await workspace
      .getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
      .catch(() => undefined);
    return value === undefined || value === null ? fallback : parseSettings(value, complain);
  };
  return {
    of: (uri) => {
      if (!client.hasConfiguration) return fallback;
      const settings = known.get(uri);
      if (settings) return settings;
      const asked = ask(uri);
      known.set(uri, asked);
      void asked.then((answer) => known.get(uri) === asked && known.set(uri, answer));
      return asked;
    },
    forget: (uri) => {
      known.delete(uri);
    },
    reset: (pushed) => {
      known.clear();
      if (isRecord(pushed) && isRecord(pushed[SETTINGS_SECTION]))
        fallback = parseSettings(pushed[SETTINGS_SECTION], complain);
    },
  };
}
