// Apart from the schemas, so that a screen can know them without carrying a whole validator into the browser.

/** Calls that a board lists. An older one may stand though the board has no room for it. */
export const boardCallsAtMost = 24;
/** Waiting tickets that a board lists. */
export const boardWaitingAtMost = 24;
