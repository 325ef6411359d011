import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Replies in hexadecimal by request in hexadecimal (without the preamble); a list is gone through, its last one stays. */
export type Script = Readonly<Record<string, readonly string[]>>;

/**
 * A reader for tests that knows no protocol: it answers requests, which it expects byte by byte as the standard prints
 * them, with scripted bytes. It shares no code with our simulator, as a vendor's reader does not.
 */
export async function startScriptedReader(script: Script) {
  const turns = new Map<string, number>();
  const server = createServer((socket) => {
    let heard = '';
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString('hex').toUpperCase();
      for (
        let end = heard.indexOf('AAAAAA9669');
        end >= 0 && heard.length >= end + 20;
        end = heard.indexOf('AAAAAA9669')
      ) {
        const request = heard.slice(end + 10, end + 20);
        heard = heard.slice(end + 20);
        const replies = script[request] ?? [];
        const turn = turns.get(request) ?? 0;
        turns.set(request, turn + 1);
        socket.write(Buffer.from(replies[Math.min(turn, replies.length - 1)] ?? '', 'hex'));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
