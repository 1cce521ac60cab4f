import assert from 'node:assert/strict';
import { createService } from '../../server/src/core/service.js';
import { analysedFiles } from '../../server/src/lsp/answers/diagnostics.js';
import { openDocument } from '../../server/src/lsp/documents/open-document.js';
import { DEFAULT_SETTINGS } from '../../server/src/lsp/settings.js';

describe('the files of an analysis', () => {
  it('are looked through once for the places in them, however many findings they have', () => {
    const document = openDocument('file:///etc/redis/redis.conf', 'redis-conf', 1, 'include big.conf\n');
    const { path, file } = document;
    const result = createService().lint({
      path,
      file,
      reader: { readFile: () => ({ status: 'found', text: 'port 1\n' }), listFolder: () => ({ status: 'missing' }) },
    });
    const analysis = {
      id: 1,
      document,
      settings: DEFAULT_SETTINGS,
      root: undefined,
      folder: undefined,
      result,
      asked: new Map(),
    };
    const { placesIn } = analysedFiles([analysis], document, () => undefined);
    assert.ok(placesIn('/etc/redis/big.conf'));
    assert.equal(placesIn('/etc/redis/big.conf'), placesIn('/etc/redis/big.conf'));
    assert.equal(placesIn('/etc/redis/other.conf'), undefined);
  });
});
