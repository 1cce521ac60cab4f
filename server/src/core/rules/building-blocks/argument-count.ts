/** How many arguments are taken: `1 argument`, `2 to 4 arguments`; `max` is null where there is no limit. */
export function argumentCount(min: number, max: number | null): string {
  if (max === null) return `at least ${count(min)}`;
  return min === max ? count(min) : `${min} to ${count(max)}`;
}

const count = (number: number): string => (number === 1 ? '1 argument' : `${number} arguments`);
