import type { HostDocument } from '../host-document.js';

const YAML: ReadonlySet<HostDocument['kind']> = new Set(['compose', 'kubernetes', 'helm', 'ansible']);

/** Whether a document is YAML, or a template of it. */
export const isYaml = ({ kind }: HostDocument): boolean => YAML.has(kind);
