import { readFileSync } from 'node:fs';
import path from 'node:path';

/** JSON of rule ids to pages, put in by the bundler; see scripts/rule-pages.mjs. */
declare const RULE_PAGES: string | undefined;

/** Seen from out/server/src/cli, where the pages stay in the repository. */
const PAGES_FOLDER = '../../../../docs/rules';

/** The page of a rule, as Markdown. */
export function pageOf(ruleId: string): string {
  if (typeof RULE_PAGES === 'undefined')
    return readFileSync(path.join(__dirname, PAGES_FOLDER, `${ruleId}.md`), 'utf8');
  const pages = JSON.parse(RULE_PAGES) as Readonly<Record<string, string>>;
  return pages[ruleId] ?? '';
}
