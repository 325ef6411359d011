import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openHubLine } from './hub-line.ts';

test('a write on a kept connection that breaks may have arrived, although the hub is gone when it is said again', async () => {
  let asked = 0;
  const hub = createServer((request, response) => {
    asked += 1;
    if (asked === 1) response.end('ok');
    else {
      hub.close();
      request.socket.destroy();
    }
  });
  hub.listen(0, '127.0.0.1');
  await once(hub, 'listening');
  const address = hub.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in hub has no port');
  const line = openHubLine(new URL(`http://127.0.0.1:${address.port}`), 2_000);
  const ask = {
    method: 'POST',
    path: '/',
    headers: { 'content-length': '2' },
    body: Buffer.from('{}'),
    answerWithin: 2_000,
  };

  const first = await line.send(ask);
  if (!first.ok) throw new Error(first.why);
  first.message.resume();
  await once(first.message, 'end');
  await new Promise((resolve) => setImmediate(resolve));
  const second = await line.send(ask);
  line.close();

  expect(asked).toBe(2);
  expect(second).toMatchObject({ ok: false, reached: true });
});
