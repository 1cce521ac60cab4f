/** Example secrets that documentation, guides and sample files print, in lower case: everybody can look them up. */
export const PUBLISHED_PASSWORDS: ReadonlySet<string> = new Set([
  'foobared',
  'mysupersecurepassword123!',
  'a-very-complex-password-here',
  'ffa9203c493aa99',
  'p1pp0',
  'hello world',
  'mysuper--secret-0123passw0rd',
  'somepassword',
]);
