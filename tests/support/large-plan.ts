import type { GuidePlan, GuideWay } from '@lobby/hub/contract';

type Corner = [number, number];
type Unit = GuidePlan['levels'][number]['units'][number];

export interface LargePlan {
  readonly floors: number;
  readonly units: number;
  /** Corners of each room's ring, at least four. */
  readonly corners?: number;
  /** Of both names of each room, in letters. */
  readonly nameLength?: number;
  /** Metres from one side to the other. */
  readonly width?: number;
}

/** A hospital of rooms along corridors, as many as are wished: for what is drawn, not for what is walked. */
export function largePlan({ floors, units, corners = 4, nameLength = 6, width = 120 }: LargePlan): GuidePlan {
  const depth = width * 0.6;
  const levels = Array.from({ length: floors }, (_, index) => {
    const level = levelAt(index);
    const rooms = Array.from({ length: units }, (_, room) =>
      roomAt({ level: level.id, room, units, width, depth, corners, nameLength }),
    );
    const marks = rooms
      .filter((_, room) => room % 25 === 0)
      .map(({ id, labelAt }) => ({ id: `m-${id}`, category: 'restroom', name: null, at: labelAt }));
    return { level, storeyHeight: 4.5, outline: [box(0, 0, width, depth)], units: rooms, marks, kiosks: [] };
  });
  return { version: `large-${floors}-${units}-${corners}`, attribution: null, levels };
}

/** A way from the ground floor's corner to a room of the uppermost, its last one if none is named, around some bends on each. */
export function wayThrough(plan: GuidePlan, room?: Unit): GuideWay {
  const [first, last] = [plan.levels[0], plan.levels.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a plan without floors');
  const target = room ?? last.units.at(-1);
  const [x = 0, y = 0] = target?.labelAt ?? [];
  const line = (level: string, points: readonly Corner[], via: string) =>
    points.map(([px, py], index) => ({ level, x: px, y: py, via: index === 0 ? via : 'walk' }));
  const down = line(
    first.level.id,
    [
      [2, 2],
      [40, 2],
      [40, 30],
      [60, 30],
    ],
    'walk',
  );
  const upwards = floorsApart(first, last)
    ? line(
        last.level.id,
        [
          [60, 30],
          [60, y],
          [x, y],
        ],
        'lift',
      )
    : [];
  const step = { turn: null, connector: null, level: null, metres: 10, words: { zh: '走', en: 'walk' } };
  return {
    version: plan.version,
    profile: 'default',
    from: { id: 'here', name: { zh: '一楼大厅', en: 'Lobby' }, detail: null, level: first.level },
    to: { id: target?.id ?? '', name: target?.name ?? { zh: '诊室', en: 'Room' }, detail: null, level: last.level },
    heading: 0,
    summary: { words: { zh: '约 3 分钟', en: 'About 3 min' }, minutes: 3, metres: 150, turns: 3, lifts: 1, flights: 0 },
    steps: [
      { ...step, kind: 'start', at: 0, turn: 'straight' },
      { ...step, kind: 'connector', at: 3, connector: 'lift', level: last.level },
      { ...step, kind: 'arrive', at: down.length + Math.max(0, upwards.length - 1) },
    ],
    path: [...down, ...upwards].map(({ via, ...point }, index) => ({ ...point, via: index === 0 ? null : via })),
    phone: null,
  };
}

type Floor = GuidePlan['levels'][number];
const floorsApart = (a: Floor, b: Floor): boolean => a.level.id !== b.level.id;

function levelAt(ordinal: number): GuidePlan['levels'][number]['level'] {
  const sign = { zh: `${ordinal + 1} 楼`, en: `Floor ${ordinal + 1}` };
  return { id: `L${ordinal}`, ordinal, sign, name: sign };
}

function roomAt(of: {
  readonly level: string;
  readonly room: number;
  readonly units: number;
  readonly width: number;
  readonly depth: number;
  readonly corners: number;
  readonly nameLength: number;
}): Unit {
  const columns = Math.ceil(Math.sqrt(of.units * 1.6));
  const rows = Math.ceil(of.units / columns);
  const [cellX, cellY] = [of.width / columns, of.depth / rows];
  const [x, y] = [(of.room % columns) * cellX, Math.floor(of.room / columns) * cellY];
  const isLift = of.room % 97 === 0;
  const ring =
    of.corners === 4 ? box(x, y, cellX * 0.92, cellY * 0.72) : [wavy(x, y, Math.min(cellX, cellY) * 0.4, of.corners)];
  return {
    id: `${of.level}-${of.room}`,
    look: isLift ? 'lift' : 'room',
    name: {
      zh: '心内科诊室专家门诊特需复诊检查'.repeat(9).slice(0, of.nameLength),
      en: 'Cardiology consulting room of experts, '.repeat(9).slice(0, Math.max(18, of.nameLength)),
    },
    labelAt: [x + cellX * 0.46, y + cellY * 0.36],
    polygons: [ring],
  };
}

function box(x: number, y: number, width: number, height: number): Corner[][] {
  return [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  ];
}

function wavy(x: number, y: number, radius: number, corners: number): Corner[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    const reach = radius * (1 + 0.1 * Math.sin(9 * angle));
    return [x + radius + reach * Math.cos(angle), y + radius + reach * Math.sin(angle)];
  });
}
