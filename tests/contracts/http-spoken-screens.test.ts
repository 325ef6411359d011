import { readWave } from '@lobby/hub/speech/wave.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HttpHub } from './http-hub.ts';

let hub: HttpHub;
let terminal: { authorization: string };

beforeAll(async () => {
  hub = await HttpHub.start();
  terminal = await hub.terminal();
});
afterAll(() => hub.stop());

const ask = (clip: string, headers: Readonly<Record<string, string>> = terminal): Promise<Response> =>
  fetch(`${hub.url}/api/terminal/speech/${clip}`, { headers });

describe('a sentence of a terminal’s screens', () => {
  test.each(['zh/visit.welcome.title', 'en/visit-elder.step.start', 'zh/self-test.heard'])(
    '%s is a sound that may be kept',
    async (clip) => {
      const answer = await ask(clip);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('audio/wav');
      expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
      const sound = readWave(new Uint8Array(await answer.arrayBuffer()));
      expect(sound?.samples.length).toBeGreaterThan(5_000);
    },
  );

  test.each(['zh/check-in.ticket.ahead~4', 'zh/time~09.00', 'en/sign~A'])(
    '%s has a value and is not kept',
    async (clip) => {
      const answer = await ask(clip);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    },
  );

  test.each([
    'zh/no-such-sentence',
    'zh/visit.welcome',
    'zh/visit.welcome.title~4',
    'zh/check-in.ticket.ahead~%E5%BC%A0%E4%B8%89',
    'zh/sign~A012',
    'de/visit.welcome.title',
    'zh/%E5%BC%A0%E4%B8%89%E6%82%A8%E5%A5%BD',
    'zh/__proto__',
  ])('%s is none: a page brings no words of its own', async (clip) => {
    expect((await ask(clip)).status).toBe(404);
  });

  test('is for terminals alone', async () => {
    expect((await ask('zh/visit.welcome.title', {})).status).toBe(401);
  });
});
