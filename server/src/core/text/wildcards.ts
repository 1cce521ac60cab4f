/** What one part of a pattern takes: any run of units, none included, or one unit. A unit is a character or a word. */
export type PatternPart<Unit> = '*' | ((unit: Unit) => boolean);

/**
 * Whether a pattern takes all of a text. A star makes up for whatever an earlier one took, so only the last one is ever
 * tried again: at most as many steps as the text has units, squared, whatever the pattern.
 */
export function takesAll<Unit>(parts: readonly PatternPart<Unit>[], text: ArrayLike<Unit>): boolean {
  let part = 0;
  let at = 0;
  let afterStar = -1;
  let starFrom = 0;
  while (at < text.length) {
    const current = parts[part];
    const unit = text[at];
    if (current === '*') {
      afterStar = ++part;
      starFrom = at;
    } else if (unit !== undefined && current?.(unit)) {
      part++;
      at++;
    } else if (afterStar < 0) {
      return false;
    } else {
      part = afterStar;
      at = ++starFrom;
    }
  }
  while (parts[part] === '*') part++;
  return part === parts.length;
}
