import { directoryOf, fileNameOf } from '../../config/paths.js';

/** `compose.dev.yml`, `values-test.yaml`. */
const NAME = /[._-](?:dev|devel|development|test|tests|testing)[._-]/i;

/** Whether the name of a document says that what it starts is not for production. */
export function isNamedForDevelopment(path: string): boolean {
  return NAME.test(fileNameOf(path)) || directoryOf(path).endsWith('/.devcontainer');
}
