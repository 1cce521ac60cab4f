import assert from 'node:assert/strict';
import path from 'node:path';
import { RULES } from '../../server/src/core/rules/index.js';
import { type Certificates, makeCertificates } from '../support/certificates.js';
import { lintWith, ROOT } from '../support/fixtures.js';
import { examplesOf, readPage } from '../support/rule-page.js';
import { describeWithServer } from '../support/with-real-server.js';
import { runCommands } from './flagged-server.js';
import { openPageNetwork, type PageNetwork } from './network.js';
import { commandsOf } from './page-commands.js';

/** Pages whose commands change a running server. The examples are read for the server that runs them. */
const PAGES = RULES.map((rule) => ({ rule, page: readPage(path.join(ROOT, 'docs/rules', `${rule.id}.md`)) }));

describeWithServer('the commands of a rule page', (server) => {
  let network: PageNetwork | undefined;
  let certificates: Certificates | undefined;
  before(async () => {
    network = await openPageNetwork();
    certificates = makeCertificates();
  });
  after(async () => {
    certificates?.remove();
    await network?.close();
  });

  for (const { rule, page } of PAGES) {
    const commands = commandsOf(page);
    const [flagged] = examplesOf(page, 'Flagged');
    if (commands === undefined || flagged === undefined) continue;
    it(`of ${rule.id} mend a server that runs, and its clients notice nothing`, async () => {
      assert.ok(network, 'a network of its own');
      const machine = { binary: server().binary, network, certificates };
      const { text, answers } = await runCommands(machine, flagged, commands);
      assert.equal(answers.length, 1, `a connected client was answered ${answers.join(', then ')}`);
      const left = lintWith(rule, flagged.fileName, text).map(({ message }) => message);
      assert.deepEqual(left, [], text);
    });
  }
});
