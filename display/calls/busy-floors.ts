import type { BoardClinic, Words } from '@lobby/hub/contract';

/** A waiting area with how many wait there. */
export interface BusyArea {
  /** As its signs say it, and as short as a list wants it. */
  readonly area: Words;
  readonly name: Words;
  readonly waiting: number;
}

/** A floor with how many wait in each of its areas. */
export interface BusyFloor {
  readonly level: number;
  readonly areas: readonly BusyArea[];
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
        areas: [...areas.values()].map((ofArea) => {
          const { area } = ofArea[0] ?? { area: { zh: '', en: '' } };
          return { area, name: shortName(area), waiting: ofArea.reduce((sum, { waiting }) => sum + waiting, 0) };
        }),
      };
    });
}

/** 心内科候诊区 is 心内科 where everything is a waiting area. */
function shortName({ zh, en }: Words): Words {
  return { zh: zh.replace(/候诊区$/u, ''), en: en.replace(/ waiting area$/u, '') };
}
