import type { PlayedGroup, PlayedUnder } from '@lobby/hub/contract';

/** A group of patients under both policies; null: nobody of it waited there. */
export interface WaitingRow {
  readonly of: 'everybody' | 'lane' | 'class';
  /** Lane or code of the class. */
  readonly name: string;
  readonly groups: readonly (PlayedGroup | null)[];
}

const laneOrder = ['normal', 'return', 'missed', 'late'];

/** The rows of the picture: everybody, then by lane, then by class where there is more than one. */
export function waitingRows(played: readonly PlayedUnder[]): readonly WaitingRow[] {
  const lanes = laneOrder.filter((lane) => played.some((under) => someWait(under.lanes[lane])));
  const codes = [...new Set(played.flatMap((under) => Object.keys(under.classes)))].sort(noneLast);
  return [
    { of: 'everybody', name: '', groups: played.map(({ total }) => total) },
    ...lanes.map((name) =>
      rowOf(
        'lane',
        name,
        played.map((under) => under.lanes[name]),
      ),
    ),
    ...(codes.length > 1 ? codes : []).map((name) =>
      rowOf(
        'class',
        name,
        played.map((under) => under.classes[name]),
      ),
    ),
  ];
}

function rowOf(of: WaitingRow['of'], name: string, groups: readonly (PlayedGroup | undefined)[]): WaitingRow {
  return { of, name, groups: groups.map((group) => (group !== undefined && someWait(group) ? group : null)) };
}

function someWait(group: PlayedGroup | undefined): boolean {
  return group !== undefined && group.waits > 0;
}

function noneLast(one: string, other: string): number {
  if (one === 'none' || other === 'none') return one === other ? 0 : one === 'none' ? 1 : -1;
  return one < other ? -1 : 1;
}

export interface Scale {
  /** Where the scale ends, minutes. */
  readonly end: number;
  /** Minutes at which a line stands. */
  readonly ticks: readonly number[];
}

const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240];

/** A scale on which the longest wait has its place, with at most seven lines. */
export function scaleFor(rows: readonly WaitingRow[]): Scale {
  const longest = Math.max(
    1,
    ...rows.flatMap(({ groups }) => groups.map((group) => group?.waitingMinutes.longest ?? 0)),
  );
  const step = steps.find((size) => longest / size <= 6) ?? 480;
  const count = Math.ceil(longest / step);
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
