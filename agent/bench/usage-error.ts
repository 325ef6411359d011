/** What was typed cannot be done; one sentence for the person at the keyboard. */
export class UsageError extends Error {}
