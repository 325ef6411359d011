import { setTimeout as pause } from 'node:timers/promises';
import type { GatewayOptions } from './gateway-options.ts';
import { assemble } from './gateway-parts.ts';
import { joinEvents } from './join-events.ts';
import { closeServer, listenLocally } from './node-http.ts';
import { gatewayServer } from './server.ts';
import { serverOptions } from './server-options.ts';

export interface Gateway {
  readonly port: number;
  readonly address: string;
  /** Ends the visit, streams, connections and timers. Devices and spool belong to whoever opened them. */
  close(): Promise<void>;
}

/** Longest farewell to the hub when the agent stops, in milliseconds. */
const FAREWELL = 800;

/** Opens the terminal's front door. Rejects when the port is taken. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const parts = assemble(options);
  const { hub, pages, visits, ends, devices, presence, fault } = parts;
  const server = gatewayServer(serverOptions(parts));
  const stops = joinEvents(parts);
  const stopAll = (): void =>
    [...stops, presence.stop, ends.stop, pages.closeAll, devices.stop, hub.close].forEach((stop) => stop());
  const port = await listenLocally(server, options.port).catch((error: unknown) => {
    stopAll();
    throw error;
  });
  void hub.watch.look();

  return {
    port,
    address: `http://127.0.0.1:${port}`,
    async close() {
      stops.forEach((stop) => stop());
      await Promise.race([visits.end('agent-lost').catch(fault), pause(FAREWELL)]);
      stopAll();
      await closeServer(server);
    },
  };
}
