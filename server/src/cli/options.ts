import { DOCUMENT_KINDS } from '../core/project/recognise.js';
import { FORMATS } from './formatters/index.js';

/** One row of --help; what parseArgs needs is in it too. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** How its value is called; an option without one is a switch. */
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly help: string;
}

/** Options under one heading of --help. */
export interface OptionGroup {
  readonly title: string;
  readonly options: readonly OptionSpec[];
}

/** What --as takes. */
export const KINDS = ['server', 'sentinel', 'acl', ...DOCUMENT_KINDS] as const;

/** Every option, in the order of --help. */
export const OPTION_GROUPS: readonly OptionGroup[] = [
  {
    title: 'What the files are',
    options: [
      {
        name: 'target',
        value: 'server',
        help: 'the server they are for: redis-7.2, valkey-8.1, redis (default: told from the file and the images beside it, else the newest Redis)',
      },
      {
        name: 'as',
        value: 'kind',
        help: `${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)} (default: told from text and name)`,
      },
      {
        name: 'stdin-filename',
        value: 'name',
        help: 'the name that standard input is taken for (default: redis.conf)',
      },
      {
        name: 'follow-outside',
        help: 'also read what a configuration includes from outside its project: the directory with .git or with "root": true in .redis-conf-lint.json',
      },
    ],
  },
  {
    title: 'Rules',
    options: [
      {
        name: 'rule',
        value: 'id=severity',
        isRepeatable: true,
        help: 'report a rule as error, warning, information or hint, or turn it off; may be repeated',
      },
      { name: 'profile', value: 'profile', help: 'production, development or strict (default: production)' },
      { name: 'role', value: 'role', help: 'what the server is for: cache, store, queue, replica or sentinel' },
      { name: 'list-rules', help: 'print every rule' },
      { name: 'explain', value: 'rule', help: "print a rule's page: the danger, examples, the remedy" },
    ],
  },
  {
    title: 'Report',
    options: [
      { name: 'format', short: 'f', value: 'format', help: `${FORMATS.join(', ')} (default: text)` },
      { name: 'output', short: 'o', value: 'file', help: 'write the report to a file' },
      { name: 'severity', value: 'level', help: 'show findings from this level on (default: hint)' },
      { name: 'quiet', short: 'q', help: 'show errors only' },
      {
        name: 'fail-on',
        value: 'level',
        help: 'the mildest finding that fails the run: error, warning, information, hint or never (default: error)',
      },
      { name: 'verbose', help: 'tell what was read of documents that start servers, and what was not' },
      { name: 'max-warnings', value: 'n', help: 'fail when there are more warnings than this' },
      { name: 'color', value: 'when', help: 'auto, always or never (default: auto; NO_COLOR is respected)' },
    ],
  },
  {
    title: 'Fix',
    options: [
      { name: 'fix', help: 'apply the safe fixes: those that cannot lock anybody out, lose data or open the server' },
      { name: 'fix-dry-run', help: 'print what --fix would change as a diff' },
    ],
  },
  {
    title: 'Look inside',
    options: [
      {
        name: 'test',
        short: 't',
        help: 'only tell, in one line, whether the server starts with the file: for scripts that restart it',
      },
      { name: 'strict', help: 'with -t: fail also when that cannot be known here' },
      { name: 'effective', help: 'print the settings in force, each with the line that sets it, instead of findings' },
      { name: 'show-secrets', help: 'with --effective and --fix-dry-run: do not mask passwords' },
    ],
  },
  {
    title: 'About',
    options: [
      { name: 'version', short: 'v', help: 'print the version' },
      { name: 'help', short: 'h', help: 'print this' },
    ],
  },
];

/** The same without headings, for `parseArgs`. */
export const OPTIONS: readonly OptionSpec[] = OPTION_GROUPS.flatMap(({ options }) => options);
