import type { Server } from 'node:http';

export interface Stopping {
  readonly server: Server;
  /** Ends every open event stream. */
  readonly closeFeeds: () => void;
  readonly stopHub: () => Promise<void>;
  /** How long answers that are being written may take. Milliseconds. */
  readonly patience: number;
}

/**
 * Takes no more requests, ends the event streams, lets the answers under way finish, then stops the hub. After `patience`
 * whoever is still connected is cut off.
 */
export async function stopServing({ server, closeFeeds, stopHub, patience }: Stopping): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  closeFeeds();
  // Connections fall idle as their last answer ends; nothing tells when, so they are swept.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cutOff = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(cutOff);
  await stopHub();
}
