export const PATTERN_FILES: readonly string[] = [
  '.a.conf',
  'a.conf',
  'b.conf',
  'A.conf',
  '1.conf',
  '-.conf',
  '[a.conf',
  '].conf',
  'ab.conf',
  '\u00e9.conf',
];

/** Patterns of `include` and the files that they match, in the order in which they are read. */
export const PATTERNS: readonly (readonly [pattern: string, files: readonly string[]])[] = [
  ['*.conf', ['-.conf', '1.conf', 'A.conf', '[a.conf', '].conf', 'a.conf', 'ab.conf', 'b.conf', '\u00e9.conf']],
  ['?.conf', ['-.conf', '1.conf', 'A.conf', '].conf', 'a.conf', 'b.conf']],
  ['??.conf', ['[a.conf', 'ab.conf', '\u00e9.conf']],
  ['.*.conf', ['.a.conf']],
  ['?a.conf', ['[a.conf']],
  ['[[:alpha:]].conf', ['A.conf', 'a.conf', 'b.conf']],
  ['[![:alpha:]].conf', ['-.conf', '1.conf', '].conf']],
  ['[[:digit:][:upper:]].conf', ['1.conf', 'A.conf']],
  ['[[:foo:]a].conf', []],
  ['[a-b].conf', ['a.conf', 'b.conf']],
  ['[^a-b].conf', ['-.conf', '1.conf', 'A.conf', '].conf']],
  ['[]-].conf', ['-.conf', '].conf']],
  ['[a*.conf', ['[a.conf']],
  ['\\[a*.conf', ['[a.conf']],
  ['a*b*.conf', ['ab.conf']],
  ['*.nothing', []],
];
