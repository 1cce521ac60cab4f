// JSON as a person would lay it out: what fits on a line stands on one, so that a table has a line a row.
const WIDTH = 120;

/**
 * @param {unknown} value
 * @param {(path: readonly string[]) => boolean} isRow whether what stands at a path is one line, however long
 */
export function compactJson(value, isRow = () => false) {
  return `${write(value, [], 0, isRow)}\n`;
}

/** `used`: how many characters of the value's first line are taken by what stands before it. */
function write(value, path, used, isRow) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const line = oneLine(value);
  const fits = used + line.length + ','.length <= WIDTH;
  if (path.length > 0 && (isRow(path) || fits)) return line;
  const indent = '  '.repeat(path.length + 1);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Object.entries(value).map(([key, child]) => {
    const label = Array.isArray(value) ? indent : `${indent}${JSON.stringify(key)}: `;
    return label + write(child, [...path, key], label.length, isRow);
  });
  return `${open}\n${entries.join(',\n')}\n${indent.slice(2)}${close}`;
}

function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${oneLine(child)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
