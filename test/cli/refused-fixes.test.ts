import assert from 'node:assert/strict';
import { formatText } from '../../server/src/cli/formatters/text.js';
import { createService, parseFile } from '../../server/src/core/service.js';
import { blockIn } from '../support/block-in-document.js';
import { reportOf } from '../support/report.js';

describe('a fix that cannot be written where the line stands', () => {
  const context = {
    rules: [],
    paint: (_: string, text: string) => text,
    width: 100,
    showPath: (path: string) => path,
    quiet: false,
    gate: { failOn: 'error' as const, maxWarnings: undefined },
    verbose: true,
  };

  it('stands beside the finding, with the reason', () => {
    const text = 'port 6379';
    const { place } = blockIn('/w/redis.conf', text);
    const result = createService().lint({ path: '/w/redis.conf', file: parseFile(text), place });
    const shown = formatText(reportOf(result), context);
    assert.match(shown, /^ {2}no fix: .+: The block ends without a line end\.$/m);
    assert.doesNotMatch(shown, /^ {2}fix/m);
  });
});
