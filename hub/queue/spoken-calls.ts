import type { Clock } from '../clock.ts';
import type { FeedEvent } from '../contract/index.ts';
import type { Speech } from '../hub.ts';
import type { Screens } from '../fleet/screens.ts';
import type { CallSpeech, CallWords } from '../speech/speech.ts';
import type { Database } from '../store/tables.ts';
import type { Lines } from './lines.ts';
import { orderOfLine } from './order-of-line.ts';
import type { QueuePlace, SitePlan } from './site-plan.ts';
import { callById, ticketById } from './storage.ts';
import type { Ticket } from './ticket.ts';

/** How many of the next tickets of a queue have their calls made ahead. */
const ahead = 2;

/** The calls of this hub as sound. */
export class SpokenCalls implements Speech {
  readonly #parts: {
    readonly plan: SitePlan;
    readonly lines: Lines;
    readonly database: Database;
    readonly clock: Clock;
    readonly speech: CallSpeech;
    readonly screens: Pick<Screens, 'heardAt'>;
  };

  constructor(parts: {
    readonly plan: SitePlan;
    readonly lines: Lines;
    readonly database: Database;
    readonly clock: Clock;
    readonly speech: CallSpeech;
    readonly screens: Pick<Screens, 'heardAt'>;
  }) {
    this.#parts = parts;
  }

  async wav(callId: string, language: 'zh' | 'en', brief?: 'ticket'): Promise<Uint8Array | undefined> {
    const { plan, database, speech } = this.#parts;
    const call = await callById(database, callId);
    const ticket = call === undefined ? undefined : await ticketById(database, call.ticketId);
    const room = call === undefined ? undefined : plan.room(call.roomId);
    if (ticket === undefined || room === undefined) return undefined;
    const words = this.#words(ticket, room.name);
    return speech.wav(brief === undefined ? words : { ...words, surname: null }, language);
  }

  say(text: string, language: 'zh' | 'en'): Promise<Uint8Array | undefined> {
    return this.#parts.speech.say(text, language);
  }

  /** Makes the calls of the next tickets of some queues ahead, for each room that may call them and is heard. */
  async prepare(queueIds: readonly string[]): Promise<void> {
    const { plan, lines, database, speech, clock, screens } = this.#parts;
    const read = await lines.read(database, queueIds);
    for (const [queueId, line] of read) {
      const place = plan.queue(queueId);
      if (place === undefined) continue;
      const rooms = roomsCallingFrom(plan, place, line.mirrored);
      const calling = rooms.map((room) => ({ areaId: place.area.id, roomId: room.id, queueId }));
      const heard = new Set((await screens.heardAt(calling)).map(({ roomId }) => roomId));
      for (const { ticket } of orderOfLine(line, place, clock.now()).slice(0, ahead)) {
        for (const { id, name } of rooms) if (heard.has(id)) speech.prepare(this.#words(ticket, name));
      }
    }
  }

  /** The queues whose calls may be heard otherwise since this event. */
  queuesOf({ type, areaId, queueId }: Pick<FeedEvent, 'type' | 'areaId' | 'queueId'>): readonly string[] {
    if (type === 'call.shown') return [];
    if (type !== 'screen.changed') return queueId === null ? [] : [queueId];
    const area = this.#parts.plan.site.areas.find(({ id }) => id === areaId);
    return area?.queues.map(({ id }) => id) ?? [];
  }

  #words(ticket: Ticket, room: CallWords['room']): CallWords {
    const { surname, sex } = ticket.patient;
    const spoken = this.#parts.plan.queue(ticket.queueId)?.policy.privacy.spoken ?? 'ticket-only';
    // A queue knows no more of a name than the surname.
    return { label: ticket.label, surname: spoken === 'ticket-only' ? null : surname, sex, room };
  }
}

/** Rooms with a desk of ours that calls from a queue; another system may call to all of its rooms. */
function roomsCallingFrom(
  plan: SitePlan,
  place: QueuePlace,
  mirrored: boolean,
): readonly { readonly id: string; readonly name: CallWords['room'] }[] {
  const { area, queue } = place;
  if (mirrored) return area.rooms.filter(({ id }) => queue.rooms.includes(id));
  return area.rooms.filter((room) =>
    plan.desksInRoom(room.id).some((desk) => desk.queues.some((served) => served.queue.id === queue.id)),
  );
}
