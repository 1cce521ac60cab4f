import type { UnreadReason } from '../config/file-reader.js';
import { lineIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { describeUnread, type Unread } from '../config/unread.js';
import { quote, sentence } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const configSourceUnreadable: Rule = {
  id: 'config-source-unreadable',
  summary: 'a file that is named but was not read, so that its lines are not checked',
  category: 'structure',
  severity: 'warning',
  references: ['CWE-552', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server', 'sentinel'],
  reads: ['files', 'lines', 'exposure'],
  check: checkUnreadSources,
};

/** Each reason once a place: of a pattern's files many may be unread. */
function* checkUnreadSources({ config }: RuleInput): Iterable<Problem> {
  const said = new Set<string>();
  for (const unread of config.unread) {
    const { at, reason } = unread;
    const key = `${at.source} ${at.line} ${at.at.start} ${reason}`;
    if (said.has(key)) continue;
    said.add(key);
    const {
      severity,
      remedy,
      fact = describeUnread(unread),
    } = isOfContainer(config, reason) ? OF_CONTAINER : SAYINGS[reason];
    yield { at, severity, message: sentence(`${quote(nameIn(config, unread))} was not read: ${fact}.`, remedy) };
  }
}

/** A path of a container to which nothing leads that is here. */
const isOfContainer = ({ exposure }: ResolvedConfiguration, reason: UnreadReason): boolean =>
  reason === 'another-machine' && exposure.container === 'proven';

interface Saying {
  readonly severity: Severity;
  /** Where the reason can be told better beside the name. */
  readonly fact?: string;
  readonly remedy: string;
}

const SAYINGS: Readonly<Record<UnreadReason, Saying>> = {
  'another-machine': {
    severity: 'hint',
    fact: 'its directory is not on this machine',
    remedy: 'Check it where the server runs.',
  },
  'outside-root': {
    severity: 'hint',
    fact: 'it is outside the project',
    remedy: 'Check it by itself, or allow it: --follow-outside, redisConfLint.followOutside.',
  },
  // Where the host will answer yet, this goes when it has.
  'not-loaded': { severity: 'hint', remedy: 'Check it where the server runs.' },
  forbidden: { severity: 'warning', remedy: 'Run the check as a user who may read it.' },
  special: {
    severity: 'warning',
    fact: 'it is a device, a pipe or a virtual file of the kernel',
    remedy: 'Name a file.',
  },
  'too-large': { severity: 'warning', remedy: 'Name the file that was meant.' },
  foreign: {
    severity: 'warning',
    fact: 'it is not a Redis file, and the server would refuse most of its lines',
    remedy: 'Name the file that was meant.',
  },
  budget: { severity: 'warning', remedy: 'Include fewer files.' },
  program: { severity: 'hint', remedy: 'Check it where the server runs.' },
  failed: { severity: 'warning', remedy: 'Check it where the server runs.' },
};

const OF_CONTAINER: Saying = {
  severity: 'hint',
  fact: 'it is in the container, and nothing of this project is put there',
  remedy: 'Check it where the server runs.',
};

/** As the line writes it. */
function nameIn({ files }: ResolvedConfiguration, { path, at }: Unread): string {
  const line = lineIn(files, at);
  return line?.text.slice(at.at.start, at.at.end) ?? path;
}
