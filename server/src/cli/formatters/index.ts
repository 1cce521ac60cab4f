import type { Formatter } from '../report.js';
import { formatCheckstyle } from './checkstyle.js';
import { formatConcise } from './concise.js';
import { formatGithub } from './github.js';
import { formatGitlab } from './gitlab.js';
import { formatJson } from './json.js';
import { formatJunit } from './junit.js';
import { formatMarkdown } from './markdown.js';
import { formatSarif } from './sarif.js';
import { formatText } from './text.js';

/** What writes each format, by the name that --format takes. */
export const FORMATTERS = {
  text: formatText,
  concise: formatConcise,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
  markdown: formatMarkdown,
  gitlab: formatGitlab,
  checkstyle: formatCheckstyle,
} as const satisfies Readonly<Record<string, Formatter>>;

/** How findings are written. */
export type Format = keyof typeof FORMATTERS;

/** Every format, that for people first. */
export const FORMATS = Object.keys(FORMATTERS) as readonly Format[];
