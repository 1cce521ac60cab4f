import { isNamedForDevelopment } from '../development-names.js';
import { itemsOf, textOfNode } from '../yaml/yaml-tree.js';
import { allValues, type Service } from './compose-service.js';

const PROFILE = /^(?:dev|devel|development|test|tests|testing)$/i;

/** Names of files, of their folder or of all profiles say that a service is not for production. */
export function isForDevelopment(service: Service, path: string): boolean {
  if (isNamedForDevelopment(path)) return true;
  const profiles = allValues(service, 'profiles').flatMap(({ node }) =>
    itemsOf(node).flatMap((item) => textOfNode(item) ?? []),
  );
  return profiles.length > 0 && profiles.every((profile) => PROFILE.test(profile));
}
