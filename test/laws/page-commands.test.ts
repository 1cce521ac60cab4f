import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalogFor } from '../../server/src/core/directives/catalog.js';
import { parseTarget } from '../../server/src/core/directives/target.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { commandsOf } from '../pages/page-commands.js';
import { ROOT } from '../support/fixtures.js';
import { readPage } from '../support/rule-page.js';

/** What each rule is about: a procedure, directives, or nothing that a running server has. */
type Subject = string | readonly string[] | null;

async function subjects(): Promise<readonly (readonly [id: string, subject: Subject])[]> {
  const { subjectsOf } = await import(pathToFileURL(path.join(FOLDER, 'paragraph.mjs')).href);
  return subjectsOf(RULES, JSON.parse(readFileSync(path.join(FOLDER, 'rules.json'), 'utf8')));
}

const FOLDER = path.join(ROOT, 'scripts/running-server');
/** Procedures that consist of commands. */
const BY_COMMANDS: ReadonlySet<string> = new Set(['acl', 'password', 'sentinel', 'replicaof']);

/** Pages that nonetheless have no block of commands, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'acl-module-commands-via-all': 'needs a module',
  'auth-password-truncation-quote': 'the same steps as auth-password-weak',
  'auth-requirepass-ignored-by-aclfile': 'a line has to be removed from the file',
  'auth-requirepass-overridden-by-user-default': 'a line has to be removed from the file',
  'auth-shared-password': 'each application has a user with rules of its own',
  'auth-tls-cert-user-no-ca-scope': 'Redis 8.6',
  'cluster-bus-exposed': 'the firewall, or the steps of tls-cluster-off',
  'net-bind-hostname': 'what the name resolves to',
  'net-bind-loopback-in-container': 'the container is made anew from a changed file',
  'net-protected-mode-defeated-by-bind': 'Redis to 6.2',
  'persist-save-after-include': 'lines have to be joined in the file',
  'repl-plaintext-link': 'the same steps as tls-replication-off',
  'repl-serve-stale': 'a replica without its primary would refuse its clients',
  'sentinel-rename-without-effect': 'no Sentinel runs here, and which name a server has is its own secret',
  'tls-key-path-suspicious': 'the key has to be moved',
  'version-build-dependent': 'the builds that it is about start with no flagged example',
};

describe('a page about what can be changed on a running server', () => {
  const { lookup } = catalogFor(parseTarget('redis-7.0.15') ?? assert.fail('a target'));
  const isLive = (name: string) => {
    const facts = lookup(name)?.facts;
    return facts !== undefined && !facts.immutable && !facts.protected;
  };
  const isByCommands = (subject: Subject) =>
    typeof subject === 'string' ? BY_COMMANDS.has(subject) : (subject?.some(isLive) ?? false);

  it('has the commands for it, or a reason why not', async () => {
    const without = (await subjects())
      .filter(([, subject]) => isByCommands(subject))
      .map(([id]) => id)
      .filter((id) => commandsOf(readPage(path.join(ROOT, `docs/rules/${id}.md`))) === undefined);
    assert.deepEqual(without.sort(), Object.keys(WITHOUT).sort());
  });
});
