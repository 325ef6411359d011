/** Notices when the terminal's page has been gone for good: a reload is short, a dead browser is not. */
export interface PagePresence {
  left(): void;
  came(): void;
  stop(): void;
}

export function pagePresence(options: { readonly goneAfter: number; readonly onGone: () => void }): PagePresence {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    left() {
      stop();
      timer = setTimeout(options.onGone, options.goneAfter);
    },
    came: stop,
    stop,
  };
}
