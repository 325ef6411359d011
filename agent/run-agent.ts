import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { panelOf, type AgentConfiguration } from './configuration.ts';
import type { DeviceAddresses } from './gateway/device-watch.ts';
import { startGateway } from './gateway/gateway.ts';
import { jsonLineLog } from './gateway/log.ts';
import { openPrinter, openReader, openScanners, startDecoders } from './open-devices.ts';
import { openSpool } from './spool/index.ts';
import { agentVersion } from './version.ts';

export interface RunningAgent {
  readonly address: string;
  /** Ends the visit, then the front door, then the devices. A slip that is printing may come to its end. */
  close(): Promise<void>;
}

/** A terminal at work: devices, spool and front door. Rejects when the port is taken or the folder cannot be made. */
export async function runAgent(
  configuration: AgentConfiguration,
  world: { readonly now: () => number; readonly newKey: () => string },
): Promise<RunningAgent> {
  const { site, terminal, dataFolder } = configuration;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const log = jsonLineLog({ now: world.now, write: (line) => void process.stdout.write(line) });
  const surroundings = { credentials: site.credentials, log };
  const reader = await openReader(terminal.reader, surroundings);
  const scanners = await openScanners(terminal, surroundings);
  const decoders = await startDecoders(terminal.decoders, surroundings);
  const printer = await openPrinter(terminal.printer);
  const spool = printer && openSpool({ file: join(dataFolder, 'spool.sqlite'), printer, clock: world });
  const closeDevices = async (): Promise<void> => {
    await Promise.all([reader, spool, decoders, ...Object.values(scanners)].map((device) => device?.close()));
    await printer?.close();
  };
  try {
    const gateway = await startGateway({
      ...configuration,
      ...world,
      terminalId: terminal.id,
      place: {
        hospital: site.hospital.name,
        terminal: { id: terminal.id, ...terminal.name },
        panel: panelOf(site, terminal),
        timeZone: site.timeZone,
      },
      testCards: site.selfTest.cards,
      version: agentVersion,
      reader,
      printer,
      prints: spool,
      scanners,
      addresses: addressesOf(terminal),
      codes: {
        rules: site.credentials,
        wedges: wedgesOf(terminal),
        ...(decoders && { decode: (credential) => decoders.decode(credential) }),
      },
      log,
    });
    return {
      address: gateway.address,
      async close() {
        await gateway.close();
        await closeDevices();
      },
    };
  } catch (error) {
    await closeDevices();
    throw error;
  }
}

/** Where the devices of a terminal are, as its agent reaches them. */
function addressesOf(terminal: AgentConfiguration['terminal']): DeviceAddresses {
  const places = ['reader', 'scanner', 'stripe', 'documents', 'printer'] as const;
  const known = places.flatMap((place) => {
    const device = terminal[place];
    return device !== undefined && 'address' in device ? [[place, device.address] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The devices of a terminal that pose as its keyboard. */
function wedgesOf({ scanner, stripe }: AgentConfiguration['terminal']): ('scanner' | 'stripe')[] {
  return [
    ...(scanner?.kind === 'wedge' ? ['scanner' as const] : []),
    ...(stripe?.kind === 'wedge' ? ['stripe' as const] : []),
  ];
}
