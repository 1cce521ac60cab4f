import { isKnownWord } from '../config/showing/shown-words.js';
import { COMMANDS } from '../config/showing/vocabulary.js';
import { textOfBytes } from '../syntax/bytes.js';
import { replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { renamesBuiltUpon } from './building-blocks/renames.js';
import { GENERATED_SECRET, type Problem, type Rule, type RuleInput } from './rule.js';

export const renameCommandGuessable: Rule = {
  id: 'rename-command-guessable',
  summary: 'the new name of a renamed command can be guessed',
  category: 'commands',
  severity: 'warning',
  references: ['CWE-656', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  dialects: ['server'],
  checksLooks: true,
  reads: ['problems', 'renames', 'exposure'],
  check: checkNames,
};

const SHORTEST = 12;
/** Stands in the comments of every stock file. */
const PUBLISHED = 'b840fc02d524045429941cc15f59e41cb7be6c52';

function* checkNames({ config }: RuleInput): Iterable<Problem> {
  const { listen } = config.exposure;
  const severity = listen === 'loopback' || listen === 'none' ? 'information' : 'warning';
  const refused = new Set(config.problems.flatMap(({ occurrence }) => occurrence ?? []));
  const isBuiltUpon = renamesBuiltUpon(config);
  for (const rename of config.renames) {
    const { from, oldName, newName } = rename;
    if (refused.has(from)) continue;
    const reason = from.isTemplated ? undefined : weaknessOf(oldName.toLowerCase(), textOfBytes(newName).toLowerCase());
    if (reason === undefined) continue;
    const at = argumentAt(from, 1);
    const command = isKnownWord(oldName, COMMANDS) ? oldName : 'the command';
    yield {
      at,
      message: `The new name of ${command} ${reason}, so it hides nothing. Remove the command with "", or take a long random name.`,
      severity,
      fixes: () =>
        isBuiltUpon(rename)
          ? []
          : [
              {
                title: `Remove ${command}: nobody can run it then`,
                effect: 'access',
                consequence:
                  'Tools and Sentinels that send the new name fail; an append-only file that holds it no longer loads.',
                edits: [replaceAt(at, '""')],
              },
              {
                title: 'Take a random name: tools must learn it',
                effect: 'access',
                consequence:
                  'Tools and Sentinels that send the present name fail; so does an append-only file that holds it.',
                edits: [replaceAt(at, GENERATED_SECRET)],
              },
            ],
    };
  }
}

/** Read backwards or with letters changed it is still guessed; those are rare enough to leave. */
function weaknessOf(oldName: string, newName: string): string | undefined {
  if (newName === '' || newName === oldName) return undefined;
  if (newName === PUBLISHED) return 'is the one from the documentation';
  if (newName.split(/[^a-z0-9]+/).some(isRandom)) return undefined;
  if (newName.includes(oldName)) return 'contains the old one';
  return newName.length < SHORTEST ? 'is short' : undefined;
}

/** Letters and digits mixed, and long: nobody comes upon it by trying. */
function isRandom(part: string): boolean {
  return part.length >= 8 && /\d[a-z]+\d|[a-z]\d+[a-z]/.test(part);
}
