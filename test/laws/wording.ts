/** A word that pages do not use, and what they write in its place: one word for one thing, and plain English. */
export interface Wording {
  readonly avoid: RegExp;
  readonly write: string;
}

export const WORDING: readonly Wording[] = [
  // One word for one thing.
  { avoid: /\bfail-overs?\b/i, write: 'failover' },
  { avoid: /\bfolders?\b/i, write: 'directory' },
  { avoid: /\bblanks?\b/i, write: 'space' },
  { avoid: /\bmasters?\b/i, write: 'primary' },
  { avoid: /\bslaves?\b/i, write: 'replica' },
  { avoid: /\bunix socket\b/, write: 'Unix socket' },
  { avoid: /\btime-outs?\b/i, write: 'timeout' },
  { avoid: /\bmend(?:s|ed)?\b/i, write: 'correct' },
  // What only this project says.
  { avoid: /\bleft alone\b/i, write: 'not checked' },
  { avoid: /\bis reported (?:there|elsewhere)\b/i, write: 'is checked by, and the rule' },
  { avoid: /\banother layer\b/i, write: 'the rule that checks it' },
  { avoid: /\bat hand\b/i, write: 'the target' },
  { avoid: /\bjudged?s?\b/i, write: 'checked' },
  // English as nobody writes it.
  { avoid: /\bstands?\b/i, write: 'is, is written' },
  { avoid: /\bhis\b/, write: 'their' },
  { avoid: /\bhe\b/i, write: 'they' },
  { avoid: /\ban information\b/i, write: 'information' },
  { avoid: /\bin passing\b/i, write: 'nothing' },
  { avoid: /\bmakes? (?:it|them|\S+) void\b/i, write: 'overrides' },
  { avoid: /\b(?:comes about|once so|without a word|the like of)\b/i, write: 'plain English' },
  { avoid: /\bheld for dead\b/i, write: 'considered down' },
  { avoid: /\bturn(?:s|ed)? away\b/i, write: 'refused' },
  { avoid: /\bis no (?:template|rule|command|number|pair|cycle|category|list|quorum)\b/i, write: 'is not a' },
  { avoid: /\bnothing is said\b/i, write: 'not checked, or not reported' },
  // "for" as "because" reads like a purpose.
  { avoid: /, for (?:it|he|they|otherwise|there|nobody|each|the \w+ (?:is|are|has|may))\b/, write: 'because' },
  // A picture in the place of a fact.
  { avoid: /\b(?:doors?|knobs?|inside the car|lucky case|treacherous|guards?)\b/i, write: 'the fact' },
];

/** "When to ignore" says when; a page that knows no case names the one in which the finding is about nobody. */
export const EMPTY_ADVICE = /^(?:Never|Hardly ever|There is no good reason)\b/;

/** A word that code uses for one thing alone, and the rooms, below server/src, that have to do with it. */
export interface ReservedWord {
  readonly word: RegExp;
  readonly means: string;
  readonly rooms: readonly string[];
}

export const RESERVED_WORDS: readonly ReservedWord[] = [
  {
    word: /judg/i,
    means: 'to run the rules over a configuration; what one rule does, or the server while it reads, is to check',
    rooms: [
      'core/service.ts',
      'core/document-service.ts',
      'core/project/',
      'core/config/meaning/container.ts',
      'lsp/',
      'cli/',
    ],
  },
  {
    word: /\bsettings?\b|Settings?(?:Of|From|After)?\b/,
    means: 'what a person tells the linter; what a directive comes to is its value in force',
    rooms: [
      'core/config/told.ts',
      'core/config/reading/target-choice.ts',
      'core/answers/describe-target.ts',
      'core/lint/',
      'core/rules/rule.ts',
      'core/service.ts',
      'lsp/',
      'cli/',
      'client/',
    ],
  },
];
