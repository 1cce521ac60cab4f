import type { Format } from '../options.js';
import type { Formatter } from '../report.js';
import { formatJson } from './json.js';
import { formatText } from './text.js';

/** The two that most runs use are at hand; the others load when they are asked for. */
export async function formatterFor(format: Format): Promise<Formatter> {
  switch (format) {
    case 'text':
      return formatText;
    case 'json':
      return formatJson;
    case 'sarif':
      return (await import('./sarif.js')).formatSarif;
    case 'github':
      return (await import('./github.js')).formatGithub;
    case 'junit':
      return (await import('./junit.js')).formatJunit;
    case 'markdown':
      return (await import('./markdown.js')).formatMarkdown;
  }
}
