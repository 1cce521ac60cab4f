import { createService } from '../../server/src/core/service.js';

/** Words of a fixture that are secrets: passwords and hashes, long enough not to occur by chance. */
export function secretsOf(text: string): readonly string[] {
  const secrets: string[] = [];
  for (const line of createService([]).parse(text).lines) {
    if (line.kind !== 'directive') continue;
    if (/^(requirepass|masterauth|primaryauth|tls-.*-pass)$/.test(line.key)) secrets.push(line.args[0]?.value ?? '');
    if (/^sentinel$/.test(line.key) && /-pass$/i.test(line.args[0]?.value ?? ''))
      secrets.push(line.args.at(-1)?.value ?? '');
    if (line.key === 'user')
      secrets.push(...line.args.filter(({ value }) => /^[>#<!]/.test(value)).map(({ value }) => value.slice(1)));
  }
  return secrets.filter((secret) => secret.length >= 5);
}
