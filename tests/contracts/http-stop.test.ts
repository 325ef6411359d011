import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FeedReader } from './http-feed-reader.ts';
import { HttpHub, startServer } from './http-hub.ts';

const folders: string[] = [];
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-http-stop-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('a server that is told to stop', () => {
  test('ends its open streams and idle connections, and goes by itself', async () => {
    const hub = await HttpHub.start();
    const screen = await hub.browser('screen', 'S-card');
    const feeds = await Promise.all(
      Array.from({ length: 20 }, () => FeedReader.open(`${hub.url}/api/screen/feed`, screen)),
    );
    await Promise.all(feeds.map((feed) => feed.next()));
    const idle = new Agent({ keepAlive: true });
    await new Promise((resolve) => {
      request(`${hub.url}/api/health`, { agent: idle }, (response) => response.resume().on('end', resolve)).end();
    });
    await hub.stop();
    // Killed, as it would be after 4 s, it would have no exit code.
    expect(await hub.running.ended).toBe(0);
    await Promise.all(feeds.map((feed) => feed.ended()));
    idle.destroy();
  });
});

describe('a server that cannot start', () => {
  const lastWords = async (env: Record<string, string>, words: RegExp) => {
    const running = startServer(env);
    const [said] = await running.line(words, 30_000);
    return { said, code: await running.ended };
  };

  test('says that its port is taken', async () => {
    const hub = await HttpHub.start();
    const port = new URL(hub.url).port;
    const end = await lastWords({ PORT: port, LOBBY_DATA: temporaryFolder() }, /^Port .*$/m);
    expect(end).toEqual({ said: `Port ${port} is taken: stop what uses it, or choose another with PORT.`, code: 1 });
    await hub.stop();
  });

  test('says what is wrong with its environment', async () => {
    const end = await lastWords({ PORT: 'eighty' }, /^PORT .*$/m);
    expect(end).toEqual({ said: 'PORT takes a number from 0 to 65535, not "eighty".', code: 1 });
  });

  test('says what is wrong with its site', async () => {
    const site = temporaryFolder();
    writeFileSync(join(site, 'site.yaml'), 'hospital: { name: 5 }\n');
    const env = { PORT: '0', LOBBY_SITE: site, LOBBY_DATA: temporaryFolder() };
    const end = await lastWords(env, /^The site in .* is not right:\n(.*\n)*?site\.yaml: hospital\.name.*$/m);
    expect(end.code).toBe(1);
  });

  test('says that it may not write its data', async () => {
    const blocked = join(temporaryFolder(), 'file');
    writeFileSync(blocked, '');
    const end = await lastWords({ PORT: '0', LOBBY_DATA: blocked }, /^.*LOBBY_DATA.*$/m);
    expect(end.code).toBe(1);
  });
});
