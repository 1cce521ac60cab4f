import { ACL_KEYWORDS } from '../../server/src/core/acl/rule-syntax.js';
import { createService } from '../../server/src/core/service.js';

/** Words of a fixture that are secrets: passwords and hashes, long enough not to occur by chance. */
export function secretsOf(text: string): readonly string[] {
  const secrets: string[] = [];
  for (const [, line] of createService([]).parse(text).lines.telling()) {
    if (line.kind !== 'directive') continue;
    if (/^(requirepass|masterauth|primaryauth|tls-.*-pass)$/.test(line.key)) secrets.push(line.args[0]?.value ?? '');
    if (/^sentinel$/.test(line.key) && /-pass$/i.test(line.args[0]?.value ?? ''))
      secrets.push(line.args.at(-1)?.value ?? '');
    if (line.key === 'user')
      secrets.push(...line.args.filter(({ value }) => /^[>#<!]/.test(value)).map(({ value }) => value.slice(1)));
  }
  return secrets.filter((secret) => secret.length >= 5);
}

/** Those that must show nowhere: all but the words that everybody knows, and passwords that are a user's own name. */
export function hiddenWordsOf(text: string): readonly string[] {
  return secretsOf(text).filter((secret) => !KNOWN.has(secret) && !text.includes(`user ${secret} `));
}

/** A password may be what a rule is called, or the word that stands in every address. */
const KNOWN: ReadonlySet<string> = new Set([...ACL_KEYWORDS, 'redis']);
