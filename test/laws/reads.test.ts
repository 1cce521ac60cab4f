import assert from 'node:assert/strict';
import { LOAD_PROBLEM_CODES } from '../../server/src/core/config/load-problem.js';
import { createLoadCache } from '../../server/src/core/config/reading/load-cache.js';
import { DIRECTIVE_NAMES } from '../../server/src/core/directives/catalog.js';
import { parseTarget } from '../../server/src/core/directives/target.js';
import { mayHaveToSay } from '../../server/src/core/lint/run-rules.js';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Rule, RuleInput, Trigger } from '../../server/src/core/rules/rule.js';
import { createService } from '../../server/src/core/service.js';
import { fixtureReader, fixturesOf, virtualPathOf } from '../support/fixtures.js';
import { recordingInput } from '../support/recording-input.js';

/** Each brings another part of the catalog into play; undefined: what the fixture says. */
const TARGETS = [undefined, 'redis 6.2', 'redis 7.2', 'valkey 9.1'].map((name) => name && parseTarget(name));

describe('what a rule reads', () => {
  it('is declared, for each rule over the fixtures of all', () => {
    const undeclared = new Map(RULES.map(({ id }) => [id, new Set<Trigger>()]));
    lintFixturesOfAll(RULES.map((rule) => watched(rule, (trigger) => undeclared.get(rule.id)?.add(trigger))));
    assert.deepEqual(
      [...undeclared].filter(([, triggers]) => triggers.size > 0),
      [],
    );
  });

  it('has one name: no code of a load problem is a directive', () => {
    const codes: ReadonlySet<string> = new Set(LOAD_PROBLEM_CODES);
    assert.deepEqual(
      DIRECTIVE_NAMES.filter((name) => codes.has(name)),
      [],
    );
  });
});

describe('what a rule needs', () => {
  it('is there in each fixture of all where it has something to say', () => {
    const needless = new Set<string>();
    lintFixturesOfAll(RULES.map((rule) => askedAnyway(rule, () => needless.add(rule.id))));
    assert.deepEqual([...needless], []);
  });

  it('is read by it', () => {
    const wrong = RULES.filter(
      ({ needs = [], reads }) => reads !== 'everything' && needs.some((each) => !reads.includes(each)),
    );
    assert.deepEqual(wrong, []);
  });
});

function lintFixturesOfAll(rules: readonly Rule[]): void {
  const service = createService(rules);
  const cache = createLoadCache();
  for (const { id } of RULES) {
    for (const { name, text } of fixturesOf(id)) {
      for (const target of TARGETS) {
        service.lint({
          path: virtualPathOf(name),
          file: service.parse(text),
          reader: fixtureReader(id),
          cache,
          options: { profile: 'strict' },
          ...(target ? { target } : {}),
        });
      }
    }
  }
}

/** The rule, without what it says that it needs; tells where it speaks although nothing of that is there. */
function askedAnyway({ needs, ...rule }: Rule, tell: () => void): Rule {
  return {
    ...rule,
    *check(input) {
      for (const problem of rule.check(input)) {
        if (needs && !mayHaveToSay({ ...rule, needs }, input.config)) tell();
        yield problem;
      }
    },
  };
}

/** A fix is made when somebody asks for it, of the text of then. */
const TEXT_OF_FIXES: ReadonlySet<Trigger> = new Set(['files', 'lines']);

/** The rule, telling what it and its fixes read and it does not declare. */
function watched(rule: Rule, tell: (trigger: Trigger) => void): Rule {
  const { reads } = rule;
  if (reads === 'everything') return rule;
  const declared = new Set(reads);
  const besideUser = new Set(rule.userReads);
  return {
    ...rule,
    *check(input) {
      let makesFixes = false;
      const mayRead = (trigger: Trigger) => declared.has(trigger) || (makesFixes && TEXT_OF_FIXES.has(trigger));
      const ofUser = recordingInput(input, (trigger) => {
        if (makesFixes ? !mayRead(trigger) : !besideUser.has(trigger)) tell(trigger);
      });
      const checkUser: RuleInput['checkUser'] = (check, user) => [check(user, ofUser) ?? []].flat();
      const recording = recordingInput({ ...input, checkUser }, (trigger) => {
        if (!mayRead(trigger)) tell(trigger);
      });
      for (const problem of rule.check(recording)) {
        makesFixes = true;
        problem.fixes?.();
        makesFixes = false;
        yield problem;
      }
    },
  };
}
