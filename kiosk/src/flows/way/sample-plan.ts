import type { GuideLevel, GuidePlan } from '@lobby/hub/contract';
import { sampleWay } from './sample-way.ts';

type Floor = GuidePlan['levels'][number];
type Unit = Floor['units'][number];

const box = (left: number, bottom: number, right: number, top: number): Unit['polygons'] => [
  [
    [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
    ],
  ],
];

const unit = (
  id: string,
  { look, name = null, at }: { look: Unit['look']; name?: Unit['name']; at: readonly [number, number, number, number] },
): Unit => ({ id, look, name, labelAt: [(at[0] + at[2]) / 2, (at[1] + at[3]) / 2], polygons: box(...at) });

const floor = (level: GuideLevel, units: readonly Unit[]): Floor => ({
  level,
  storeyHeight: 4.5,
  outline: box(-20, -20, 60, 60),
  units: [unit(`${level.id}-hall`, { look: 'way', at: [-20, -20, 60, 60] }), ...units],
  marks: [],
  kiosks: [],
});

const [ground, third] = [sampleWay.from.level, sampleWay.to.level];

/** Two floors of an invented building, with the rooms that its sample way passes. */
export const samplePlan: GuidePlan = {
  version: sampleWay.version,
  attribution: null,
  levels: [
    floor(ground, [
      unit('pharmacy', { look: 'room', name: { zh: '门诊药房', en: 'Pharmacy' }, at: [0, 8, 20, 24] }),
      unit('lift-1', { look: 'lift', name: { zh: '3 号电梯', en: 'Lift 3' }, at: [30, -3, 36, 3] }),
      unit('stairs-1', { look: 'stairs', at: [42, 10, 50, 24] }),
    ]),
    floor(third, [
      unit('lift-3', { look: 'lift', name: { zh: '3 号电梯', en: 'Lift 3' }, at: [30, -3, 36, 3] }),
      unit('p-cardiology', { look: 'room', name: sampleWay.to.name, at: [30, 36, 52, 50] }),
      unit('staff-3', { look: 'staff', at: [-16, 30, 10, 50] }),
    ]),
  ],
};
