import { siteSchema } from '@lobby/config';
import { expect, test } from 'vitest';
import { livingSite } from '../living-site.ts';
import { SitePlan } from './site-plan.ts';

const words = { zh: '心血管内科', en: 'Cardiology' };

function areaWith(id: string, checkIn?: { readonly opensMinutesBefore: number }): unknown {
  const queue = { id, name: words, clinic: id.toUpperCase(), prefix: 'A', rooms: [`${id}-1`], checkIn };
  return { id: `area-${id}`, name: words, level: 3, rooms: [{ id: `${id}-1`, name: words }], queues: [queue] };
}

function siteOf(...areas: readonly unknown[]) {
  return siteSchema.parse({ hospital: { name: words }, checkIn: { graceMinutes: 5 }, areas });
}

test('a queue may open earlier than its site; the rest of the rules stay those of the site', () => {
  const plan = new SitePlan(siteOf(areaWith('card', { opensMinutesBefore: 1440 }), areaWith('eye')));
  expect(plan.queue('card')?.checkIn).toMatchObject({
    checkIn: { opens: { rule: 'minutes-before', minutes: 1440 } },
    late: { graceMinutes: 5 },
  });
  expect(plan.queue('eye')?.checkIn).toMatchObject({
    checkIn: { opens: { rule: 'minutes-before', minutes: 30 } },
    late: { graceMinutes: 5 },
  });
});

test('a terminal that checks in for some areas does so for those added', () => {
  const { hospital, areas } = siteOf(areaWith('card'));
  const terminals = [{ id: 'K01', name: words, level: 1, panel: 'portrait-21', areas: ['area-card'] }];
  const living = livingSite(siteSchema.parse({ hospital, areas, terminals }));
  living.add({ areas: siteOf(areaWith('eye')).areas, desks: [], screens: [] });
  expect(living.site.terminals[0]?.areas).toEqual(['area-card', 'area-eye']);
});

test('what is added to a site while it runs is found, and what is taken away again is not', () => {
  const living = livingSite(siteOf(areaWith('card')));
  const plan = new SitePlan(living.site);
  const { areas } = siteOf(areaWith('eye'));
  living.add({ areas, desks: [{ id: 'D-eye', room: 'eye-1', queues: ['eye'] }], screens: [] });
  plan.readAgain();
  expect(plan.queueOfClinic('EYE')?.area.id).toBe('area-eye');
  expect(plan.desk('D-eye')?.queues.map(({ queue }) => queue.id)).toEqual(['eye']);
  expect(plan.queue('card')).toBeDefined();
  living.add({ areas: [], desks: [], screens: [] });
  plan.readAgain();
  expect(plan.queue('eye')).toBeUndefined();
  expect(plan.desk('D-eye')).toBeUndefined();
});
