import type { Server } from 'node:http';

/*
 * Imported as a module, node:http brings along what only its web interfaces need (undici, 16 MB of memory for a process
 * that should do with 90); taken from the process it does not.
 */
export const { Agent, createServer, request } = process.getBuiltinModule('node:http');

/** TLS is loaded only where the hub is reached over https. */
export const secureHttp = () => process.getBuiltinModule('node:https');

/** Listens on this machine alone; 0 takes any free port. Resolves with the port, rejects when it is taken. */
export function listenLocally(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Stops listening and ends all connections, open event streams included. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
