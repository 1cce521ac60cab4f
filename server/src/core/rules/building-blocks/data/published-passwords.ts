/** Example secrets that documentation, guides and sample files print: everybody can look them up. */
export const PUBLISHED_SPELLINGS: readonly string[] = [
  'foobared',
  'MySuperSecurePassword123!',
  'a-very-complex-password-here',
  'ffa9203c493aa99',
  'p1pp0',
  'hello world',
  'MySUPER--secret-0123passw0rd',
  'somepassword',
  // Those of the pages of this project's rules, which people copy too.
  'k3wr9sTfYpLqV2nA',
  'd2b87c06e1f94a35b7038c5ee94d61fa20c7f3b8465d1e9ac3f07b52846de91c',
  'm2Xr7VbQ9tLc4KzwHs8N',
  'c41f0a9d7be2485396d1f7a83b0e52cd',
  'Gd6yPf3RkW9eJv5TqB2n',
  'b7e3f20c95d84a16c83e7d50f1ab962e',
  '3f6c1b0d5e8a49727c1d0b9e6f3a5c28',
  'e58c1fa94d702b36a9f0c47d81e3b65f',
  'xT8mZc4WqLr6VbKj',
  '9f2b8c1d7e3a4f60aa17',
  'tundra-gasket-violin-oyster-96',
  'd2b87c06e1f94a35b7038c5ee94d61fa',
  '7be0c1d95f3a48e2b6a90d4417fc83e25d60ab19ce7742f18a3bd905e6c1f704',
];

/** In lower case. */
export const PUBLISHED_PASSWORDS: ReadonlySet<string> = new Set(
  PUBLISHED_SPELLINGS.map((password) => password.toLowerCase()),
);
