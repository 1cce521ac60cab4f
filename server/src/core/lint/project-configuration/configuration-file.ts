import type { DocumentKind } from '../../project/recognise.js';
import type { Role, Severity } from '../../rules/rule.js';
import type { Range } from '../../text/span.js';
import type { Profile } from '../profile.js';

/** The file's name; the nearest one in or above a configuration's folder counts. */
export const CONFIGURATION_FILE_NAME = '.redis-conf-lint.json';

/** What may be written beside a rule's id. */
export const SEVERITY_CHOICES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What a configuration file may say, at its top or for some paths. */
export interface ConfigurationChoices {
  /** `redis-7.2`, `valkey-8.1`. */
  readonly target?: string;
  readonly profile?: Profile;
  readonly role?: Role;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Directives of a module or a fork that are not to be called unknown. */
  readonly knownDirectives?: readonly string[];
  /** Whether documents that start servers are read; a list: those of these kinds. */
  readonly embedded?: boolean | readonly DocumentKind[];
}

/** Other choices for some paths. */
export interface ConfigurationOverride extends ConfigurationChoices {
  /** Globs, relative to the configuration file's folder. */
  readonly files: readonly string[];
}

/** `.redis-conf-lint.json`: JSON with comments. */
export interface ConfigurationFile extends ConfigurationChoices {
  /** Its folder is the project's: the command line reads nothing that a configuration includes from outside it. */
  readonly root?: boolean;
  /** Other configuration files, relative to this one; what stands here wins over them. */
  readonly extends?: readonly string[];
  /** Files that are not linted: globs, relative to this file's folder. */
  readonly ignore?: readonly string[];
  readonly overrides?: readonly ConfigurationOverride[];
}

/** A mistake in a configuration file. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly range: Range;
}
