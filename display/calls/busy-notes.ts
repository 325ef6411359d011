import type { BoardClinic, GuidePlan } from '@lobby/hub/contract';
import type { GuideLabel } from '../guide/labels/wished-labels.ts';

/** What of the building's areas is told on its picture: each area with how many wait in it, on its own floor. */
export function busyNotes(clinics: readonly BoardClinic[], plan: GuidePlan, gap: number): readonly GuideLabel[] {
  const areas = Map.groupBy(clinics, ({ area }) => area.zh);
  return [...areas].flatMap(([name, ofArea]): readonly GuideLabel[] => {
    const spot = spotOf(plan, name);
    const [first] = ofArea;
    if (spot === undefined || first === undefined) return [];
    const waiting = ofArea.reduce((sum, clinic) => sum + clinic.waiting, 0);
    const { ordinal, x, y } = spot;
    const words = {
      zh: `${short(first.area.zh)} ${waiting === 0 ? '不用等' : `等候 ${waiting} 人`}`,
      en: `${first.area.en} · ${waiting === 0 ? 'no wait' : `${waiting} waiting`}`,
    };
    return [
      { id: name, kind: 'note', words, to: null, spot: { x, y, z: ordinal * gap }, priority: 50 + waiting, room: null },
    ];
  });
}

function spotOf(
  plan: GuidePlan,
  area: string,
): { readonly ordinal: number; readonly x: number; readonly y: number } | undefined {
  for (const { level, units } of plan.levels) {
    const unit = units.find(({ name }) => name?.zh === area);
    if (unit !== undefined) return { ordinal: level.ordinal, x: unit.labelAt[0], y: unit.labelAt[1] };
  }
  return undefined;
}

/** 心内科候诊区 is 心内科 where everything is a waiting area. */
const short = (name: string): string => name.replace(/候诊区$/u, '');
