import { get } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createWebServer, listen, protocolOf } from './web-server.ts';

const address = 'https://lobby.hospital.example';

describe('the protocol by which the server was reached', () => {
  test('is http', () => {
    expect(protocolOf({ headers: { host: '127.0.0.1:3000' } }, undefined)).toBe('http');
  });
  test('is what the site says of the proxy, for requests under its name only', () => {
    expect(protocolOf({ headers: { host: 'lobby.hospital.example' } }, address)).toBe('https');
    expect(protocolOf({ headers: { host: '127.0.0.1:3000' } }, address)).toBe('http');
  });
});

describe('a request', () => {
  let close: (() => void) | undefined;
  afterEach(() => close?.());

  test('that claims to have come by https is not believed', async () => {
    let seen: unknown;
    const server = createWebServer({
      siteAddress: undefined,
      handler: (request, response) => {
        seen = request.headers['x-forwarded-proto'];
        response.end();
      },
    });
    close = () => void server.close();
    const port = await listen(server, { host: '127.0.0.1', port: 0 });
    await new Promise((resolve) => {
      get({ port, host: '127.0.0.1', headers: { 'x-forwarded-proto': 'https' } }, (response) =>
        response.resume().on('end', () => resolve(undefined)),
      );
    });
    expect(seen).toBe('http');
  });

  test('meets a port that is taken', async () => {
    const handler = (): void => {};
    const first = createWebServer({ siteAddress: undefined, handler });
    close = () => void first.close();
    const port = await listen(first, { host: '127.0.0.1', port: 0 });
    const second = createWebServer({ siteAddress: undefined, handler });
    await expect(listen(second, { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
