import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GatheringSocket } from './gathering-socket.ts';

let server: Server;
let socket: GatheringSocket;
let heard: Promise<string>;

beforeEach(async () => {
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  heard = once(server, 'connection').then(([other]) => text(other as Socket));
  socket = new GatheringSocket();
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
});
afterEach(() => {
  socket.destroy();
  server.close();
});

function send(...parts: readonly string[]): void {
  socket.cork();
  for (const part of parts) socket.write(part);
  socket.uncork();
}

test('what is sent in one turn waits for its end, and goes in its order', async () => {
  send('parse ', 'bind ');
  send('execute ');
  socket.write('commit ');
  expect(socket.writableLength).toBe('parse bind execute commit '.length);
  await new Promise((resolve) => setImmediate(resolve));
  expect(socket.writableCorked).toBe(0);
  send('next');
  socket.end();
  expect(await heard).toBe('parse bind execute commit next');
});

test('a connection that ends in the same turn leaves nothing unsent', async () => {
  send('parse ', 'bind ');
  socket.end('terminate');
  expect(await heard).toBe('parse bind terminate');
});
