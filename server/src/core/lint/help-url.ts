const PAGES = 'https://github.com/redis-conf-lint/redis-conf-lint/blob/main/docs/rules';

/** The address of a rule's page: what it finds, why it is dangerous, how to fix it. */
export function helpUrlOf(ruleId: string): string {
  return `${PAGES}/${ruleId}.md`;
}
