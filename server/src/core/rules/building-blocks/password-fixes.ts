import { type ConfigSource, sourceIn } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { has } from '../../directives/capabilities.js';
import { type Fix, GENERATED_SECRET, type RuleInput, type SourceEdit } from '../rule.js';
import { replaceAt } from './edits.js';
import { writesSince } from './guessed-target.js';
import { insertDirective, setDirective } from './insert-directive.js';
import { type PasswordPlace, serverPasswords } from './password-places.js';
import { APPLICATION_RULES, allChannels } from './user-roles.js';

/**
 * Gives the default user a password where it has none: `requirepass` first, for it works with every client and the
 * person finds the secret in the file; then, from 6.0 on, an ACL user with the default user switched off.
 */
export function setPasswordFixes(input: RuleInput): readonly Fix[] {
  if (!keepsSecrets(input.config.root)) return [];
  return [requirepassFix(input.config), ...aclUserFix(input)];
}

/** What a first password means to those who connected without one. */
export const CLIENTS_MUST_SEND_IT = {
  title: 'Set a generated password: clients must send it',
  effect: 'access',
  consequence: 'Clients, replicas and Sentinels that send no password are refused.',
} as const;

/** Everybody who sees the processes, the image, or what the cluster holds would read what is written there. */
function keepsSecrets(source: ConfigSource | undefined): boolean {
  const holder = source?.holder;
  return holder !== 'command' && holder !== 'public' && holder !== 'image';
}

function requirepassFix(config: ResolvedConfiguration): Fix {
  return { ...CLIENTS_MUST_SEND_IT, edits: [setDirective(config, 'requirepass', GENERATED_SECRET)] };
}

/**
 * The password stands in clear text: with its hash alone nobody would ever learn the generated secret. The comment says
 * what to do next.
 */
function aclUserFix(input: RuleInput): readonly Fix[] {
  const { config } = input;
  const isPossible = has(config.target, 'acl-users') && config.occurrences('user').length === 0;
  if (!isPossible || config.inForce('aclfile')?.from) return [];
  const lines = [
    '# Clients log in as "app". Once they have the password, keep only its SHA-256 here: "#<hash>" instead of ">...".',
    'user default off',
    `user app on >${GENERATED_SECRET} ~*${allChannels(config.target)} +@all ${APPLICATION_RULES}`,
  ];
  const fix: Fix = {
    title: 'Add a user "app" with a password, switch default off',
    effect: 'access',
    consequence: 'Clients must log in as "app"; replicas and Sentinels need users of their own.',
    edits: [insertDirective(config, 'user', ...lines)],
  };
  return [writesSince(input, '6.2', 'the line', fix)];
}

/**
 * Puts a generated password in the place of one, and of its twin: `masterauth` with the password of `requirepass`.
 * None for a password that another server checks: it has to be changed there first.
 */
export function replacePasswordFixes(config: ResolvedConfiguration, place: PasswordPlace): readonly Fix[] {
  if (place.kind === 'masterauth' || place.kind === 'sentinel') return [];
  if (!keepsSecrets(sourceIn(config.files, place.at.source))) return [];
  const twins = place.kind === 'requirepass' ? masterauthTwins(config, place) : [];
  return [
    {
      title: 'Replace it with a generated password: clients need it',
      effect: 'access',
      consequence: 'Clients, replicas and Sentinels that send the old password are refused.',
      edits: [place, ...twins].map(replacement),
    },
  ];
}

/** `masterauth` lines in force with the very password of `requirepass`: both change together. */
export function masterauthTwins(config: ResolvedConfiguration, place: PasswordPlace): readonly PasswordPlace[] {
  return [...serverPasswords(config)].filter(({ kind, value }) => kind === 'masterauth' && value === place.value);
}

function replacement({ word, prefix }: PasswordPlace): SourceEdit {
  return replaceAt(word, `${prefix}${GENERATED_SECRET}`);
}
