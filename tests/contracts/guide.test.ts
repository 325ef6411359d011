import { guideHome, guidePlan, guideView, wayReply, type WalkProfile } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import {
  checkInWithCard,
  newKey,
  openTestHub,
  presentCard,
  testDatabases,
  testPlace,
  until,
} from '../support/test-hub.ts';
import {
  ask,
  atTerminal,
  cardiology,
  change,
  lift,
  mappedSite,
  payloadOf,
  publish,
  publishLittleMap,
  spareDownstairs,
  stairs,
  toCardiology,
  wayThere,
} from '../support/mapped-hub.ts';
import { littleMap, mapId } from '../support/little-map.ts';

describe.each(testDatabases)('the way there, on %s', (kind) => {
  const open = async () => openTestHub(await testPlace(kind), { site: mappedSite() });

  test('is told in steps from the terminal that asks, and back to it', async () => {
    const { hub } = await open();
    const version = await publishLittleMap(hub);
    const reply = wayReply.parse(await ask(hub, 'step-free'));
    if (!reply.ok) throw new Error(reply.reason);
    expect(reply.way).toMatchObject({
      version,
      profile: 'step-free',
      heading: 180,
      from: { name: { zh: '自助机' }, level: { sign: { zh: '1' } } },
      to: { name: { zh: '心内科候诊区', en: 'Cardiology waiting area' }, level: { sign: { zh: '2' } } },
      summary: { lifts: 1, flights: 0 },
    });
    expect(reply.way.steps.map(({ kind: of }) => of)).toEqual(['start', 'connector', 'turn', 'arrive']);
    expect(reply.way.steps[1]).toMatchObject({ connector: 'lift', level: { sign: { en: '2' } } });
    const back = await hub.guide.way(atTerminal, {
      from: toCardiology,
      to: { of: 'terminal', id: 'K01' },
      profile: 'step-free',
    });
    expect(back).toMatchObject({ ok: true, way: { heading: null, to: { name: { zh: '自助机' } } } });
  });

  test('is found by name, initials, the clinic of the settings and the doctor of the day', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    const first = async (query: string, language: 'zh' | 'en' = 'zh') =>
      (await hub.guide.search(atTerminal, { query, language, limit: 3 })).places[0];
    expect(await first('xxgnk')).toMatchObject({
      id: cardiology,
      name: { zh: '心血管内科' },
      level: { sign: { zh: '2' } },
    });
    expect(await first('cardio', 'en')).toMatchObject({ id: cardiology });
    expect(await first('心内科候诊区')).toMatchObject({ id: mapId('hall 2') });
    await until(async () => (await first('李文')) !== undefined, 'the doctors of the directory');
    expect(await first('李文')).toMatchObject({ level: { sign: { zh: '2' } } });
    expect((await hub.guide.search(atTerminal, { query: '库房', language: 'zh', limit: 9 })).places).toEqual([]);
  });

  test('is offered with what people look for most, and drawn on a plan that hides what is the staff’s', async () => {
    const { hub } = await open();
    expect(await hub.guide.home(atTerminal)).toEqual({ version: null, categories: [] });
    const version = await publishLittleMap(hub);
    const home = guideHome.parse(await hub.guide.home(atTerminal));
    expect(home.categories.map(({ id }) => id)).toContain('clinics');
    const plan = guidePlan.parse(await hub.guide.plan(version));
    const [ground] = plan.levels;
    const staff = ground?.units.find(({ look }) => look === 'staff');
    expect([plan.levels.length, staff?.name]).toEqual([2, null]);
    expect(ground?.kiosks).toMatchObject([{ device: { kind: 'terminal', id: 'K01' }, heading: 180 }]);
    expect(await hub.guide.plan('of-another-day.7')).toBeUndefined();
    expect((await hub.guide.mesh(version, 1))?.length).toBeGreaterThan(500);
    expect([await hub.guide.mesh(version, 2), await hub.guide.mesh('of-another-day.7', 0)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('keeps its floors as they were drawn where something is closed, and draws those of another map', async () => {
    const { hub } = await open();
    const version = await publishLittleMap(hub);
    const before = await hub.guide.mesh(version, 1);
    const closed = await change(hub, { change: 'closed', feature: lift });
    if (!closed.ok) throw new Error(closed.reason);
    expect(await hub.guide.mesh(closed.version, 1)).toBe(before);
    const other = await publish(hub, littleMap({ name: '新院' }), 'new.zip');
    if (!other.ok) throw new Error(other.said.en);
    const drawn = await hub.guide.mesh(other.version, 1);
    expect(drawn).not.toBe(before);
    expect(drawn?.length).toBe(before?.length);
  });

  test('leads around what is closed, and says so where nothing is left', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    expect((await wayThere(hub, 'elder')).summary.lifts).toBe(1);
    expect(await hub.guide.effect(lift)).toMatchObject({
      cutOff: [{ name: { zh: '心内科候诊区' }, profiles: ['step-free', 'bed'] }],
    });
    const closed = await change(hub, { change: 'closed', feature: lift, note: '检修' });
    expect(closed).toMatchObject({ ok: true });
    expect(await wayThere(hub, 'elder')).toMatchObject({ summary: { lifts: 0, flights: 1 } });
    expect(await ask(hub, 'step-free')).toMatchObject({
      ok: false,
      reason: 'closed',
      profilesWithAWay: ['default', 'elder'],
    });
    const view = guideView.parse(await hub.guide.view());
    expect(view.changes).toMatchObject([{ said: { zh: '1 号电梯关闭（检修）' }, by: '9001', applies: true }]);
    expect(view.closables.find(({ id }) => id === lift)?.closed).toMatchObject({ note: '检修' });
    await change(hub, { change: 'closed', feature: stairs });
    expect(await ask(hub)).toMatchObject({ ok: false, reason: 'closed', profilesWithAWay: [] });
    await change(hub, { change: 'closed', feature: lift }, 'take-back');
    expect((await wayThere(hub)).summary.lifts).toBe(1);
  });

  test('is on the paper of a ticket as its patient walks, and never by stairs in place of none', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    const checked = await checkInWithCard(hub, 'zhang-jianming');
    if (!checked.ok) throw new Error(checked.reason);
    const access = await presentCard(hub, 'zhang-jianming');
    const there = async (profile: WalkProfile) => {
      const reply = await hub.visits.slip(access, checked.ticket.ticketId, { language: 'zh', profile });
      return reply.ok ? reply.slip.sections?.[0] : undefined;
    };
    await change(hub, { change: 'closed', feature: stairs });
    const byLift = (await there('default'))?.lines;
    expect(byLift?.join()).toContain('号电梯');
    expect(await there('step-free')).toMatchObject({ title: '怎么走（不走楼梯）', lines: byLift });
    await change(hub, { change: 'closed', feature: stairs }, 'take-back');
    await change(hub, { change: 'closed', feature: lift });
    expect((await there('default'))?.lines.join()).toContain('楼梯');
    expect((await there('step-free'))?.lines).toEqual(['不走楼梯到不了那里，请志愿者带您去。']);
  });

  test('to a department that has moved is another on screen, on paper and in every search', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    const checked = await checkInWithCard(hub, 'zhang-jianming');
    if (!checked.ok) throw new Error(checked.reason);
    // The map has the area on another floor than the settings, and the map counts.
    expect(checked.ticket).toMatchObject({ level: 2, place: { zh: '心内科候诊区' } });
    const access = await presentCard(hub, 'zhang-jianming');
    const slip = async () => {
      const reply = await hub.visits.slip(access, checked.ticket.ticketId, { language: 'zh', profile: 'default' });
      return reply.ok ? reply.slip : undefined;
    };
    expect((await slip())?.sections?.map(({ title }) => title)).toEqual(['怎么走', '回来的路']);
    expect((await slip())?.sections?.[0]?.lines.join(' ')).toContain('上到 2 楼');

    const moved = await change(hub, { change: 'moved', occupant: cardiology, unit: spareDownstairs });
    if (!moved.ok) throw new Error(moved.reason);
    const way = await wayThere(hub);
    expect(way).toMatchObject({ version: moved.version, to: { id: cardiology, level: { sign: { zh: '1' } } } });
    expect(way.summary).toMatchObject({ lifts: 0, flights: 0 });
    const { places } = await hub.guide.search(atTerminal, { query: '心血管内科', language: 'zh', limit: 1 });
    expect(places).toMatchObject([{ id: cardiology, level: { sign: { zh: '1' } } }]);
    const agenda = await hub.visits.agenda(access);
    const told = agenda.ok ? [agenda.agenda.next, ...agenda.agenda.rest] : [];
    expect(
      told.map((step) => step?.ticket).filter((ticket) => ticket?.ticketId === checked.ticket.ticketId),
    ).toMatchObject([{ level: 1, place: { zh: '心血管内科' } }]);
    expect(JSON.stringify(await slip())).not.toContain('上到');
    expect((await slip())?.subheading).toContain('Cardiology · 1F');
    const plan = await hub.guide.plan(moved.version);
    expect(plan?.levels[0]?.units.find(({ id }) => id === spareDownstairs)?.name).toMatchObject({ zh: '心血管内科' });
    expect((await hub.guide.view()).changes).toMatchObject([{ said: { zh: '心血管内科搬至 1 楼 备用房 1' } }]);

    await change(hub, { change: 'moved', occupant: cardiology, unit: spareDownstairs }, 'take-back');
    expect((await wayThere(hub)).to.level.sign.zh).toBe('2');
    expect((await slip())?.subheading).toContain('2F');
  });

  test('behind a signed link is the one that was signed; whoever writes one of their own is refused', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    const way = await wayThere(hub, 'step-free');
    const payload = payloadOf(way);
    expect(way.phone).toMatch(/^https:\/\/lobby\.hospital\.example\/w#[\w-]{60,80}$/);
    const onPhone = await hub.guide.phoneWay({ payload }, '192.0.2.1');
    expect(onPhone).toMatchObject({ ok: true, way: { steps: way.steps, phone: way.phone } });
    const others = onPhone.ok ? onPhone.others : [];
    expect(others.map(({ profile }) => profile)).toEqual(['default', 'elder', 'bed']);
    for (const other of others)
      expect(await hub.guide.phoneWay({ payload: other.payload }, '192.0.2.1')).toMatchObject({
        ok: true,
        way: { profile: other.profile, from: { id: way.from.id }, to: { id: way.to.id } },
      });
    await change(hub, { change: 'closed', feature: lift });
    const stairsOnly = await hub.guide.phoneWay({ payload }, '192.0.2.1');
    expect(stairsOnly).toMatchObject({ ok: false, reason: 'closed', profile: 'step-free' });
    const left = 'others' in stairsOnly ? stairsOnly.others.map(({ profile }) => profile) : [];
    expect(left).toEqual(['default', 'elder']);
    await change(hub, { change: 'closed', feature: lift }, 'take-back');
    const forged = { payload: `B${payload.slice(1)}` };
    expect(await hub.guide.phoneWay(forged, '192.0.2.2')).toEqual({ ok: false, reason: 'link-forged' });
    for (let tries = 0; tries < 20; tries += 1) await hub.guide.phoneWay(forged, '192.0.2.2');
    expect(await hub.guide.phoneWay({ payload }, '192.0.2.2')).toEqual({ ok: false, reason: 'too-many-ways' });
    expect(await hub.guide.phoneWay({ payload }, '192.0.2.1')).toMatchObject({ ok: true });
  });

  test.each([
    ['to nowhere', { of: 'place', id: 'nowhere' }, 'to-unknown'],
    ['to an area that is not on the map', { of: 'area', id: 'senses-4f' }, 'to-unknown'],
    ['to where only staff go', { of: 'place', id: mapId('staff 1') }, 'restricted'],
    ['to where one stands', { of: 'terminal', id: 'K01' }, 'same-place'],
  ] as const)('%s is refused with its reason', async (_, to, reason) => {
    const { hub } = await open();
    expect(await hub.guide.way(atTerminal, { to, profile: 'default' })).toMatchObject({
      ok: false,
      reason: 'no-venue',
    });
    await publishLittleMap(hub);
    expect(await hub.guide.way(atTerminal, { to, profile: 'default' })).toMatchObject({ ok: false, reason });
    expect(await hub.guide.way({}, { to: toCardiology, profile: 'default' })).toMatchObject({ reason: 'from-unknown' });
  });

  test('a change that is asked for twice with one key is made once, and one of nothing is refused', async () => {
    const { hub, tables } = await open();
    const wish = { key: newKey(), do: 'make', change: { change: 'closed', feature: lift } } as const;
    expect(await hub.guide.change('9001', wish)).toEqual({ ok: false, reason: 'no-venue' });
    await publishLittleMap(hub);
    const once = await hub.guide.change('9001', wish);
    expect(await hub.guide.change('9001', wish)).toEqual(once);
    expect(await tables.selectFrom('guide_change').select('id').execute()).toHaveLength(1);
    await expect(hub.guide.change('9001', { ...wish, do: 'take-back' })).rejects.toThrow('was used before');
    const nothing = { change: 'closed', feature: 'nothing' } as const;
    expect(await change(hub, nothing)).toEqual({ ok: false, reason: 'feature-unknown' });
    const nowhere = { change: 'moved', occupant: cardiology, unit: 'nowhere' } as const;
    expect(await change(hub, nowhere)).toEqual({ ok: false, reason: 'cannot-move' });
  });
});
