import assert from 'node:assert/strict';
import { openRealServer, type Trial } from './real-server.js';
import { describeWithServer } from './with-real-server.js';

describeWithServer('a real server', (server) => {
  const run = (trial: Trial) => server().run(trial);

  it('starts on an empty file', async () => {
    assert.deepEqual(await run({ text: '' }), { isStartable: true, line: null, error: '', replies: [] });
  });

  it('names the line it refuses', async () => {
    const { stage, line, error } = await run({ text: 'maxmemory 1mb\nno-such-directive 1\n' });
    assert.deepEqual(
      { stage, line, error },
      { stage: 'config', line: 2, error: 'Bad directive or wrong number of arguments' },
    );
  });

  it('names no line for what it finds out later', async () => {
    const { stage, line, error } = await run({ text: 'user alice +@no-such-category\n' });
    assert.deepEqual(
      { stage, line, error },
      { stage: 'startup', line: null, error: 'Critical error while loading ACLs. Exiting.' },
    );
  });

  it('dies of a renamed subcommand', async () => {
    assert.equal((await run({ text: 'rename-command config|get ""\n' })).stage, 'crash');
  });

  it('reads files beside it, and answers whatever the password', async () => {
    const { replies } = await run({
      text: 'include more/memory.conf\nrequirepass secret\n',
      files: { 'more/memory.conf': 'maxmemory 2mb\n' },
      commands: [['CONFIG', 'GET', 'maxmemory']],
    });
    assert.deepEqual(replies, [['maxmemory', '2097152']]);
  });

  it('does not let its own socket hide that nothing listens', async () => {
    const { stage } = await run({ text: 'port 0\n', commands: [['PING']] });
    assert.equal(stage, server().isNetworkIsolated ? 'startup' : stage);
  });

  it('refuses to open what is no server', async () => {
    await assert.rejects(openRealServer('/bin/true'), /no redis-server/);
  });
});
