/** Ids that rules had, and the ids that they have: who wrote an old one in a comment or a setting still means the rule. */
export const RENAMED_RULES: Readonly<Record<string, string>> = {
  'cli-backlog-high': 'client-backlog-high',
  'cli-maxclients-high': 'client-maxclients-high',
  'cli-maxclients-low': 'client-maxclients-low',
  'cli-obuf-unlimited': 'client-obuf-unlimited',
  'cli-proto-max-bulk-large': 'client-proto-max-bulk-large',
  'cli-query-buffer-large': 'client-query-buffer-large',
  'cli-timeout-zero': 'client-timeout-zero',
};

/** The id of a rule today, by any id that it ever had; any other text as it is. */
export function currentRuleId(id: string): string {
  return (Object.hasOwn(RENAMED_RULES, id) ? RENAMED_RULES[id] : undefined) ?? id;
}
