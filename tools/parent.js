/** Milliseconds. */
const LOOK_EVERY = 250;

/**
 * Resolves when the shell in which npm started this tool has gone: a SIGTERM to npm ends npm and that shell, and
 * neither hands it on. Never resolves for a tool that was started without npm.
 * @returns {Promise<null>}
 */
export function parentGone() {
  if (process.env['npm_lifecycle_event'] === undefined) return new Promise(() => undefined);
  const parent = process.ppid;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      resolve(null);
    }, LOOK_EVERY);
    timer.unref();
  });
}
