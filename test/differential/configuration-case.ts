/** One configuration that linter and server are asked about. All strings are byte strings (Latin-1). */
export interface ConfigurationCase {
  readonly text: string;
  /** Further files: path relative to the folder of the configuration. */
  readonly files: Readonly<Record<string, string>>;
  /** For `redis-server --sentinel`. */
  readonly isSentinel?: boolean;
  /** Whether it is compared who can reach the server, too. */
  readonly isVisited?: boolean;
}
