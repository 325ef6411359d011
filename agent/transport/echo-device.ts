import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A device for tests that answers every byte with itself, speaks unasked and can lose its power. */
export async function startEchoDevice(port = 0) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.pipe(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Says something unasked. */
    say(bytes: Uint8Array) {
      for (const socket of sockets) socket.write(bytes);
    },
    async powerOff() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
