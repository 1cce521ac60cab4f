/** The library for YAML, which is read from its file when it is first needed. */
export const loadYaml = (): typeof import('./yaml.js') => require('./yaml.js') as typeof import('./yaml.js');
