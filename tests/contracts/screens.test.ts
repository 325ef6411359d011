import { siteSchema, type Site } from '@lobby/config';
import { board } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import {
  checkInWithCard,
  demoSite,
  newKey,
  openTestHub,
  sitDown,
  testDatabases,
  testPlace,
  until,
} from '../support/test-hub.ts';

const desk = 'D-card-3';

function siteWith(...screens: readonly object[]): Site {
  const site = demoSite();
  return { ...site, screens: siteSchema.shape.screens.parse(screens) };
}

const ofEveryKind = siteWith(
  { id: 'S-area', area: 'cardiology-3f', panel: 'wall-55' },
  { id: 'S-door-3', kind: 'door', room: 'card-3', panel: 'door-21' },
  { id: 'S-door-1', kind: 'door', room: 'card-1', panel: 'door-21' },
  {
    id: 'S-windows',
    kind: 'service',
    service: 'window',
    area: 'cardiology-3f',
    rooms: ['card-2', 'card-3'],
    panel: 'wall-55',
    languages: ['en', 'zh'],
    hide: ['missed', 'waiting'],
  },
  { id: 'S-lobby', kind: 'lobby', areas: ['cardiology-3f', 'internal-2f'], panel: 'wall-75' },
);

async function callSomebody(hub: OpenHub, token: string): Promise<string> {
  const reply = await hub.desks.act(desk, token, { key: newKey(), action: 'next' });
  return reply.view?.serving?.callId ?? '';
}

describe.each(testDatabases)('screens on %s', (kind) => {
  test('a call is on every screen that has to show it, and the desk knows which have', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: ofEveryKind });
    for (const card of ['zhang-jianming', 'wang-xiuying']) await checkInWithCard(hub, card);
    const token = await sitDown(hub, desk, '1001');
    const callId = await callSomebody(hub, token);

    const callsOn = async (id: string): Promise<string[] | undefined> =>
      (await hub.boards.ofScreen(id))?.calls.map((call) => call.callId);
    for (const id of ['S-area', 'S-door-3', 'S-windows']) expect(await callsOn(id)).toEqual([callId]);
    for (const id of ['S-door-1', 'S-lobby']) expect(await callsOn(id)).toEqual([]);

    for (const id of ['S-door-1', 'S-door-3']) hub.fleet.screenConnected(id, true);
    await until(async () => (await hub.desks.view(desk))?.screens.length === 3, 'the door to have its screen');
    for (const { id } of ofEveryKind.screens) await hub.boards.shown(id, callId);
    const serving = (await hub.desks.view(desk))?.serving;
    expect(serving?.expected).toEqual(['S-area', 'S-door-3', 'S-windows']);
    expect(new Set(serving?.shown.map(({ screenId }) => screenId))).toEqual(new Set(serving?.expected));
  });

  test('each kind shows its part, and nothing that its settings hide', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: ofEveryKind });
    for (const card of ['zhang-jianming', 'wang-xiuying', 'shan-lei']) await checkInWithCard(hub, card);
    await callSomebody(hub, await sitDown(hub, desk, '1001'));
    const door = board.parse(await hub.boards.ofScreen('S-door-3'));
    expect(door).toMatchObject({ kind: 'door', rooms: [{ room: { id: 'card-3' }, practitioner: { zh: '李文' } }] });
    expect(door.rooms[0]).toMatchObject({
      serving: door.calls[0]?.label,
      servingWho: door.calls[0]?.who,
      state: 'open',
    });
    const windows = board.parse(await hub.boards.ofScreen('S-windows'));
    expect(windows.rooms.map(({ room }) => room.id)).toEqual(['card-2', 'card-3']);
    expect(windows.calls[0]?.speech.map((path) => path.split('/').at(-1))).toEqual(['en', 'zh']);
    expect(windows).toMatchObject({ waiting: [], missed: [], waitingCount: 2 });
    const lobby = board.parse(await hub.boards.ofScreen('S-lobby'));
    expect(lobby.clinics.map(({ queueId }) => queueId)).toEqual([
      'cardiology',
      'respiratory',
      'gastroenterology',
      'endocrinology',
      'geriatrics',
    ]);
    expect(lobby.clinics[0]).toMatchObject({ waiting: 2, serving: [{ label: door.calls[0]?.label }] });
    expect(lobby.clinics[0]?.expected?.toMinutes).toBeGreaterThan(0);
    expect(lobby).toMatchObject({ kind: 'lobby', rooms: [], waiting: [] });
  });

  test('the ticket alone can be heard of a call, without the name', async () => {
    const said: string[] = [];
    const { hub } = await openTestHub(await testPlace(kind), { site: ofEveryKind, said });
    await checkInWithCard(hub, 'zhang-jianming');
    const callId = await callSomebody(hub, await sitDown(hub, desk, '1001'));
    expect(await hub.speech.wav(callId, 'zh', 'ticket')).toBeInstanceOf(Uint8Array);
    expect(said.at(-1)).toMatch(/^qing3 ei1 .* hao4, dao4 san1 hao4 zhen3 shi4 jiu4 zhen3$/);
  });
});

test('the settings of a screen have another version when something about it changes', async () => {
  const { hub } = await openTestHub(await testPlace('sqlite'), { site: ofEveryKind });
  const louder = { ...ofEveryKind, screens: ofEveryKind.screens.map((screen) => ({ ...screen, volume: 0.3 })) };
  const other = await openTestHub(await testPlace('sqlite'), { site: louder });
  const [one, two] = [hub.boards.settings('S-area'), other.hub.boards.settings('S-area')];
  expect(one?.version).not.toBe(two?.version);
  expect((await hub.boards.ofScreen('S-area'))?.settings).toBe(one?.version);
  expect(hub.boards.settings('S-unknown')).toBeUndefined();
});

test('two screens with one code: the second is refused', async () => {
  const { hub } = await openTestHub(await testPlace('sqlite'), { site: ofEveryKind });
  const code = await hub.fleet.issueCode('screen', 'S-door-3');
  expect(await hub.fleet.enrol(code, { kind: 'screen' })).toMatchObject({ ok: true, deviceId: 'S-door-3' });
  expect(await hub.fleet.enrol(code, { kind: 'screen' })).toEqual({ ok: false, reason: 'code-used' });
});
