import { openFront, type Bilingual } from './pieces.ts';
import type { RoomSpec } from './strip.ts';

/* The kinds of rooms that rows are made of. Names are those on the door. */

/** A consulting room of the site: 201 诊室, 3-12. */
export function consulting(of: { room: string; zh: string; en: string; door: string; weight?: number }): RoomSpec {
  return {
    key: of.room,
    name: { zh: of.zh, en: of.en },
    category: 'office',
    weight: of.weight ?? 1,
    hospital: { room: of.room, doorNumber: of.door },
  };
}

/** Consulting rooms that are called by their number. */
export function numbered(prefix: string, from: number, to: number): readonly RoomSpec[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const door = String(from + index);
    return consulting({ room: `${prefix}-${door}`, zh: `${door} 诊室`, en: `Room ${door}`, door });
  });
}

/** A room to which patients go. */
export function room(zh: string, en: string, more: Partial<RoomSpec> = {}): RoomSpec {
  return { name: { zh, en }, category: 'room', ...more };
}

/** Where beds and trolleys go in and out: a sliding door of 1.4 m. */
export function bedRoom(zh: string, en: string, more: Partial<RoomSpec> = {}): RoomSpec {
  return room(zh, en, { door: { width: 1.4, type: 'sliding', automatic: true }, ...more });
}

export function laboratory(zh: string, en: string, more: Partial<RoomSpec> = {}): RoomSpec {
  return room(zh, en, { category: 'laboratory', restriction: 'employeesonly', ...more });
}

/** A counter behind which somebody sits: its front is open. */
export function counter(of: { room?: string; zh: string; en: string; width?: number }): RoomSpec {
  return {
    ...(of.room === undefined ? {} : { key: of.room, hospital: { room: of.room } }),
    name: { zh: of.zh, en: of.en },
    category: 'office',
    door: openFront(of.width ?? 1.6),
  };
}

/** Only for people who work here. */
export function staff(zh: string, en: string, more: Partial<RoomSpec> = {}): RoomSpec {
  return room(zh, en, { category: 'office', restriction: 'employeesonly', ...more });
}

/** Pipes, cables, fans: nobody's way, without a name. */
export function plant(weight = 0.5): RoomSpec {
  return {
    name: null,
    category: 'nonpublic',
    restriction: 'restricted',
    weight,
    door: { accessControl: ['keyaccess'] },
  };
}

/** What every department has at its back. */
export function backRooms(of: Bilingual): Record<'treatment' | 'office' | 'store' | 'teaching' | 'changing', RoomSpec> {
  return {
    treatment: room(`${of.zh}治疗室`, `${of.en} treatment`),
    office: staff(`${of.zh}医生办公室`, `${of.en} doctors' office`),
    store: staff(`${of.zh}库房`, `${of.en} store`, { category: 'storage', weight: 0.7 }),
    teaching: staff(`${of.zh}示教室`, `${of.en} teaching room`, { weight: 1.2 }),
    changing: staff(`${of.zh}更衣室`, `${of.en} changing room`, { weight: 0.7 }),
  };
}
