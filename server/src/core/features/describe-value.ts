import type { Directive } from '../directives/catalog.js';

/** The type, range and default of a directive in one line: `Number from 0 to 65535; default 6379`. */
export function describeValue(directive: Directive): string {
  if (directive.isIgnored) return 'Accepted and ignored';
  const { default: defaultValue, facts } = directive;
  const isSecret = facts.sensitive === true;
  const shownDefault = defaultValue === '' ? 'empty' : `\`${defaultValue}\``;
  return defaultValue === null || isSecret ? kindOf(directive) : `${kindOf(directive)}; default ${shownDefault}`;
}

function kindOf({ kind, values = [], min, max }: Directive): string {
  const range = min === undefined || max === undefined ? '' : ` from ${min} to ${max}`;
  switch (kind) {
    case 'bool':
      return '`yes` or `no`';
    case 'enum':
      return `One of ${values.map((value) => `\`${value}\``).join(', ')}`;
    case 'enum-flags':
      return `Any of ${values.map((value) => `\`${value}\``).join(', ')}`;
    case 'integer':
      return `Number${range}`;
    case 'memory':
      return 'Bytes, or a number with `kb`, `mb`, `gb` (1024) or `k`, `m`, `g` (1000)';
    case 'percent-or-memory':
      return 'Bytes with a unit, or a percentage';
    case 'octal':
      return 'Octal permissions, such as `770`';
    default:
      return 'Text';
  }
}
