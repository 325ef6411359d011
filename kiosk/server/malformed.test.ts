import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWebServer, listen } from './web-server.ts';

let server: Server;
let port: number;
beforeAll(async () => {
  server = createWebServer({ siteAddress: undefined, handler: (_request, response) => response.end('reached') });
  port = await listen(server, { host: '127.0.0.1', port: 0 });
});
afterAll(() => void server.close());

/** Sends these bytes and collects all that comes back until the server closes. */
async function say(bytes: string): Promise<{ readonly status: string; readonly body: string }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: head.split(' ')[1] ?? '', body };
}

describe('what is no request', () => {
  const host = 'host: 127.0.0.1';

  test.each([
    ['noise', '\x16\x03\x01 noise\r\n\r\n', '400', 'bad-shape'],
    ['a method nobody knows', `FOO / HTTP/1.1\r\n${host}\r\n\r\n`, '400', 'bad-shape'],
    ['a host that is none', 'GET / HTTP/1.1\r\nhost: [::1\r\n\r\n', '400', 'bad-shape'],
    ['the address of another server', `GET http://evil.example/ HTTP/1.1\r\n${host}\r\n\r\n`, '400', 'bad-shape'],
    ['a request to be echoed', `TRACE / HTTP/1.1\r\n${host}\r\n\r\n`, '400', 'bad-shape'],
    [
      'two lengths',
      `POST / HTTP/1.1\r\n${host}\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n`,
      '400',
      'bad-shape',
    ],
    ['headers without end', `GET / HTTP/1.1\r\n${host}\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, '431', 'too-large'],
    ['an expectation nobody meets', `GET / HTTP/1.1\r\n${host}\r\nexpect: gold\r\n\r\n`, '417', 'bad-shape'],
  ])('is refused in the words of all refusals: %s', async (_, bytes, status, reason) => {
    const answer = await say(bytes);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({
      ok: false,
      reason,
      message: { zh: expect.any(String), en: expect.any(String) },
    });
  });
});

test('a request is answered', async () => {
  expect(await say('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n')).toMatchObject({ status: '200' });
});
