/** Long enough that a page which breaks each time it starts does not flicker. Milliseconds. */
const pause = 3_000;

/** A page in which something broke that nobody caught is not trusted any more: it starts anew, as after a crash. */
export function startOverWhenBroken(page: Window): void {
  const startOver = (): void => void page.setTimeout(() => page.location.replace('/terminal'), pause);
  page.addEventListener('error', startOver, { once: true });
  page.addEventListener('unhandledrejection', startOver, { once: true });
}
