import type { Board, BoardCall, BoardRoom } from '@lobby/hub/contract';

/** One window, and the ticket that has been called to it last. */
export interface ServedWindow {
  readonly room: BoardRoom;
  readonly call: BoardCall | undefined;
  /** Other tickets called there that nobody has come for yet. */
  readonly earlier: readonly BoardCall[];
}

/** The windows of a service: those with the newest calls first, then those without, in their order. */
export function windowsOf({ rooms, calls }: Pick<Board, 'rooms' | 'calls'>): readonly ServedWindow[] {
  const windows = rooms.map((room) => {
    const [call, ...earlier] = calls.filter((one) => one.room.id === room.room.id);
    return { room, call, earlier };
  });
  const place = ({ call }: ServedWindow): number => (call === undefined ? calls.length : calls.indexOf(call));
  return windows.toSorted((one, other) => place(one) - place(other));
}
