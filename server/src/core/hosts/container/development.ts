import { directoryOf, fileNameOf } from '../../config/paths.js';

/** `compose.dev.yml`, `Dockerfile.test`, `redis-dev.sh`. */
const NAME = /[._-](?:dev|devel|development|test|tests|testing)(?:[._-]|$)/i;

/** Whether the name of a document, or its folder, says that it is not for production. */
export function isNamedForDevelopment(path: string): boolean {
  return NAME.test(fileNameOf(path)) || directoryOf(path).endsWith('/.devcontainer');
}
