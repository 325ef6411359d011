/** A trouble that a person can mend: its message is the whole output, without a stack. */
export class Trouble extends Error {}

/**
 * Runs a tool's story; a Trouble ends it with its one sentence and exit code 1.
 * @param {() => Promise<void>} story
 */
export async function tell(story) {
  try {
    await story();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * A step of a tool, on one line.
 * @param {string} text
 */
export function step(text) {
  console.log(`• ${text}`);
}
