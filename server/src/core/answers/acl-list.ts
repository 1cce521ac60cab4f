import { formatAsAclList } from '../acl/list-format.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';

/**
 * What ACL LIST of the target prints once it has started: a line a user, sorted by name, byte strings, hashes included.
 * Undefined where a file that could not be read or a template placeholder decides.
 */
export function aclListOf({
  users,
  defaultUser,
  aclLanguage,
}: Pick<ResolvedConfiguration, 'users' | 'defaultUser' | 'aclLanguage'>): readonly string[] | undefined {
  const { effective } = defaultUser;
  if (!effective || users.some(({ isTemplated }) => isTemplated)) return undefined;
  const named = users.filter(({ name }) => name !== 'default').map(({ name, effective: user }) => ({ name, user }));
  return [...named, { name: 'default', user: effective }]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, user }) => formatAsAclList(name, user, aclLanguage));
}
