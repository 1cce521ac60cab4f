import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexicalRulesFor } from '../../server/src/core/config/reading/lexical-rules.js';
import { chooseTarget } from '../../server/src/core/config/reading/target-choice.js';
import { parseTarget, targetId } from '../../server/src/core/directives/target.js';
import { createService } from '../../server/src/core/service.js';
import { editFile, parseFile, reparseFile, textOf } from '../../server/src/core/syntax/config-file.js';

describe('the guess of a target', () => {
  const service = createService();
  const load = (file: ReturnType<typeof parseFile>) => service.load({ path: '/etc/redis.conf', file });

  it('is the same for a text that was edited and for one that was opened so', () => {
    const opened = load(parseFile('rdma-bind 0.0.0.0\n'));
    assert.equal(targetId(opened.deployment.target.value), 'valkey-9.1');
    const end = { line: 0, character: 17 };
    const edited = editFile(opened.config.root.file, { range: { start: end, end }, newText: ' "a"b' });
    assert.deepEqual(load(edited).deployment.target, load(parseFile(textOf(edited))).deployment.target);
  });

  it('hangs on the text alone, whatever target it was split for before', () => {
    const line = fc.constantFrom(
      'rdma-bind 1 "a"b',
      '"rdma-"bind 1',
      'lookahead 1',
      "'key-memory-histograms' no",
      'availability-zone \xff',
      '\xff',
      'port 6379',
      '# redis-conf-lint-target redis 7.2',
      '# redis-conf-lint-target "valkey" 8.1',
    );
    const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
    const before = fc.constantFrom('redis-7.2', 'valkey-8.1', 'valkey-9.1');
    fc.assert(
      fc.property(text, before, fc.constantFrom('utf-8', 'latin-1'), (content, id, encoding) => {
        const target = parseTarget(id);
        assert.ok(target);
        const choose = (file: ReturnType<typeof parseFile>) => chooseTarget('/etc/redis.conf', file, undefined).target;
        const rules = lexicalRulesFor(target);
        const fresh = choose(parseFile(content, { encoding }));
        assert.deepEqual(choose(parseFile(content, { encoding, rules })), fresh);
        assert.deepEqual(choose(reparseFile(parseFile(content, { encoding }), rules)), fresh);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
