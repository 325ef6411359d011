import { z } from 'zod';
import { deviceStatus, moreReaders, paperStates } from '@lobby/hub/contract';
import { scannerPlaces } from '../gateway/device-watch.ts';
import type { DeviceFinding } from './ask-devices.ts';

const health = z.object({
  terminalId: z.string(),
  reader: deviceStatus,
  printer: deviceStatus,
  paper: z.enum(paperStates),
  ...moreReaders,
});

/** How long a running agent may take to answer, in milliseconds. */
const PATIENCE = 1_500;

/** What the running agent says of this terminal's devices; undefined: none runs there, or another terminal's. */
export async function askAgent(where: {
  readonly port: number;
  readonly terminalId: string;
}): Promise<readonly DeviceFinding[] | undefined> {
  try {
    const url = `http://127.0.0.1:${where.port}/agent/health`;
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    const said = health.safeParse(await reply.json());
    if (!said.success || said.data.terminalId !== where.terminalId) return undefined;
    const { reader, printer, paper } = said.data;
    const more = scannerPlaces.flatMap((device) => {
      const status = said.data[device];
      return status === undefined
        ? []
        : [{ device, address: null, state: status.state, fault: status.fault, paper: null }];
    });
    return [
      { device: 'reader', address: null, state: reader.state, fault: reader.fault, paper: null },
      ...more,
      { device: 'printer', address: null, state: printer.state, fault: printer.fault, paper },
    ];
  } catch {
    return undefined;
  }
}
