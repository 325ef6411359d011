import type { CodeScanner, ScannerEvent } from '../../scanners/code-scanner.ts';
import { openExternalProgram, type ExternalOptions } from './open-external.ts';

/** A code scanner whose driver is a program of its own. */
export function openExternalScanner(options: ExternalOptions): CodeScanner {
  const program = openExternalProgram(options);
  const listeners = new Set<(event: ScannerEvent) => void>();
  const tell = (event: ScannerEvent): void => [...listeners].forEach((listener) => listener(event));
  program.onState(({ ready, why }) =>
    tell(ready ? { type: 'scanner.ready' } : { type: 'scanner.away', why: why ?? 'no reason given' }),
  );
  program.onMessage((message) => {
    if (message.type === 'code.scanned') tell({ type: 'code.scanned', text: message.code });
  });
  return {
    get state() {
      return program.state;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      await program.close();
    },
  };
}
