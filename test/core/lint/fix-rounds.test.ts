import assert from 'node:assert/strict';
import { fixInRounds, type Linting } from '../../../server/src/core/lint/fix-rounds.js';
import type { Service, Starts } from '../../../server/src/core/service.js';
import { keepingService } from '../../support/keeping-service.js';
import { EFFECTS, ruleOfEffects } from '../../support/rule-of-effects.js';

const PATH = '/etc/redis/redis.conf';
const FIXABLE = EFFECTS.join('\n');

/** The text that fixing everything comes to, and how often it was linted. */
function fixed(text: string, service: Service, startsOf: (text: string) => Starts = () => 'yes') {
  let lints = 0;
  const lint = (texts: ReadonlyMap<string, string>): Linting => {
    lints++;
    const now = texts.get(PATH) ?? text;
    const { config, findings } = service.lint({ path: PATH, file: service.parse(now) });
    return { files: [{ source: config.root, findings, starts: startsOf(now) }] };
  };
  const { texts, fixes } = fixInRounds(lint, { accepts: () => true });
  return { text: texts.get(PATH) ?? text, fixes: fixes.length, lints };
}

describe('fixing in rounds', () => {
  const service = keepingService([ruleOfEffects]);
  const stopsWith = (fix: string) => (text: string) => (text.includes(fix) ? 'no' : 'yes');

  it('applies fixes of one place one after the other', () => {
    const { text } = fixed('bind 127.0.0.1\nslave-read-only yes # replicas stay read-only\n', keepingService());
    assert.match(text, /^# replicas stay read-only\nreplica-read-only yes$/m);
  });

  it('leaves a text without a fix as it is, and looks at it once', () => {
    assert.deepEqual(fixed('port 0', service), { text: 'port 0', fixes: 0, lints: 1 });
  });

  it('looks at a text once more after each round', () => {
    const all = EFFECTS.map((effect) => `${effect} fixed`).join('\n');
    assert.deepEqual(fixed(FIXABLE, service), { text: all, fixes: EFFECTS.length, lints: 2 });
  });

  for (const effect of EFFECTS) {
    it(`leaves out the fix after which the server starts no more, number ${EFFECTS.indexOf(effect) + 1} of them`, () => {
      const { text, fixes } = fixed(FIXABLE, service, stopsWith(`${effect} fixed`));
      assert.equal(text, EFFECTS.map((each) => (each === effect ? each : `${each} fixed`)).join('\n'));
      assert.equal(fixes, EFFECTS.length - 1);
    });
  }

  it('goes on where the server did not start before', () => {
    assert.equal(fixed(FIXABLE, service, () => 'no').fixes, EFFECTS.length);
  });
});
