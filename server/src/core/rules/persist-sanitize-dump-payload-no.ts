import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistSanitizeDumpPayloadNo: Rule = {
  id: 'persist-sanitize-dump-payload-no',
  summary: 'data from RESTORE and replication is loaded unchecked',
  category: 'persistence',
  severity: 'information',
  references: ['CVE-2026-25243', 'CWE-20'],
  dialects: ['server'],
  reads: ['sanitize-dump-payload'],
  check: checkPersistSanitizeDumpPayloadNo,
};

function* checkPersistSanitizeDumpPayloadNo({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'sanitize-dump-payload');
  if (setting?.lower !== 'no' || config.catalog.directive('sanitize-dump-payload')?.isIgnored) return;
  const at = argumentAt(setting.from);
  yield {
    at,
    message:
      'sanitize-dump-payload "no", also the default, loads RESTORE payloads without a deep check. Set it to "clients".',
    fixes: () => [
      {
        title: 'Set sanitize-dump-payload to clients',
        effect: 'speed',
        consequence: 'RESTORE and MIGRATE take longer, and payloads that fail the check are refused.',
        edits: [replaceAt(at, 'clients')],
      },
    ],
  };
}
