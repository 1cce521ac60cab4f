/** How long anything in an editor may take, on a machine that has much else to do. */
export const PATIENCE = 60_000;
/** How long a test may take, which waits more than once. */
export const TEST_TIMEOUT = 4 * PATIENCE;
/** How long the suites may take together. */
export const SUITES_TIMEOUT = 10 * PATIENCE;
