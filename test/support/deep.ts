/**
 * `DEEP=1`, which `npm run test:deep` sets: tests that can go on for as long as one likes then do what a night allows,
 * instead of what notices a step back in seconds.
 */
export const IS_DEEP = process.env.DEEP === '1';

export const inDeepTests = (deep: number, usual: number): number => (IS_DEEP ? deep : usual);
