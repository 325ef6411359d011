import type { GuidePlan, Words } from '@lobby/hub/contract';
import { expect, test } from 'vitest';
import type { BusyFloor } from './busy-floors.ts';
import { floorsOfGroup, floorsTold, groupInTurn, type PageTime } from './floors-in-turn.ts';
import { pageStays } from './pages.ts';

const words = (zh: string, en = zh): Words => ({ zh, en });

const floorsInTurn = (floors: readonly number[], fits: number, time: PageTime): readonly number[] =>
  floorsOfGroup(floors, fits, groupInTurn(floors.length, fits, time));

/** What is seen of floors, two side by side, on the last of five pages: how often it has come before, how much of it has passed. */
const seen = (floors: readonly number[], come: number, share: number) =>
  floorsInTurn(floors, 2, { now: pageStays * (5 * come + 4 + share), pages: 5 });

test('the floors that fit stand side by side, the others follow while the page stays', () => {
  expect(seen([4, 3, 2, 1], 0, 0)).toEqual([4, 3]);
  expect(seen([4, 3, 2, 1], 0, 0.49)).toEqual([4, 3]);
  expect(seen([4, 3, 2, 1], 0, 0.51)).toEqual([2, 1]);
  expect(seen([4, 3, 2, 1], 7, 0)).toEqual([4, 3]);
  expect(seen([2, 1], 3, 0.9)).toEqual([2, 1]);
  expect(floorsInTurn([3, 2, 1], 0, { now: 0, pages: 1 }), 'one at least').toEqual([3]);
});

test('of a high house every floor is seen after some turns, and none longer than another', () => {
  const house = Array.from({ length: 40 }, (_, index) => 40 - index);
  const shares = [0.1, 0.4, 0.9];
  const all = Array.from({ length: 20 }, (_, come) => shares.flatMap((share) => seen(house, come, share))).flat();
  expect(all.length).toBe(120);
  for (const floor of house) expect(all.filter((one) => one === floor).length).toBe(3);
});

test('nothing stands where there is no floor', () => {
  expect(seen([], 0, 0)).toEqual([]);
});

const level = (ordinal: number, sign: string, names: readonly string[]): GuidePlan['levels'][number] => ({
  level: { id: sign, ordinal, sign: words(sign), name: words(sign) },
  storeyHeight: 4,
  outline: [],
  units: names.map((name) => ({
    id: `${sign} ${name}`,
    look: 'way',
    name: words(name),
    labelAt: [0, 0],
    polygons: [],
  })),
  marks: [],
  kiosks: [],
});
const plan: GuidePlan = {
  version: 'v',
  attribution: null,
  levels: [level(-1, 'B1', ['影像科']), level(0, '1', ['门诊药房', '大厅']), level(1, '2', ['心内科候诊区'])],
};
const busy = (of: number, zh: string, name: string, waiting: number): BusyFloor => ({
  level: of,
  areas: [{ area: words(zh), name: words(name, 'Clinic'), waiting }],
});

test('each waiting area is told where its hall is, with how many wait, and floors without any are left out', () => {
  const told = floorsTold([busy(2, '心内科候诊区', '心内科', 6), busy(-1, '影像科候诊区', '影像科', 0)], plan);
  expect(told.map((floor) => [floor.ordinal, [...floor.told]])).toEqual([
    [1, [['2 心内科候诊区', { words: { zh: '心内科 6', en: 'Clinic 6' }, least: '6' }]]],
    [-1, [['B1 影像科', { words: { zh: '影像科 0', en: 'Clinic 0' }, least: '0' }]]],
  ]);
});

test('an area that is not on the plan is told nowhere, and where no floor is known all floors are shown', () => {
  expect(floorsTold([busy(1, '皮肤科候诊区', '皮肤科', 2)], plan)).toEqual([{ ordinal: 0, told: new Map() }]);
  expect(floorsTold([busy(9, '皮肤科候诊区', '皮肤科', 2)], plan).map(({ ordinal }) => ordinal)).toEqual([1, 0, -1]);
});
