import { z } from 'zod';
import { EscposSimulator, type PrintedSlip } from '../printers/escpos/simulator/index.ts';

/** What one can do to the printer by hand. */
export const printerActions = [
  'pull-paper',
  'insert-paper',
  'near-end',
  'open-cover',
  'close-cover',
  'jam-cutter',
  'clear-cutter',
  'cut-cable',
  'plug-cable',
  'fall-silent',
  'speak',
] as const;
export const printerAction = z.object({ action: z.enum(printerActions) });
export type PrinterAction = z.infer<typeof printerAction>['action'];

export interface PrinterBenchState {
  readonly address: string;
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly paperLeftMm: number;
  readonly coverOpen: boolean;
  readonly cutterJammed: boolean;
  readonly plugged: boolean;
  readonly silent: boolean;
  readonly printing: boolean;
  /** Slips in the tray, newest first. */
  readonly slips: readonly { readonly number: number; readonly widthDots: number; readonly heightDots: number }[];
  /** What a real printer would have printed wrongly, in words. */
  readonly complaints: readonly string[];
}

export interface PrinterBench {
  readonly address: string;
  readonly state: PrinterBenchState;
  onChange(listener: () => void): () => void;
  act(action: PrinterAction): Promise<void>;
  slip(number: number): PrintedSlip | undefined;
  close(): Promise<void>;
}

/** As fast as a common 80 mm printer, so that one sees the paper come. */
const MM_PER_SECOND = 150;
/** Less than what the near-end sensor looks for. */
const NEARLY_EMPTY_MM = 1_500;

/** A simulated printer, and the hand that opens its cover and pulls its paper. */
export async function startPrinterBench(port: number): Promise<PrinterBench> {
  const simulator = new EscposSimulator({ mmPerSecond: MM_PER_SECOND });
  const address = `tcp://127.0.0.1:${await simulator.listen(port)}`;
  const listeners = new Set<() => void>();
  const changed = (): void => [...listeners].forEach((listener) => listener());
  let silent = false;
  simulator.onChange(changed);
  simulator.onSlip(changed);

  const setSilent = (now: boolean): void => {
    silent = now;
    simulator.setFaults({ mute: now });
    changed();
  };
  const actions: Readonly<Record<PrinterAction, () => void | Promise<void>>> = {
    'pull-paper': () => simulator.pullPaper(),
    'insert-paper': () => simulator.insertPaper(),
    'near-end': () => simulator.setPaperLeftMm(NEARLY_EMPTY_MM),
    'open-cover': () => simulator.openCover(),
    'close-cover': () => simulator.closeCover(),
    'jam-cutter': () => simulator.jamCutter(),
    'clear-cutter': () => simulator.clearCutter(),
    'cut-cable': () => simulator.cutCable(),
    'plug-cable': () => simulator.plugCable(),
    'fall-silent': () => setSilent(true),
    speak: () => setSilent(false),
  };

  return {
    address,
    get state() {
      const { paper, paperLeftMm, coverOpen, cutterJammed, plugged, printing } = simulator.state;
      const slips = simulator.slips
        .map(({ number, widthDots, heightDots }) => ({ number, widthDots, heightDots }))
        .reverse();
      const { complaints } = simulator;
      return { address, paper, paperLeftMm, coverOpen, cutterJammed, plugged, silent, printing, slips, complaints };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: async (action) => actions[action](),
    slip: (number) => simulator.slips.find((slip) => slip.number === number),
    close: () => simulator.close(),
  };
}
