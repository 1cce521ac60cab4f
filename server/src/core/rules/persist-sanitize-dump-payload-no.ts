import { valueRule } from './value-rule.js';

export const persistSanitizeDumpPayloadNo = valueRule({
  id: 'persist-sanitize-dump-payload-no',
  summary: 'data from RESTORE and replication is loaded unchecked',
  category: 'persistence',
  severity: 'information',
  references: ['CVE-2026-25243', 'CWE-20'],
  dialects: ['server'],
  directive: 'sanitize-dump-payload',
  when: ({ lower, name }, { config }) => lower === 'no' && !config.catalog.directive(name)?.isIgnored,
  message:
    '"sanitize-dump-payload no", also the default, loads RESTORE payloads without a deep check. Set it to "clients".',
  remedy: {
    set: 'clients',
    effect: 'speed',
    consequence: 'RESTORE and MIGRATE take longer, and payloads that fail the check are refused.',
  },
});
