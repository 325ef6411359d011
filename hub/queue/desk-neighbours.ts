import type { DeskNeighbour, Words } from '../contract/index.ts';
import type { DeskState } from './acts/desk-states.ts';
import { roomLimitOf } from './acts/corridor.ts';
import { reasonName } from './acts/pause-reasons.ts';
import { beforeRoom, servedAt } from './acts/served.ts';
import type { Seated } from './board.ts';
import { partsOf } from './line-parts.ts';
import type { Line } from './lines.ts';
import type { DeskPlace } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

/** How a desk of the area is, as its neighbours and the triage nurse see it. */
export function neighbourOf(
  place: DeskPlace,
  known: {
    readonly lines: ReadonlyMap<string, Line>;
    readonly seated: Seated | undefined;
    readonly state: DeskState | undefined;
    readonly businessDate: string;
  },
): DeskNeighbour {
  const { lines, seated, state } = known;
  const deskId = place.desk.id;
  return {
    deskId,
    kind: place.kind,
    room: place.room.name,
    staff: seated === undefined ? null : { name: seated.name, title: seated.title },
    state: state?.state ?? (seated === undefined ? 'nobody' : 'open'),
    reason: state === undefined ? null : stateReason(place, state),
    serving: servedAt(lines.values(), deskId).at(-1)?.label ?? null,
    roomWaiting: beforeRoom(lines.values(), deskId).length,
    roomLimit: roomLimitOf(place),
    seenToday: finishedAt(lines.values(), deskId, known.businessDate).length,
  };
}

export function stateReason(place: DeskPlace, state: DeskState): Words {
  return reasonName(place, state.reason);
}

/** Whom a desk has finished on a business date. */
export function finishedAt(lines: Iterable<Line>, deskId: string, businessDate: string): readonly Ticket[] {
  const finished = [...lines].flatMap((line) => partsOf(line).finished.get(deskId) ?? []);
  return finished.filter((ticket) => ticket.businessDate === businessDate);
}
