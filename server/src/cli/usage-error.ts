/** A command line that can't be done; the message says what would be right. */
export class UsageError extends Error {}
