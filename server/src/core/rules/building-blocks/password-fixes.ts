import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isRedisOrForkAtLeast } from '../../directives/target.js';
import { type FileEdit, type Fix, GENERATED_SECRET } from '../rule.js';
import { replaceArguments } from './edits.js';
import { insertDirective } from './insert-directive.js';
import { type PasswordPlace, passwordPlaces } from './password-places.js';

/**
 * Gives the default user a password where it has none: `requirepass` first, for it works with every client and the
 * person finds the secret in the file; then, from 6.0 on, an ACL user with the default user switched off.
 */
export function setPasswordFixes(config: ResolvedConfiguration): readonly Fix[] {
  return [requirepassFix(config), ...aclUserFix(config)];
}

function requirepassFix(config: ResolvedConfiguration): Fix {
  const from = config.setting('requirepass')?.from;
  const edit = from
    ? replaceArguments(from, GENERATED_SECRET)
    : insertDirective(config, 'requirepass', `requirepass ${GENERATED_SECRET}`);
  return { title: 'Set a generated password', effect: 'access', edits: [edit] };
}

/**
 * The password stands in clear text: with its hash alone nobody would ever learn the generated secret. The comment says
 * what to do next.
 */
function aclUserFix(config: ResolvedConfiguration): readonly Fix[] {
  const isPossible = isRedisOrForkAtLeast(config.target, '6.0') && config.occurrences('user').length === 0;
  if (!isPossible || config.setting('aclfile')?.from) return [];
  const channels = isRedisOrForkAtLeast(config.target, '6.2') ? ' &*' : '';
  const lines = [
    '# Clients log in as "app". Once they have the password, keep only its SHA-256 here: "#<hash>" instead of ">...".',
    'user default off',
    `user app on >${GENERATED_SECRET} ~*${channels} +@all -@admin -@dangerous -@scripting`,
  ];
  return [
    {
      title: 'Add an ACL user with a generated password and switch the default user off',
      effect: 'access',
      edits: [insertDirective(config, 'user', ...lines)],
    },
  ];
}

/**
 * Puts a generated password in the place of one, and of its twin: `masterauth` with the password of `requirepass`.
 * None for a password that another server checks: it has to be changed there first.
 */
export function replacePasswordFixes(config: ResolvedConfiguration, place: PasswordPlace): readonly Fix[] {
  if (place.kind === 'masterauth' || place.kind === 'sentinel') return [];
  const twins = place.kind === 'requirepass' ? masterauthTwins(config, place) : [];
  const edits = [place, ...twins].map(replacement);
  return [{ title: 'Replace it with a generated password', effect: 'access', edits }];
}

/** `masterauth` lines in force with the very password of `requirepass`: both change together. */
export function masterauthTwins(config: ResolvedConfiguration, place: PasswordPlace): readonly PasswordPlace[] {
  return [...passwordPlaces(config)].filter(({ kind, value }) => kind === 'masterauth' && value === place.value);
}

function replacement({ word: { path, line, at }, prefix }: PasswordPlace): FileEdit {
  const start = { line, character: at.start };
  const end = { line, character: at.end };
  return { path, range: { start, end }, newText: `${prefix}${GENERATED_SECRET}` };
}
