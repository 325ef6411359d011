/**
 * How a room is walked in so that nobody walks through it: on the way in one goes from a door to a thing in the room, on
 * the way out from a thing to a door. `leave` and `enter` are the ways on which an edge may leave a spot or come to it.
 * Where a room has one door only, things need no such order: through the door that one came by is no way through.
 */
export interface Phases {
  readonly leave: number;
  readonly enter: number;
}

const wayIn = 1;
const wayOut = 2;
const either = wayIn | wayOut;

export const phases = {
  /** Of open ground: from everywhere to everywhere. */
  open: { leave: either, enter: either },
  door: { leave: wayIn, enter: wayOut },
  /** A thing of a room with one door. */
  thing: { leave: either, enter: either },
  /** The two nodes of a thing in a room with several doors: one to arrive at, one to leave from. */
  goal: { leave: 0, enter: either },
  start: { leave: wayOut, enter: 0 },
  /** The two nodes of such a room's door where the room before it has several doors as well. */
  doorIn: { leave: wayIn, enter: 0 },
  doorOut: { leave: 0, enter: wayOut },
  cornerIn: { leave: wayIn, enter: wayIn },
  cornerOut: { leave: wayOut, enter: wayOut },
} as const satisfies Record<string, Phases>;

export const mayFollow = (from: Phases, to: Phases): boolean => (from.leave & to.enter) !== 0;
