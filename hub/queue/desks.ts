import type { CallPlace } from '@lobby/config';
import { isoNow, type Clock } from '../clock.ts';
import type { DeskAction, DeskRefusal, DeskReply, DeskView, StaffLoginReply } from '../contract/index.ts';
import { newestSequence } from '../feed/append.ts';
import type { Logins } from '../fleet/logins.ts';
import type { Screens } from '../fleet/screens.ts';
import type { Desks } from '../hub.ts';
import type { Store } from '../store/store.ts';
import { actAtDesk } from './desk-actions.ts';
import { buildDeskView, servedTicketOf } from './desk-view.ts';
import type { Line, Lines } from './lines.ts';
import type { DeskPlace, SitePlan } from './site-plan.ts';
import { shownOn } from './storage.ts';

/** What is kept of a desk's action; the view is made anew, so that a repeated answer is not an old one. */
type KeptOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: DeskRefusal };

export interface DeskParts {
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly store: Store;
  readonly clock: Clock;
  readonly logins: Logins;
  readonly screens: Screens;
}

/** The desks of the consulting rooms. */
export class HubDesks implements Desks {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async view(deskId: string): Promise<DeskView | undefined> {
    const place = this.#parts.plan.desk(deskId);
    return place === undefined ? undefined : this.#view(place);
  }

  async act(deskId: string, loginToken: string | undefined, action: DeskAction): Promise<DeskReply> {
    const place = this.#parts.plan.desk(deskId);
    if (place === undefined) return { ok: false, reason: 'desk-unknown', view: null };
    const workNo = await this.#parts.logins.loggedIn(deskId, loginToken);
    if (workNo === undefined) return { ok: false, reason: 'not-logged-in', view: null };
    const outcome = await this.#act(place, workNo, action);
    const view = await this.#view(place);
    return outcome.ok ? { ok: true, view } : { ok: false, reason: outcome.reason, view };
  }

  async login(
    deskId: string,
    workNo: string,
    password: string,
  ): Promise<StaffLoginReply & { readonly token?: string }> {
    const place = this.#parts.plan.desk(deskId);
    if (place === undefined) return { ok: false, reason: 'desk-not-enrolled' };
    return this.#parts.logins.login({ deskId, areaId: place.area.id }, workNo, password);
  }

  async logout(deskId: string, token: string): Promise<void> {
    const place = this.#parts.plan.desk(deskId);
    if (place !== undefined) await this.#parts.logins.logout({ deskId, areaId: place.area.id }, token);
  }

  loggedIn(deskId: string, token: string | undefined): Promise<string | undefined> {
    return this.#parts.logins.loggedIn(deskId, token);
  }

  async #act(place: DeskPlace, workNo: string, action: DeskAction): Promise<KeptOutcome> {
    const { store, lines, clock } = this.#parts;
    const write = {
      actor: `desk:${place.desk.id}`,
      operation: 'desk.act',
      key: action.key,
      request: { action: action.action, ticketId: action.ticketId ?? null },
    };
    let changed: ReadonlyMap<string, Line> = new Map();
    const outcome = await store.write<KeptOutcome>(write, async (transaction) => {
      const held = await lines.hold(transaction, queuesOf(place));
      const { ticketId } = action;
      const at = isoNow(clock);
      const did = await actAtDesk(transaction, { place, workNo, action: action.action, ticketId, lines: held, at });
      lines.changed(transaction, held.values());
      changed = held;
      if (did.ok) return { reply: { ok: true }, events: did.events, keep: true };
      return { reply: did, events: [], keep: true };
    });
    for (const line of changed.values()) lines.remember(line);
    return outcome;
  }

  async #view(place: DeskPlace): Promise<DeskView> {
    const { plan, lines, store, clock, logins, screens } = this.#parts;
    const sequence = await newestSequence(store.database);
    const read = await lines.read(store.database, queuesOf(place));
    const callId = servedTicketOf(read, place.desk.id)?.call?.callId;
    return buildDeskView({
      plan,
      place,
      lines: read,
      seated: (await logins.seated([place.desk.id])).get(place.desk.id),
      shown: callId === undefined ? [] : await shownOn(store.database, callId),
      screens: await screens.showing(callPlacesOf(place)),
      sequence,
      now: clock.now(),
    });
  }
}

/** Where the calls of a desk go. */
function callPlacesOf({ area, room, queues }: DeskPlace): readonly CallPlace[] {
  return queues.map(({ queue }) => ({ areaId: area.id, roomId: room.id, queueId: queue.id }));
}

function queuesOf(place: DeskPlace): readonly string[] {
  return place.queues.map(({ queue }) => queue.id);
}
