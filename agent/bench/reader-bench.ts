import { z } from 'zod';
import { ReaderSimulator } from '../readers/sdt/simulator/simulator.ts';
import { chipOf, type DemoCard } from './demo-cards.ts';

/** What one can do to the reader by hand. */
export const readerAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('lay-down'), card: z.string().max(64) }),
  z.object({ action: z.literal('lift') }),
  z.object({ action: z.literal('cut-cable') }),
  z.object({ action: z.literal('fall-silent') }),
  z.object({ action: z.literal('fail-to-read') }),
  /** Plugs the cable in again, speaks and reads. */
  z.object({ action: z.literal('mend') }),
]);
export type ReaderAction = z.infer<typeof readerAction>;

export interface ReaderBenchState {
  readonly address: string;
  /** Id of the card that lies there. */
  readonly card: string | null;
  readonly trouble: 'cable-cut' | 'silent' | 'read-error' | 'other' | null;
  /** Whether a terminal listens to it. */
  readonly connected: boolean;
}

export interface ReaderBench {
  readonly address: string;
  readonly state: ReaderBenchState;
  onChange(listener: () => void): () => void;
  /** False: there is no such card. */
  act(action: ReaderAction): Promise<boolean>;
  close(): Promise<void>;
}

/** A simulated reader, and the hand that lays cards on it. */
export async function startReaderBench(port: number, cards: readonly DemoCard[]): Promise<ReaderBench> {
  const simulator = await ReaderSimulator.start({ port });
  let lying: string | null = null;

  return {
    address: simulator.address,
    get state() {
      const { fault, connections } = simulator.state;
      return { address: simulator.address, card: lying, trouble: troubleOf(fault), connected: connections > 0 };
    },
    onChange: (listener) => simulator.onChange(listener),
    async act(action) {
      if (action.action === 'lay-down') {
        const card = cards.find((candidate) => candidate.id === action.card);
        const chip = card && chipOf(card);
        if (card === undefined || chip === undefined) return false;
        lying = card.id;
        simulator.layDown(chip);
      }
      if (action.action === 'lift') {
        lying = null;
        simulator.lift();
      }
      if (action.action === 'cut-cable') await simulator.breakDown('cable-cut');
      if (action.action === 'fall-silent') await simulator.breakDown('silent');
      if (action.action === 'fail-to-read') await simulator.breakDown('read-error');
      if (action.action === 'mend') await simulator.breakDown(null);
      return true;
    },
    close: () => simulator.close(),
  };
}

function troubleOf(fault: string | null): ReaderBenchState['trouble'] {
  if (fault === null || fault === 'cable-cut' || fault === 'silent' || fault === 'read-error') return fault;
  return 'other';
}
