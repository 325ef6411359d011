import { policyOfQueue, type Area, type Desk, type Queue, type QueuePolicy } from '@lobby/config';
import type { Room, Site } from '@lobby/config';
import { clinicSessionSpan, type ClinicTime } from '../business-date.ts';
import type { DeskKind } from '../contract/index.ts';

export interface QueuePlace {
  readonly queue: Queue;
  readonly area: Area;
  /** Rules of the queue: the site's, with what its area and the queue have of their own. */
  readonly policy: QueuePolicy;
  /** Start and end of the clinic session of a ticket, ISO. */
  readonly sessionStartsAt: (ticket: ClinicTime) => string | undefined;
  readonly sessionEndsAt: (ticket: ClinicTime) => string | undefined;
  /** When its patients may check in, by the clock of the site. */
  readonly checkIn: Pick<QueuePolicy, 'checkIn' | 'late'> & { readonly timeZone: string };
}

export interface DeskPlace {
  readonly desk: Desk;
  readonly kind: DeskKind;
  readonly room: Room;
  readonly area: Area;
  /** The queues on which the desk acts: of a triage desk all of its area. */
  readonly queues: readonly QueuePlace[];
}

/** A site's areas, queues, rooms and desks, found by their ids. */
export class SitePlan {
  readonly site: Site;
  readonly #queues = new Map<string, QueuePlace>();
  readonly #queueOfClinic = new Map<string, QueuePlace>();
  readonly #rooms = new Map<string, { readonly room: Room; readonly area: Area }>();
  readonly #desks = new Map<string, DeskPlace>();
  #moved: ReadonlyMap<string, Pick<Area, 'name' | 'level'>> = new Map();

  constructor(site: Site) {
    this.site = site;
    this.readAgain();
  }

  /** The site has other areas or desks than before. */
  readAgain(): void {
    const { site } = this;
    for (const known of [this.#queues, this.#queueOfClinic, this.#rooms, this.#desks]) known.clear();
    for (const area of site.areas) {
      for (const room of area.rooms) this.#rooms.set(room.id, { room, area });
      for (const queue of area.queues) this.#addQueue(area, queue);
    }
    for (const desk of site.desks) this.#addDesk(desk);
  }

  /** Queues whose patients wait elsewhere than their area says, by id: their department has moved. */
  moveQueues(moved: ReadonlyMap<string, Pick<Area, 'name' | 'level'>>): void {
    this.#moved = moved;
    this.readAgain();
  }

  queue(queueId: string): QueuePlace | undefined {
    return this.#queues.get(queueId);
  }

  /** The queue in which the patients of a clinic (code of the hospital information system) wait. */
  queueOfClinic(clinic: string): QueuePlace | undefined {
    return this.#queueOfClinic.get(clinic);
  }

  area(areaId: string): Area | undefined {
    return this.site.areas.find((area) => area.id === areaId);
  }

  room(roomId: string): Room | undefined {
    return this.#rooms.get(roomId)?.room;
  }

  desk(deskId: string): DeskPlace | undefined {
    return this.#desks.get(deskId);
  }

  desksInRoom(roomId: string): readonly DeskPlace[] {
    return [...this.#desks.values()].filter((place) => place.room.id === roomId);
  }

  queues(): readonly QueuePlace[] {
    return [...this.#queues.values()];
  }

  desks(): readonly DeskPlace[] {
    return [...this.#desks.values()];
  }

  desksInArea(areaId: string): readonly DeskPlace[] {
    return [...this.#desks.values()].filter((place) => place.area.id === areaId);
  }

  /** Queues served in a room: those of its desks, else those that name the room. */
  queuesInRoom(area: Area, roomId: string): readonly QueuePlace[] {
    const ofDesks = this.desksInRoom(roomId).flatMap((place) => place.queues);
    if (ofDesks.length > 0) return [...new Set(ofDesks)];
    return area.queues
      .filter((queue) => queue.rooms.includes(roomId))
      .flatMap((queue) => this.#queues.get(queue.id) ?? []);
  }

  #addQueue(area: Area, queue: Queue): void {
    const { site } = this;
    const policy = policyOfQueue(site, area, queue);
    const moved = this.#moved.get(queue.id);
    const place: QueuePlace = {
      queue,
      area: moved === undefined ? area : { ...area, ...moved },
      policy,
      sessionStartsAt: (ticket) => clinicSessionSpan(site, ticket)?.from,
      sessionEndsAt: (ticket) => clinicSessionSpan(site, ticket)?.to,
      checkIn: { checkIn: policy.checkIn, late: policy.late, timeZone: site.timeZone },
    };
    this.#queues.set(queue.id, place);
    if (!this.#queueOfClinic.has(queue.clinic)) this.#queueOfClinic.set(queue.clinic, place);
  }

  #addDesk(desk: Desk): void {
    const stands = this.#rooms.get(desk.room);
    if (stands === undefined) return;
    const kind = desk.kind ?? 'consulting';
    const queueIds = kind === 'triage' ? stands.area.queues.map(({ id }) => id) : desk.queues;
    const queues = queueIds.flatMap((id) => this.#queues.get(id) ?? []);
    this.#desks.set(desk.id, { desk, kind, room: stands.room, area: stands.area, queues });
  }
}
