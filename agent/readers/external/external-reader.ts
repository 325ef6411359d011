import type { CardReader, ReaderEvent } from '../card-reader.ts';
import type { ExternalProgram } from './external-program.ts';
import { openExternalProgram, type ExternalOptions } from './open-external.ts';
import type { DriverMessage } from './protocol.ts';
import { isRight } from './right-number.ts';

/** A card reader whose driver is a program of its own. A card on it is lifted when the program is gone. */
export function openExternalReader(options: ExternalOptions): CardReader {
  const program = openExternalProgram(options);
  const listeners = new Set<(event: ReaderEvent) => void>();
  const tell = (event: ReaderEvent): void => [...listeners].forEach((listener) => listener(event));
  let lying = false;

  program.onState(({ ready, why }) => {
    if (!ready && lying) tell({ type: 'card.removed' });
    if (!ready) lying = false;
    tell(ready ? { type: 'reader.ready' } : { type: 'reader.away', why: why ?? 'no reason given' });
  });
  program.onMessage((message) => {
    const event = eventOf(message);
    if (event === undefined) return;
    // A driver may leave out that it has found what it has read.
    if (event.type !== 'card.found' && event.type !== 'card.removed' && !lying) tell({ type: 'card.found' });
    lying = event.type !== 'card.removed';
    tell(event);
  });

  return {
    get state() {
      return program.state;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => closeQuietly(program, listeners),
  };
}

function closeQuietly(program: ExternalProgram, listeners: Set<unknown>): Promise<void> {
  listeners.clear();
  return program.close();
}

function eventOf(message: DriverMessage): ReaderEvent | undefined {
  switch (message.type) {
    case 'card.found':
    case 'card.removed':
      return { type: message.type };
    case 'card.trouble':
      return { type: 'card.trouble', problem: message.problem, kind: null, detail: 'told by the driver' };
    case 'card.read':
      if (isRight(message.credential)) return { type: 'credential.read', credential: message.credential };
      return { type: 'card.trouble', problem: 'number-invalid', kind: message.credential.kind, detail: 'its digits' };
    default:
      return undefined;
  }
}
