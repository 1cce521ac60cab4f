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
];

/** In lower case. */
export const PUBLISHED_PASSWORDS: ReadonlySet<string> = new Set(
  PUBLISHED_SPELLINGS.map((password) => password.toLowerCase()),
);
