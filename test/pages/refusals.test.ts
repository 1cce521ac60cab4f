import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { RULES } from '../../server/src/core/rules/index.js';
import { ROOT } from '../support/fixtures.js';
import { type Example, examplesOf, type Page, readPage } from '../support/rule-page.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { describeWithServer } from '../support/with-real-server.js';
import { openPageNetwork, type PageNetwork } from './network.js';

const LONGEST_START_MS = 10_000;

describeWithServer('what the log says, as a rule page quotes it,', (server) => {
  let network: PageNetwork | undefined;
  before(async () => {
    network = await openPageNetwork();
  });
  after(() => network?.close());

  for (const { id } of RULES) {
    const page = readPage(path.join(ROOT, 'docs/rules', `${id}.md`));
    const quoted = quotedLog(page);
    const [flagged] = examplesOf(page, 'Flagged');
    if (quoted.length === 0 || flagged === undefined) continue;
    it(`is what the server says of the example of ${id}`, async () => {
      assert.ok(network, 'a network of its own');
      const said = await refusalOf(flagged, [...network.wrap([server().binary])]);
      for (const line of quoted) assert.ok(said.includes(line), `"${line}" is not in:\n${said}`);
    });
  }
});

/** The lines of the page's `log` blocks. */
function quotedLog({ sections }: Page): readonly string[] {
  const blocks = (sections.get('What happens') ?? '').matchAll(/^```log\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, text = '']) => text.trimEnd().split('\n'));
}

/** All that a server which refuses to start says. @throws Error where it starts. */
async function refusalOf({ fileName, text }: Example, [program = '', ...args]: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  try {
    const isAcl = fileName.endsWith('.acl');
    folder.file(fileName, text);
    if (isAcl) folder.file('redis.conf', `aclfile ${fileName}\n`);
    const named = isAcl ? ['redis.conf'] : [fileName, ...(/sentinel/.test(fileName) ? ['--sentinel'] : [])];
    const child = spawn(program, [...args, ...named], { cwd: folder.path, timeout: LONGEST_START_MS });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more) => (said += more));
    const [, signal] = await once(child, 'close');
    if (signal === 'SIGTERM') throw new Error(`the server starts:\n${said}`);
    return said;
  } finally {
    folder.remove();
  }
}
