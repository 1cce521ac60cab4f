import { HOST_LANGUAGES } from '../../server/src/core/project/recognise/host-languages.js';

/** As VS Code and its client library both take it. */
export interface LanguageFilter {
  readonly language: string;
  readonly pattern?: string;
}

/** Languages of this extension. */
export const OWN_LANGUAGES: readonly string[] = ['redis-conf', 'redis-acl'];

/** By language and not by scheme: files may be on disk, on a remote host or in a browser's workspace. */
export const SELECTOR: readonly LanguageFilter[] = [
  ...OWN_LANGUAGES.map((language) => ({ language })),
  ...HOST_LANGUAGES.map(({ id, pattern }) => (pattern ? { language: id, pattern } : { language: id })),
];
