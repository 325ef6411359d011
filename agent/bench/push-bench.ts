import { z } from 'zod';
import { PushDevice } from '../scanners/simulator/push-device.ts';
import { saidByScanner } from '../scanners/simulator/said.ts';
import type { PushDeviceName, ThingToShow } from './things-to-show.ts';

/** What one can do with a device that pushes what it reads. */
export const pushAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('show'), thing: z.string().max(64) }),
  /** A code that is on no list, such as one that a test has made. */
  z.object({ action: z.literal('show-code'), code: z.string().min(1).max(5000) }),
  z.object({ action: z.literal('cut-cable') }),
  z.object({ action: z.literal('plug-cable') }),
]);
export type PushAction = z.infer<typeof pushAction>;

export interface PushBenchState {
  readonly address: string;
  readonly plugged: boolean;
  /** Whether a terminal listens to it. */
  readonly connected: boolean;
}

export interface PushBench {
  readonly address: string;
  readonly state: PushBenchState;
  onChange(listener: () => void): () => void;
  /** False: there is no such thing for this device. */
  act(action: PushAction): Promise<boolean>;
  close(): Promise<void>;
}

/** A simulated scanner, stripe reader or passport reader, and the hand that holds things before it. */
export async function startPushBench(options: {
  readonly name: PushDeviceName;
  readonly port: number;
  readonly things: readonly ThingToShow[];
}): Promise<PushBench> {
  const device = await PushDevice.start({ port: options.port });
  const things = options.things.filter((thing) => thing.device === options.name);

  const show = (bytes: ThingToShow['bytes'] | undefined): boolean => {
    if (bytes !== undefined) device.push(bytes);
    return bytes !== undefined;
  };

  return {
    address: device.address,
    get state() {
      const { plugged, connections } = device.state;
      return { address: device.address, plugged, connected: connections > 0 };
    },
    onChange: (listener) => device.onChange(listener),
    async act(action) {
      switch (action.action) {
        case 'show':
          return show(things.find((thing) => thing.id === action.thing)?.bytes);
        case 'show-code':
          return show(saidByScanner(action.code));
        case 'cut-cable':
          await device.unplug();
          return true;
        case 'plug-cable':
          await device.plugIn();
          return true;
      }
    },
    close: () => device.close(),
  };
}
