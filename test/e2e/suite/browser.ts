// The same suites for the web worker extension host: one bundle, without a file system, with mocha's browser build.
import 'mocha/mocha.js';
import { TEST_TIMEOUT } from '../patience.js';

declare const mocha: BrowserMocha;

export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: TEST_TIMEOUT });
  // After setup(), for suites register themselves with the global mocha.
  require('./findings.test.js');
  require('./included-files.test.js');
  require('./languages.test.js');
  require('./settings.test.js');
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
