// node scripts/conformance-report.mjs [--check]: writes docs/conformance.md from the compiled suite and prints its tables.
// With --check it only says whether the page is as it should be. Run `npm run compile` first.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const { measureAgreement } = require(path.join(root, 'out/test/conformance/agreement.js'));
const { reportPage } = require(path.join(root, 'out/test/conformance/report.js'));

const file = path.join(root, 'docs/conformance.md');
const page = reportPage(measureAgreement());
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/conformance.md is not as the suite has it: run node scripts/conformance-report.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, page);
  console.log(page.slice(page.indexOf('## By server')));
}
