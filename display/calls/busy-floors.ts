import type { BoardClinic, GuidePlan, Words } from '@lobby/hub/contract';
import type { GuideLabel } from '../guide/labels/wished-labels.ts';

/** A floor with how many wait in each of its areas. */
export interface BusyFloor {
  readonly level: number;
  readonly areas: readonly { readonly name: Words; readonly waiting: number }[];
}

/** What is where and how busy it is, the uppermost floor first. */
export function busyFloors(clinics: readonly BoardClinic[]): readonly BusyFloor[] {
  const floors = Map.groupBy(clinics, ({ level }) => level);
  return [...floors]
    .toSorted(([one], [other]) => other - one)
    .map(([level, onFloor]) => {
      const areas = Map.groupBy(onFloor, ({ area }) => area.zh);
      return {
        level,
        areas: [...areas.values()].map((ofArea) => ({
          name: shortName(ofArea[0]?.area ?? { zh: '', en: '' }),
          waiting: ofArea.reduce((sum, { waiting }) => sum + waiting, 0),
        })),
      };
    });
}

/** The number of each floor, on the building. */
export function floorNumbers(plan: GuidePlan, gap: number): readonly GuideLabel[] {
  return plan.levels.flatMap(({ level, outline }): readonly GuideLabel[] => {
    const corners = outline.flatMap(([outer = []]) => outer);
    if (corners.length === 0) return [];
    const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
    const spot = { x: mean(0), y: mean(1), z: level.ordinal * gap };
    return [{ id: level.id, kind: 'note', words: level.sign, to: null, spot, priority: 50, room: null }];
  });
}

/** 心内科候诊区 is 心内科 where everything is a waiting area. */
function shortName({ zh, en }: Words): Words {
  return { zh: zh.replace(/候诊区$/u, ''), en: en.replace(/ waiting area$/u, '') };
}
