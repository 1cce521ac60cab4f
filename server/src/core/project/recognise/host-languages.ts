import type { DocumentKind } from '../recognise.js';

/** A language of editors whose documents may start servers. */
export interface HostLanguage {
  readonly id: string;
  /** What its documents are where neither name nor text says so; undefined: then they are none of ours. */
  readonly kind?: DocumentKind;
  /** Of the names of those that may: all others in this language cannot. */
  readonly pattern?: string;
}

const UNITS = '**/*.{service,container}';
/** Templates of a configuration: read as one. */
const TEMPLATES = '**/*{redis,valkey,keydb,sentinel}*.conf.*';

/** As editors and their extensions call them. Many have no language for units and templates but plain text. */
export const HOST_LANGUAGES: readonly HostLanguage[] = [
  { id: 'yaml' },
  { id: 'ansible', kind: 'ansible' },
  { id: 'dockercompose', kind: 'compose' },
  { id: 'helm', kind: 'helm' },
  { id: 'dockerfile', kind: 'dockerfile' },
  { id: 'shellscript', kind: 'shell' },
  { id: 'systemd-conf', kind: 'unit', pattern: UNITS },
  { id: 'systemd-unit-file', kind: 'unit', pattern: UNITS },
  ...['ini', 'properties', 'plaintext'].map((id) => ({ id, pattern: UNITS })),
  ...['jinja', 'jinja-properties', 'jinja-ini', 'plaintext'].map((id) => ({ id, pattern: TEMPLATES })),
];

/** Whether no document of a language is a configuration by itself. */
export function isHostLanguage(id: string): boolean {
  return HOST_LANGUAGES.some((language) => language.id === id && (language.kind || !language.pattern));
}

/** The kind of document that a language promises. */
export function kindOfLanguage(id: string): DocumentKind | undefined {
  return HOST_LANGUAGES.find((language) => language.id === id)?.kind;
}
