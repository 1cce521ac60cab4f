// node test/e2e/host/restricted.mjs FILE.vsix [FOLDER FOR SCREENSHOTS]: a folder of strangers, opened in Restricted Mode,
// leads nobody outside of it, whatever its files and settings say, and calls nobody.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { hoverAt, openFromExplorer, openWorkbench, problemRow, runCommand, until } from './person.mjs';
import { runSteps } from './run-steps.mjs';

const LONG_AGO = new Date('2001-01-01');
/** Read, they make findings: nobody could overlook that. */
const OUTSIDE = { 'outside.conf': 'nosuchdirective-outside 1\n', 'linked.conf': 'nosuchdirective-linked 1\n' };

/** Counts who comes: a picture in a hover would. */
const asked = [];
const stranger = createServer((request, response) => {
  asked.push(request.url);
  response.end();
}).listen(0, '127.0.0.1');
await once(stranger, 'listening');
const picture = `![x](http://127.0.0.1:${stranger.address().port}/picture.png)`;

await runSteps(
  { workspace: 'workspace', files: [], name: 'cloned', asksForTrust: true },
  ({ page, url, folder, shot }) => {
    const outside = (name) => path.join(folder, '../outside', name);
    const marker = path.join(folder, '../ran');
    const names = Object.keys(OUTSIDE);
    /** A file is read where its time of access is younger than the one that we gave it. */
    const wereRead = () => names.filter((name) => statSync(outside(name)).atime > LONG_AGO);
    const forgetReading = () => {
      for (const name of names) utimesSync(outside(name), LONG_AGO, new Date());
    };
    const requests = [];

    const prepare = () => {
      mkdirSync(outside(''));
      mkdirSync(path.join(folder, '.vscode'));
      for (const name of names) writeFileSync(outside(name), OUTSIDE[name]);
      symlinkSync(outside('linked.conf'), path.join(folder, 'linked.conf'));
      writeFileSync(path.join(folder, 'run.sh'), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
      const settings = { 'redisConfLint.followOutside': true };
      writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
      const lines = ['bind 127.0.0.1', 'include ../outside/outside.conf', 'include linked.conf', 'include /etc/passwd'];
      writeFileSync(
        path.join(folder, 'redis.conf'),
        `${lines.join('\n')}\nuser ${picture} on nopass ~${picture} +@all\n`,
      );
      const sentinel = ['sentinel monitor main 127.0.0.1 6379 2', 'sentinel notification-script main ./run.sh'];
      writeFileSync(path.join(folder, 'sentinel.conf'), `${sentinel.join('\n')}\n`);
      forgetReading();
    };

    return [
      [
        'is opened, and nobody trusts it',
        async () => {
          prepare();
          await openWorkbench(page, url, folder);
          await page.waitForSelector('.statusbar >> text=Restricted Mode');
        },
      ],
      [
        'is checked all the same, and says what was not read',
        async () => {
          await openFromExplorer(page, 'redis.conf');
          await problemRow(page, 'Any password logs in');
          for (const place of ['2:10', '3:10', '4:10']) await hoverAt(page, place, 'config-source-unreadable');
          await shot('restricted');
        },
      ],
      [
        'asks nobody for anything when its words are read in a hover',
        async () => {
          page.on('request', (request) => requests.push(request.url()));
          await hoverAt(page, '2:10', 'include');
          await hoverAt(page, '5:8', 'picture.png');
          await hoverAt(page, '5:51', 'acl-nopass-user');
          await shot('restricted-hover');
          assert.deepEqual(asked, []);
          const elsewhere = requests.filter((asked) => !asked.startsWith(url) && /^https?:/.test(asked));
          assert.deepEqual(elsewhere, []);
        },
      ],
      [
        'makes nobody run what its files name',
        async () => {
          await openFromExplorer(page, 'sentinel.conf');
          await problemRow(page, 'run.sh');
          assert.equal(existsSync(marker), false);
        },
      ],
      ['has led nobody outside', async () => assert.deepEqual(wereRead(), [])],
      [
        'leads outside once somebody trusts it, for its settings say so',
        async () => {
          await runCommand(page, 'Workspaces: Manage Workspace Trust');
          await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
          await until(
            () => wereRead().length === names.length,
            () => `${names} read, which is known of ${wereRead()}`,
          );
          await shot('restricted-trusted');
        },
      ],
    ];
  },
);
stranger.close();
