import type { ConfigSource } from '../../server/src/core/config/occurrence.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import type { RuleInput, Trigger } from '../../server/src/core/rules/rule.js';

/** What changes only where every rule is asked again. */
const UNRECORDED: ReadonlySet<string> = new Set(['target', 'catalog', 'dialect', 'aclLanguage']);

const TRIGGER_OF: Readonly<Partial<Record<keyof ResolvedConfiguration, Trigger>>> = {
  problems: 'problems',
  users: 'users',
  defaultUser: 'users',
  renames: 'renames',
  exposure: 'exposure',
  deployment: 'deployment',
  start: 'start',
  mayBeSaidElsewhere: 'elsewhere',
  unread: 'files',
  fileReferences: 'files',
  takenFor: 'files',
  joinedLines: 'files',
};

/** The same input, which tells of each trigger when it is read. */
export function recordingInput(input: RuleInput, record: (trigger: Trigger) => void): RuleInput {
  return {
    ...input,
    config: new Proxy(input.config, { get: (config, name) => recorded(config, String(name), record) }),
    get comments() {
      record('comments');
      return input.comments;
    },
  };
}

function recorded(config: ResolvedConfiguration, name: string, record: (trigger: Trigger) => void): unknown {
  const askedBy =
    <Name extends Trigger, Answer>(answer: (name: Name) => Answer) =>
    (asked: Name) => {
      record(asked);
      return answer(asked);
    };
  const telling = (source: ConfigSource): ConfigSource =>
    Object.defineProperty({ ...source }, 'file', {
      get: () => {
        record('lines');
        return source.file;
      },
    });
  if (name === 'inForce') return askedBy(config.inForce);
  if (name === 'occurrences') return askedBy(config.occurrences);
  if (name === 'statements') {
    record('sentinel');
    return config.statements;
  }
  if (name === 'problemsOf') return askedBy(config.problemsOf);
  if (name === 'root') return telling(config.root);
  if (name === 'files') {
    record('files');
    return config.files.map(telling);
  }
  const key = name as keyof ResolvedConfiguration;
  const trigger = TRIGGER_OF[key];
  if (trigger) record(trigger);
  else if (!UNRECORDED.has(name)) throw new Error(`no trigger tells when "${name}" changes`);
  return config[key];
}
