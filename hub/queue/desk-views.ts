import type { CallPlace } from '@lobby/config';
import { isoNow, type Clock } from '../clock.ts';
import type { DeskView } from '../contract/index.ts';
import { newestSequence } from '../feed/append.ts';
import type { Logins, PersonAtDesk } from '../fleet/logins.ts';
import type { Screens } from '../fleet/screens.ts';
import type { Store } from '../store/store.ts';
import { broadcastsOf } from './acts/broadcast.ts';
import { deskStatesOf } from './acts/desk-states.ts';
import { openAlarms } from './acts/panic.ts';
import { mayDo } from './acts/roles.ts';
import { beforeRoom, servedAt } from './acts/served.ts';
import { buildDeskView } from './desk-view.ts';
import type { Line, Lines } from './lines.ts';
import type { DeskPlace, SitePlan } from './site-plan.ts';
import { shownOnEach } from './storage.ts';
import { keptSince } from './undone-check-ins.ts';

export interface DeskViewParts {
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly store: Store;
  readonly clock: Clock;
  readonly logins: Logins;
  readonly screens: Screens;
}

/** How long a desk reads that the hospital has not taken an undoing, from when the hospital said so. */
const keptShownMilliseconds = 10 * 60_000;

/** Views of the desks, each for whoever looks at it. */
export class DeskViews {
  readonly #parts: DeskViewParts;

  constructor(parts: DeskViewParts) {
    this.#parts = parts;
  }

  /** `person`: who looks at it; undefined: nobody in particular. */
  async view(place: DeskPlace, person: PersonAtDesk | undefined): Promise<DeskView> {
    const { plan, lines, store, clock, logins, screens } = this.#parts;
    const { database } = store;
    const at = isoNow(clock);
    // The sequence is read before the tables: a view may know more than its sequence says, never less.
    const sequence = await newestSequence(database);
    const neighbours = plan.desksInArea(place.area.id);
    const areaId = place.area.id;
    // They are asked for at one time: on PostgreSQL each has a connection of its own.
    const [read, seated, showing, states, broadcasts, alarms, keptAtHospital] = await Promise.all([
      lines.read(database, queuesOfArea(place)),
      logins.seated(neighbours.map(({ desk }) => desk.id)),
      screens.showing(callPlacesOf(place)),
      deskStatesOf(database, areaId),
      broadcastsOf(database, areaId, at),
      openAlarms(database),
      this.#keptAtHospital(place, person),
    ]);
    const shown = await shownOnEach(database, callsOf(read, place));
    const known = { plan, place, neighbours, lines: read, person, seated, shown, screens: showing };
    return buildDeskView({ ...known, states, broadcasts, alarms, keptAtHospital, sequence, at });
  }

  /** For whoever may undo a check-in; nobody else can do anything about it. */
  async #keptAtHospital(place: DeskPlace, person: PersonAtDesk | undefined): Promise<DeskView['keptAtHospital']> {
    if (person === undefined || !mayDo(person.role, place.kind, 'undo-check-in')) return [];
    const { store, clock } = this.#parts;
    const since = new Date(clock.now() - keptShownMilliseconds).toISOString();
    const kept = await keptSince(store.database, { queueIds: place.queues.map(({ queue }) => queue.id), since });
    const until = (keptAt: string): string => new Date(Date.parse(keptAt) + keptShownMilliseconds).toISOString();
    return [...kept].map(([label, keptAt]) => ({ label, until: until(keptAt) }));
  }
}

/** Where the calls of a desk go. */
function callPlacesOf({ area, room, queues }: DeskPlace): readonly CallPlace[] {
  return queues.map(({ queue }) => ({ areaId: area.id, roomId: room.id, queueId: queue.id }));
}

function queuesOfArea(place: DeskPlace): readonly string[] {
  return place.area.queues.map(({ id }) => id);
}

function callsOf(lines: ReadonlyMap<string, Line>, place: DeskPlace): readonly string[] {
  const called = [...servedAt(lines.values(), place.desk.id), ...beforeRoom(lines.values(), place.desk.id)];
  return called.flatMap(({ call }) => call?.callId ?? []);
}
