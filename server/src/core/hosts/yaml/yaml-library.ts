import type * as Yaml from 'yaml';

/** What is used of the `yaml` package: whoever hosts the engine loads it when it is first needed. */
export type YamlLibrary = Pick<typeof Yaml, 'parseDocument' | 'isMap' | 'isSeq' | 'isScalar' | 'isAlias'>;
