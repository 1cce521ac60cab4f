import assert from 'node:assert/strict';
import { createService, parseFile } from '../../server/src/core/service.js';
import { analysedFiles, protocolRange } from '../../server/src/lsp/answers/diagnostics.js';
import { openDocument } from '../../server/src/lsp/documents/open-document.js';
import { blockIn } from '../support/block-in-document.js';

describe('the files of an analysis', () => {
  it('are looked through once for the places in them, however many findings they have', () => {
    const document = openDocument('file:///etc/redis/redis.conf', 'redis-conf', 1, 'include big.conf\n');
    const { path, file } = document;
    const result = createService().lint({
      path,
      file,
      reader: { readFile: () => ({ status: 'found', text: 'port 1\n' }), listFolder: () => ({ status: 'missing' }) },
    });
    const { placesIn } = analysedFiles([result], [], document, () => undefined);
    assert.ok(placesIn('/etc/redis/big.conf'));
    assert.equal(placesIn('/etc/redis/big.conf'), placesIn('/etc/redis/big.conf'));
    assert.equal(placesIn('/etc/redis/other.conf'), undefined);
  });

  it('are known by their document where they stand in one, whose lines the protocol counts', () => {
    const text = 'protected-mode no\n';
    const block = blockIn('/w/compose.yml', text);
    // The protocol ends a line at a carriage return, the server does not.
    const whole = block.document.replace('# a host', '# a\rhost');
    const document = openDocument('file:///w/compose.yml', 'yaml', 7, whole);
    const { id, place } = block;
    const result = createService().lint({ path: document.path, id, place, file: parseFile(text) });
    const files = analysedFiles([result], [], document, () => undefined);
    assert.deepEqual([files.uriOf(id), files.versionOf(id)], ['file:///w/compose.yml', 7]);
    assert.deepEqual(protocolRange({ source: id, line: 0, at: { start: 15, end: 17 } }, files), {
      start: { line: 4, character: 21 },
      end: { line: 4, character: 23 },
    });
  });
});
