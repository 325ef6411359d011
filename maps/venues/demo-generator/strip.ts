import { badgeDoor, opening, roomDoor, unit, type Bilingual, type Door, type Hospital, type Piece } from './pieces.ts';
import { corners, inWall, tidy, type Box, type Side } from './plane.ts';

/** A room in a row of rooms. */
export interface RoomSpec {
  readonly name: Bilingual | null;
  readonly aliases?: Bilingual;
  readonly category: string;
  /** Its share of the row against its neighbours'; 1 if not said. */
  readonly weight?: number;
  readonly restriction?: 'employeesonly' | 'restricted';
  readonly accessibility?: readonly string[];
  readonly door?: Partial<Door>;
  readonly hospital?: Hospital;
  /** Makes its id; its number in the row if not said. */
  readonly key?: string;
}

export interface Strip {
  readonly key: string;
  readonly within: Box;
  /** The wall in which all doors are. */
  readonly doors: Side;
  readonly rooms: readonly RoomSpec[];
}

/** Rooms side by side that fill a box from its west or south end, each with a door on the same side. */
export function strip({ key, within, doors, rooms }: Strip): readonly Piece[] {
  const level = doors === 'north' || doors === 'south';
  const [start, end] = level ? [within.west, within.east] : [within.south, within.north];
  const whole = rooms.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let passed = 0;
  return rooms.flatMap((room, index) => {
    const at = (share: number): number => tidy(Math.round((start + ((end - start) * share) / whole) * 10) / 10);
    const [from, to] = [at(passed), at(passed + (room.weight ?? 1))];
    passed += room.weight ?? 1;
    const of: Box = level ? { ...within, west: from, east: to } : { ...within, south: from, north: to };
    return roomIn({ key: room.key ?? `${key}-${index + 1}`, of, door: doors, room });
  });
}

/** One room that fills a box, with its door. */
export function roomIn(at: { key: string; of: Box; door: Side; room: RoomSpec; along?: number }): readonly Piece[] {
  const { key, of, room } = at;
  const { name, category, restriction = null, accessibility = null, hospital = null, aliases = null } = room;
  const staff = restriction === 'employeesonly' || category === 'nonpublic' ? badgeDoor : {};
  const door = { ...staff, ...room.door };
  const width = door.width ?? roomDoor.width;
  const line = inWall({ of, side: at.door, width, ...(at.along === undefined ? {} : { along: at.along }) });
  return [
    unit({ key, category, name, aliases, restriction, accessibility, outer: corners(of), hospital }),
    opening(`${key}-door`, line, door),
  ];
}
