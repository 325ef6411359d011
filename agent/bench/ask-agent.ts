import { z } from 'zod';
import { deviceStatus, moreReaders, paperStates } from '@lobby/hub/contract';
import { scannerPlaces } from '../gateway/device-watch.ts';
import type { DeviceFinding } from './ask-devices.ts';

const health = z.object({
  terminalId: z.string(),
  reader: deviceStatus,
  printer: deviceStatus,
  paper: z.enum(paperStates),
  addresses: z.partialRecord(z.enum(['reader', ...scannerPlaces, 'printer']), z.string()).default({}),
  ...moreReaders,
});

/** How long a running agent may take to answer, in milliseconds. */
const PATIENCE = 1_500;

/** What the running agent says of this terminal's devices; undefined: none runs there, or another terminal's. */
export async function askAgent(where: {
  readonly port: number;
  readonly terminalId: string;
}): Promise<readonly DeviceFinding[] | undefined> {
  const said = await healthAt(where.port);
  if (said === undefined || said.terminalId !== where.terminalId) return undefined;
  const { reader, printer, paper, addresses } = said;
  const found = (
    device: keyof typeof addresses,
    { state, fault }: z.infer<typeof deviceStatus>,
    paperState: DeviceFinding['paper'] = null,
  ): DeviceFinding => ({ device, address: addresses[device] ?? null, state, fault, paper: paperState });
  const more = scannerPlaces.flatMap((device) => {
    const status = said[device];
    return status === undefined ? [] : [found(device, status)];
  });
  return [found('reader', reader), ...more, found('printer', printer, paper)];
}

/** The terminal whose agent runs on this machine and holds this device; undefined: none does. */
export async function agentHolding(where: {
  readonly port: number;
  readonly device: string;
}): Promise<string | undefined> {
  const said = await healthAt(where.port);
  return said !== undefined && Object.values(said.addresses).includes(where.device) ? said.terminalId : undefined;
}

async function healthAt(port: number): Promise<z.infer<typeof health> | undefined> {
  try {
    const url = `http://127.0.0.1:${port}/agent/health`;
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return health.safeParse(await reply.json()).data;
  } catch {
    return undefined;
  }
}
