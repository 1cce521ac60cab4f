import assert from 'node:assert/strict';
import { PATTERN_FILES, PATTERNS } from '../support/include-patterns.js';
import { describeWithServer } from '../support/with-real-server.js';

describeWithServer('include with a pattern, on a real server', (server) => {
  it('reads the same files', async () => {
    // Each pattern has a folder of its own, and each file makes a user by whom it is known.
    const files = Object.fromEntries(
      PATTERNS.flatMap((_, row) =>
        PATTERN_FILES.map((file, column) => [`${row}/${file}`, `user ${row}:${column}: on\n`]),
      ),
    );
    const text = PATTERNS.map(([pattern], row) => `include ${row}/${pattern}\n`).join('');
    const { error, replies } = await server().run({ text, files, commands: [['ACL', 'USERS']] });
    const users = (replies[0] ?? [error]) as readonly string[];
    const read = PATTERNS.map(([pattern], row) => [
      pattern,
      PATTERN_FILES.filter((_, column) => users.includes(`${row}:${column}:`)),
    ]);
    assert.deepEqual(
      read,
      PATTERNS.map(([pattern, matched]) => [pattern, PATTERN_FILES.filter((file) => matched.includes(file))]),
    );
  });
});
