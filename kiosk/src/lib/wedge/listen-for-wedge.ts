import { KeyBurst, type BurstRule } from './key-burst.ts';

/** A line that has not gone on for so long never will. Milliseconds. */
const forgetAfter = 250;

/** Whether keys go into a text field, whose owner they belong to. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/**
 * Hears a reader that poses as a keyboard, whatever is focused: its burst of keys works on nothing in the page, and
 * whoever hears the line decides what it means. Keys of a person pass by. Returns the way to stop.
 */
export function listenForWedge(
  window: Window,
  { rule, hear }: { readonly rule: BurstRule; readonly hear: (line: string) => void },
): () => void {
  const burst = new KeyBurst(rule);
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const onKey = (event: KeyboardEvent): void => {
    if (isTextField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => burst.forget(), forgetAfter);
    const found = burst.key({ key: event.key, at: event.timeStamp, repeated: event.repeat });
    if (found.taken === 'no') return;
    event.preventDefault();
    event.stopPropagation();
    if (found.taken === 'line') hear(found.line);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => {
    clearTimeout(forgetting);
    burst.forget();
    window.removeEventListener('keydown', onKey, { capture: true });
  };
}
